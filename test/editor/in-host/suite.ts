import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, type Diagnostic, extensions, type TextDocument, workspace } from 'vscode';
import { actionsAt, codeOf, hoverOn, open, positionOf, replace, revert, until, waitForDiagnostics } from './editor.ts';
import { findServers } from './server-process.ts';

const FILE = 'src/routes/users.ts';
const MISTAKE = "res.status(200).json({ success: false, message: 'This e-mail address is taken' })";

const RULE = 'no-error-body-with-success';

/** The diagnostics of the rule that these tests are about; the file holds other mistakes too. */
function ours(all: readonly Diagnostic[]): readonly Diagnostic[] {
  return all.filter((diagnostic) => codeOf(diagnostic) === RULE);
}

describe('Status Lens in the extension host', () => {
  let document: TextDocument;

  before(async () => {
    document = await open(FILE);
    await waitForDiagnostics(document.uri, (all) => ours(all).length > 0);
  });

  it('is active once a TypeScript file is open', () => {
    assert.equal(extensions.getExtension('status-lens.status-lens')?.isActive, true);
  });

  it('explains a status on hover, and no other number', async () => {
    const text = await hoverOn(document, '409)');
    assert.match(text, /409 Conflict/);
    assert.match(text, /RFC 9110/);
    assert.equal((await hoverOn(document, '8 characters')).includes('Status'), false);
  });

  it('warns of an error that is answered with 200', async () => {
    const diagnostics = await waitForDiagnostics(document.uri, (all) => ours(all).length > 0);
    const start = positionOf(document, MISTAKE);
    const found = diagnostics.find(({ range }) => range.start.line === start.line);
    assert.equal(found && codeOf(found), RULE);
  });

  it('repairs it with a quick fix, and undo brings the code back', async () => {
    const original = document.getText();
    const [found] = (await waitForDiagnostics(document.uri, (all) => ours(all).length > 0)).filter(
      ({ range }) => range.start.line === positionOf(document, MISTAKE).line,
    );
    assert.ok(found);
    const actions = await actionsAt(document, found.range);
    const fix = actions.find(({ title }) => title.startsWith('Answer 409'));
    assert.ok(fix?.edit, `among ${actions.map(({ title }) => title).join(', ')}`);
    await workspace.applyEdit(fix.edit);
    assert.equal(document.getText(), original.replace(MISTAKE, MISTAKE.replace('200', '409')));
    await waitForDiagnostics(document.uri, (all) => !all.some(({ range }) => range.isEqual(found.range)));
    await revert();
    assert.equal(document.getText(), original);
  });

  it('offers a comment that silences a finding, and the comment does', async () => {
    const [found] = ours(await waitForDiagnostics(document.uri, (all) => ours(all).length > 0));
    assert.ok(found);
    const rule = codeOf(found);
    const actions = await actionsAt(document, found.range);
    const suppression = actions.find(({ title }) => title === `Suppress ${rule} on this line`);
    assert.ok(suppression?.edit);
    await workspace.applyEdit(suppression.edit);
    await waitForDiagnostics(document.uri, (all) => ours(all).length === 0);
    await revert();
  });

  it('follows what is typed', async () => {
    await replace(document, 'res.status(409).json({ success: false', 'res.status(200).json({ success: false');
    await waitForDiagnostics(document.uri, (all) => ours(all).length === 2);
    await revert();
    await waitForDiagnostics(document.uri, (all) => ours(all).length === 1);
  });

  it('takes settings live, wrong ones too', async () => {
    const settings = workspace.getConfiguration('statusLens');
    const set = (value: unknown) => settings.update('rules', value, ConfigurationTarget.Workspace);
    await set({ [RULE]: 'off' });
    await waitForDiagnostics(document.uri, (all) => ours(all).length === 0);
    await set({ [RULE]: 'very loud' });
    await waitForDiagnostics(document.uri, (all) => ours(all).length === 1);
    await set(undefined);
    await settings.update('enable', false, ConfigurationTarget.Workspace);
    await waitForDiagnostics(document.uri, (all) => ours(all).length === 0);
    await settings.update('enable', undefined, ConfigurationTarget.Workspace);
    await waitForDiagnostics(document.uri, (all) => ours(all).length === 1);
  });

  it('starts its server again on command', async () => {
    const [old] = findServers();
    await commands.executeCommand('statusLens.restartServer');
    const [now] = findServers();
    assert.ok(now !== undefined && now !== old);
    assert.match(await hoverOn(document, '409)'), /409 Conflict/);
  });

  it('comes back when its server is killed', async () => {
    const [old] = findServers();
    assert.ok(old);
    process.kill(old, 'SIGKILL');
    await until('a new server', async () => findServers().find((id) => id !== old));
    const text = await until('a hover', async () => (await hoverOn(document, '409)')) || undefined);
    assert.match(text, /409 Conflict/);
    await waitForDiagnostics(document.uri, (all) => ours(all).length === 1);
  });

  it('opens its log on command', async () => {
    await commands.executeCommand('statusLens.showLog');
  });
});
