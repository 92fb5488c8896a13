// A person who repairs, silences and looks up findings by keyboard, in a real VS Code with the packaged extension.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../../../scripts/editor/workbench.mjs';

/** One fix of each kind: where, what the action says, and what it makes of the code. */
const FIXES = [
  {
    file: 'users.ts',
    title: 'Answer 409 Conflict',
    at: 'success',
    before: "return res.status(200).json({ success: false, message: 'This e-mail address is taken' });",
    after: "return res.status(409).json({ success: false, message: 'This e-mail address is taken' });",
  },
  {
    file: 'users.ts',
    title: 'Let the body say 401',
    at: 'success',
    before: 'return res.status(401).json({ success: true, user: null });',
    after: 'return res.status(401).json({ success: false, user: null });',
  },
  {
    file: 'users.ts',
    title: 'Send it',
    at: 'status(',
    before: '  res.status(204);',
    after: '  res.status(204).end();',
  },
  {
    file: 'sessions.ts',
    title: 'Drop the body',
    at: '{ message',
    before: "res.status(NO_CONTENT).json({ message: 'Good-bye' });",
    after: 'res.status(NO_CONTENT).end();',
  },
  {
    file: 'orders.ts',
    title: 'Return here',
    at: 'res.status(422',
    before:
      "    res.status(422).json({ error: 'cartId names no cart with something in it' });\n  }\n  try {\n    await charge",
    after:
      "    return res.status(422).json({ error: 'cartId names no cart with something in it' });\n  }\n  try {\n    await charge",
  },
  {
    file: 'products.ts',
    title: 'Spell it as Express 4 and 5',
    at: 'send(404',
    before: 'res.send(404);',
    after: 'res.sendStatus(404);',
  },
  {
    file: 'webhooks.ts',
    title: 'Add Allow',
    at: '405',
    before: "res.status(405).json({ error: 'Method not allowed' });",
    after: "res.status(405).set('Allow', 'GET, HEAD').json({ error: 'Method not allowed' });",
  },
];

describe('repairing by keyboard in the newest VS Code', function () {
  this.timeout(300_000);
  let workbench;
  let page;

  before(async () => {
    workbench = await openWorkbench({ vsix: process.env.STATUS_LENS_VSIX, folder: 'examples/express' });
    page = workbench.page;
    await workbench.open('src/routes/users.ts');
    await workbench.waitForSquiggle();
  });

  after(() => workbench?.close());

  it('goes to the place that explains a finding when that is clicked', async () => {
    await page.keyboard.press('Control+Shift+M');
    const panel = page.locator('.markers-panel');
    const position = positionOf('users.ts', 'if (existing)', 'existing', 'legacyUsers.post');
    const place = `Ln ${position.line}, Col ${position.column}`;
    await panel
      .locator('.monaco-list-row')
      .filter({ hasText: `users.ts[${place}]` })
      .first()
      .click();
    await page
      .locator('.statusbar-item')
      .filter({ hasText: `Ln ${position.line}, Col ${position.column + 'existing'.length} (8 selected)` })
      .first()
      .waitFor();
    await shoot('related');
    await page.keyboard.press('Control+Shift+M');
    await panel.waitFor({ state: 'hidden' });
  });

  for (const { file, title, at, before: wrong, after: right } of FIXES)
    it(`makes ${right.trim().split('\n')[0]}`, async () => {
      await openFile(file);
      const original = read(file);
      await goToMistake(file, wrong, at);
      await choose(title);
      await workbench.save();
      assert.equal(read(file), original.replace(wrong, right));
    });

  it('silences a finding by a comment, and takes the comment away once there is nothing to silence', async () => {
    const file = 'products.ts';
    const wrong = "return res.status(404).json({ error: 'No products found' });";
    await openFile(file);
    const original = read(file);
    await goToMistake(file, wrong, '404');
    await choose('Suppress no-not-found-for-empty-list on this line');
    await workbench.save();
    const comment = '// status-lens-disable-next-line no-not-found-for-empty-list';
    assert.equal(read(file), original.replace(wrong, `${comment}\n    ${wrong}`));
    await goToMistake(file, wrong, 'No products');
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('return res.json(found);');
    await workbench.line('return res.json(found);').waitFor();
    await goToMistake(file, comment, 'status-lens');
    await choose('Remove the comment that silences nothing');
    await workbench.save();
    assert.equal(read(file), original.replace(wrong, 'return res.json(found);'));
  });

  it('shows the page of a rule without a network', async () => {
    await openFile('carts.ts');
    await goToMistake('carts.ts', "res.status(204).send('deleted');", "'deleted'");
    await choose('Explain no-body-with-bodyless-status');
    const preview = await workbench.findWebview('h1');
    assert.equal(await preview.locator('h1').first().textContent(), 'no-body-with-bodyless-status');
    await preview.getByRole('heading', { name: 'When not to use it' }).waitFor();
    await shoot('explain');
  });

  async function shoot(name) {
    const folder = process.env.STATUS_LENS_PICTURES;
    if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
  }

  async function openFile(name) {
    await page.keyboard.press('Control+P');
    const input = page.locator('.quick-input-widget .quick-input-box input').first();
    await input.waitFor();
    await input.fill(name);
    await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: name }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active').filter({ hasText: name }).waitFor();
    await page.locator('.monaco-editor .view-line').first().waitFor();
  }

  /** Puts the cursor on a part of the code, with its line in the middle of the window. */
  async function goToMistake(file, text, inside) {
    const { line, column } = positionOf(file, text, inside);
    await workbench.goTo(1);
    await workbench.goTo(line, column);
  }

  /** Line and column, from 1, of a part of a text that stands behind another. */
  function positionOf(file, text, inside, behind = '') {
    const whole = read(file);
    const start = whole.indexOf(text, whole.indexOf(behind));
    assert.ok(start >= 0, text);
    const before = whole.slice(0, start + text.indexOf(inside)).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }

  /** Opens the list and goes down to the action that begins so. */
  async function choose(title) {
    const list = await workbench.openQuickFixes();
    const focused = list.locator('.monaco-list-row.focused');
    for (let step = 0; step < 30; step++) {
      if ((await focused.count()) > 0 && (await focused.first().textContent())?.startsWith(title)) break;
      assert.ok(step < 29, `${title} is not among ${await list.textContent()}`);
      await page.keyboard.press('ArrowDown');
    }
    await shoot(`fix-${title.replace(/\W+/g, '-')}`);
    await page.keyboard.press('Enter');
    await list.waitFor({ state: 'hidden' });
  }

  function read(name) {
    return readFileSync(join(workbench.workspace.path, 'src/routes', name), 'utf8');
  }
});
