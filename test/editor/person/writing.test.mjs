// A person who writes handlers in a real VS Code: with lists, whole answers and snippets.
import assert from 'node:assert/strict';
import { openSharedWindow, SIGN_UPS } from './shared-window.mjs';

const MISTAKE = "return res.status(200).json({ success: false, message: 'This e-mail address is taken' });";
/** The first line of a handler whose answers the tests write. */
const BEFORE = 'const input = readSignUp(req.body);';

/** As fast as a person types: an editor drops its list if a new word is begun in the same moment. */
const TYPING = { delay: 60 };

describe('writing a status in the newest VS Code', function () {
  this.timeout(240_000);
  let workbench;
  let page;

  before(async () => {
    workbench = await openSharedWindow();
    page = workbench.page;
    await workbench.openByName(SIGN_UPS);
    await workbench.waitForSquiggle();
  });

  it('opens the list behind the parenthesis, and Enter writes the code that was found by its meaning', async () => {
    await startLine();
    await page.keyboard.type('res.status(');
    await row('201 Created').waitFor();
    await page.keyboard.type('taken');
    await take('409 Conflict', 'res.status(409)');
    await undoLine();
  });

  it('goes on with the list over a space, and tells all of the chosen code beside it', async () => {
    await startLine();
    await page.keyboard.type('res.status(');
    await row('201 Created').waitFor();
    await page.keyboard.type('too many', TYPING);
    // All that was typed is compared with the entry once both of its words are marked in it.
    await row('429 Too Many Requests')
      .locator('.highlight', { hasText: /Too\sMany/ })
      .waitFor();
    await page.keyboard.press('Control+Space');
    const details = page.locator('.suggest-details');
    await details.getByText('Retry-After').first().waitFor();
    assert.match(await details.textContent(), /^429 Too Many Requests · client error/);
    await page.keyboard.press('Control+Space');
    await take('429 Too Many Requests', 'res.status(429)');
    await undoLine();
  });

  it('opens the list at a digit, where an editor opens none by itself', async () => {
    await startLine();
    await page.keyboard.type('res.sendStatus(');
    await row('200 OK').waitFor();
    await page.keyboard.press('Escape');
    await rows().first().waitFor({ state: 'hidden' });
    await page.keyboard.type('4');
    await row('404 Not Found').waitFor();
    await page.keyboard.type('04');
    await take('404 Not Found', 'res.sendStatus(404)');
    await undoLine();
  });

  it('stays quiet in every other call', async () => {
    await startLine();
    await page.keyboard.type('readSignUp(4');
    // The server answers in order: what is asked later and shown tells that it had nothing to show before.
    await page.keyboard.type('); res.status(');
    await row('200 OK').waitFor();
    await page.keyboard.press('Escape');
    await workbench.line('readSignUp(4); res.status()').waitFor();
    await undoLine();
  });

  it('writes a whole answer at a number, and goes from place to place in it', async () => {
    await startLine();
    await page.keyboard.type('4');
    await row('409 Conflict').waitFor();
    await page.keyboard.type('09');
    await take(
      '409 Conflict',
      "return res.status(409).json({ error: 'The e-mail address is taken', field: 'email' });",
    );
    await page.keyboard.type('Somebody has it');
    await page.keyboard.press('Tab');
    await page.keyboard.type('mail');
    await workbench.line("return res.status(409).json({ error: 'Somebody has it', field: 'mail' });").waitFor();
    await page.keyboard.press('Escape');
    await undoLine();
  });

  it('expands a snippet by its prefix', async () => {
    await startLine();
    await page.keyboard.type('slexpress429');
    await take('slexpress429', "res.status(429).set('Retry-After', '60').json({ error: 'Try again in a minute' });");
    await page.keyboard.press('Escape');
    await undoLine();
  });

  it('answers with the fitting code by the button of a hover', async () => {
    const { line, column } = find(MISTAKE);
    await workbench.goTo(line, column);
    const hover = await workbench.hover('200', 'status(200)');
    const text = await hover.textContent();
    assert.match(
      text,
      /^200 OK · success · .*Here: Express 5, POST (?:\/legacy\/users)?\/sign-up\. This branch runs when existing/,
    );
    const box = await hover.boundingBox();
    const content = await hover
      .locator('.hover-contents')
      .first()
      .evaluate((node) => node.scrollWidth - node.clientWidth);
    assert.ok(box.width > 200 && content <= 0, `${content} pixels are cut off`);
    await hover.getByText('Answer 409 Conflict').click();
    await workbench.lines('res.status(409).json({ success: false').nth(1).waitFor();
  });

  function rows() {
    return page.locator('.suggest-widget.visible .monaco-list-row');
  }

  function row(label) {
    return rows().filter({ hasText: label }).first();
  }

  /** Takes an entry of the list by Enter and waits for what it writes. */
  async function take(label, written) {
    for (let attempt = 1; ; attempt++) {
      await row(label).and(page.locator('.focused')).waitFor();
      await page.keyboard.press('Enter');
      const line = workbench.line(written).waitFor({ timeout: 5_000 });
      if (attempt === 3) return line;
      if (await line.then(() => true).catch(() => false)) return;
      // An editor whose list is just asked for anew drops the key, and the list with it: a person opens it again.
      await page.keyboard.press('Control+Space');
    }
  }

  /** Puts the cursor on a new line inside the first handler. */
  async function startLine() {
    const { line } = find(BEFORE);
    await workbench.goTo(line);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
  }

  /** Takes the file back to what is on the disk. */
  async function undoLine() {
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget .quick-input-box input').first();
    await input.fill('>File: Revert File');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active:not(.dirty)').first().waitFor();
  }

  /** Line and column, from 1, of a text of the file on the disk. */
  function find(text) {
    const whole = workbench.read(SIGN_UPS);
    const offset = whole.indexOf(text);
    assert.ok(offset >= 0, text);
    const before = whole.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
});
