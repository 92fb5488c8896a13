// What TypeScript's own extension and this one both tell of, in a real VS Code in which both are at work.
import assert from 'node:assert/strict';
import { openSharedWindow } from './shared-window.mjs';

const USERS = 'express/src/routes/users.ts';

describe('beside TypeScript in the newest VS Code', function () {
  this.timeout(240_000);
  let workbench;
  let page;

  before(async () => {
    workbench = await openSharedWindow();
    page = workbench.page;
  });

  it('the places of a name are marked by TypeScript, which knows the one handler from the other', async () => {
    await workbench.openByName(USERS);
    // Words alone would be marked in the next handler, too.
    await waitForMarks('const |input = readSignUp(req.body);\n  if (!input) return', 'input', 4);
  });

  it('the places of a status are the answers of its handler', async () => {
    await workbench.openByName(USERS);
    await waitForMarks(
      "users.get('/me', (req, res) => {\n  const user = findCurrentUser(req);\n  if (!user) return res.status(|401)",
      '401',
      1,
    );
  });

  for (const { what, file, at, target, place } of [
    {
      what: 'a status that a helper answers with leads to that helper',
      file: 'fetch/src/links.ts',
      at: "json({ error: 'A link needs a name and a target' }, |401)",
      target: 'fetch/src/respond.ts',
      place: '|export function json(',
    },
    {
      what: 'the name of a helper leads to it as well, by TypeScript alone',
      file: 'fetch/src/links.ts',
      at: "|json({ error: 'A link needs a name and a target' }, 401)",
      target: 'fetch/src/respond.ts',
      place: 'export function |json(',
    },
    {
      what: 'the name of a constant leads to its value',
      file: 'express/src/routes/sessions.ts',
      at: 'status(|NO_CONTENT).end()',
      target: 'express/src/routes/sessions.ts',
      place: 'const |NO_CONTENT = 204;',
    },
  ])
    it(`${what}, and to nothing else`, async () => {
      await workbench.openByName(file);
      await workbench.standAt(file, at);
      await page.keyboard.press('F12');
      // With several targets a list would open instead.
      await workbench.waitForCursor(target, place);
    });

  it('a route is among the symbols of the workspace once, and leads to its handler', async () => {
    await workbench.openByName('express/src/app.ts');
    await page.keyboard.press('Control+T');
    await workbench.input.fill('#GET /legacy/users/me');
    await workbench.rows.first().waitFor();
    assert.deepEqual(await workbench.rows.locator('.label-name').allTextContents(), ['GET /legacy/users/me']);
    await page.keyboard.press('Enter');
    await workbench.waitForCursor(USERS, "legacyUsers.get('/me', |(req, res)");
  });

  /** Stands at a place and waits until as many places are marked as are meant, which are fewer than those that read alike. */
  async function waitForMarks(place, word, count) {
    assert.ok(workbench.read(USERS).split(word).length - 1 > count);
    const marks = page
      .locator('.monaco-editor .view-overlays .cdr')
      .and(page.locator('.wordHighlight, .wordHighlightStrong, .wordHighlightText'));
    // The editor asks once, when the cursor comes; if the servers are still starting then, whoever wants to know comes again.
    for (let visit = 1; ; visit++) {
      await workbench.goTo(1, 1);
      await workbench.standAt(USERS, place);
      const shown = marks.nth(count - 1).waitFor({ state: 'attached', timeout: 5_000 });
      if (visit === 4) await shown;
      else if (!(await shown.then(() => true).catch(() => false))) continue;
      break;
    }
    assert.equal(await marks.count(), count);
  }
});
