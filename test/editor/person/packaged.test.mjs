// A person with mouse and keyboard, in a real VS Code into which the packaged extension is installed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../../../scripts/editor/workbench.mjs';

const FILE = 'src/routes/users.ts';
const MISTAKE = "return res.status(200).json({ success: false, message: 'This e-mail address is taken' });";
const REPAIRED = MISTAKE.replace('200', '409');

describe('the packaged extension in the oldest VS Code', function () {
  this.timeout(240_000);
  let workbench;

  before(async () => {
    workbench = await openWorkbench({
      which: 'oldest',
      vsix: process.env.STATUS_LENS_VSIX,
      folder: 'examples/express',
    });
    await workbench.open('src/routes/users.ts');
  });

  after(() => workbench?.close());

  it('underlines the mistake', async () => {
    await workbench.waitForSquiggle();
  });

  it('explains the status under the mouse', async () => {
    const { line, column } = find(MISTAKE);
    await workbench.goTo(line, column);
    const hover = await workbench.hover('200', 'status(200)');
    const text = await hover.textContent();
    assert.match(text, /200 OK/);
    assert.match(text, /Here: Express/);
  });

  it('repairs it by keyboard, and the file is what it should be', async () => {
    const original = read();
    const { line, column } = find("success: false, message: 'This e-mail address is taken' });", MISTAKE);
    await workbench.page.keyboard.press('Escape');
    await workbench.goTo(line, column);
    await workbench.choose('Answer 409 Conflict');
    await workbench.lines('res.status(409).json({ success: false').nth(1).waitFor();
    await workbench.save();
    assert.equal(read(), original.replace(MISTAKE, REPAIRED));
  });

  function read() {
    return readFileSync(join(workbench.workspace.path, FILE), 'utf8');
  }

  /** Line and column, from 1, of a text inside the first place of another. */
  function find(text, inside = text) {
    const whole = read();
    const offset = whole.indexOf(text, whole.indexOf(inside));
    assert.ok(offset >= 0, text);
    const before = whole.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
});
