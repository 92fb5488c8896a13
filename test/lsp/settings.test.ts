import assert from 'node:assert/strict';
import { DidChangeWorkspaceFoldersNotification } from 'vscode-languageserver-protocol';
import { SETTINGS_PATIENCE_MS } from '../../server/src/lsp/protocol.ts';
import { LIKE_A_SMALL_EDITOR, startInProcess } from './harness/client.ts';
import { BODY_RULE, BODY_WITH_204, inHandler } from './harness/samples.ts';

const off = { rules: { [BODY_RULE]: 'off' } };

describe('settings', () => {
  it('are asked for before the first diagnostics', async () => {
    const client = await startInProcess({ settings: () => off });
    assert.deepEqual(await (await client.open(BODY_WITH_204)).diagnostics(), []);
    assert.equal((await client.registrations.take()).registrations[0]?.method, 'workspace/didChangeConfiguration');
    await client.stop();
  });

  it('change live: the client is asked again and told to pull again', async () => {
    const settings: { now: unknown } = { now: {} };
    const client = await startInProcess({ settings: () => settings.now });
    const doc = await client.open(BODY_WITH_204);
    const before = await doc.pull();
    assert.equal(before.kind === 'full' && before.items[0]?.severity, 2);
    settings.now = { rules: { [BODY_RULE]: 'error' } };
    await client.changeSettings(null);
    await client.refreshes.take();
    const after = await doc.pull(before.resultId);
    assert.equal(after.kind === 'full' && after.items[0]?.severity, 1);
    await client.stop();
  });

  it('of the policy change what is found, live, and a wrong one is told by name', async () => {
    const settings: { now: unknown } = { now: {} };
    const client = await startInProcess({ settings: () => settings.now });
    const doc = await client.open(
      inHandler('if (!req.body.name) return res.status(422).json({ name: 1 });\n  res.json({ id: 1 });'),
    );
    assert.deepEqual(await doc.diagnostics(), []);
    settings.now = { policy: { validationStatus: '400' } };
    await client.changeSettings(null);
    await client.refreshes.take();
    const [found] = await doc.diagnostics();
    assert.equal(found?.code, 'prefer-bad-request-for-invalid-input');
    settings.now = { policy: { validationStatus: '418' } };
    await client.changeSettings(null);
    await client.refreshes.take();
    assert.deepEqual(await doc.diagnostics(), []);
    assert.match(
      (await client.shown.take()).message,
      /statusLens\.policy\.validationStatus: must be one of either, 400, 422; either is used/,
    );
    await client.stop();
  });

  it('that stay the same refresh nothing', async () => {
    const client = await startInProcess({ settings: () => ({ rules: {} }) });
    const doc = await client.open(BODY_WITH_204);
    const { resultId } = await doc.pull();
    await client.changeSettings(null);
    assert.equal((await doc.pull(resultId)).kind, 'unchanged');
    assert.deepEqual(client.refreshes.takeAll(), []);
    await client.stop();
  });

  it('switch everything off', async () => {
    const client = await startInProcess({ settings: () => ({ enable: false }) });
    const doc = await client.open(inHandler('res.status(20|4).json({ deleted: true });'));
    assert.deepEqual(await doc.diagnostics(), []);
    assert.equal(await doc.hover(), null);
    assert.deepEqual(await doc.codeActions(), []);
    await client.stop();
  });

  it('that are wrong are told once, in one message', async () => {
    const settings = { now: { enable: 'yes', rules: { 'no-such-rule': 'off' } } as unknown };
    const client = await startInProcess({ settings: () => settings.now });
    const doc = await client.open(BODY_WITH_204);
    assert.equal((await doc.diagnostics()).length, 1);
    const { type, message } = await client.shown.take();
    assert.equal(type, 2);
    assert.match(message, /statusLens\.enable: must be true or false/);
    assert.match(message, /statusLens\.rules\.no-such-rule: there is no such rule/);
    settings.now = { enable: 'yes', rules: { 'no-such-rule': 'off', [BODY_RULE]: 'off' } };
    await client.changeSettings(null);
    await client.refreshes.take();
    assert.deepEqual(client.shown.takeAll(), []);
    await client.stop();
  });

  it('are taken from initializationOptions where the client cannot be asked', async () => {
    const capabilities = { ...LIKE_A_SMALL_EDITOR, textDocument: { diagnostic: {} } };
    const client = await startInProcess({ capabilities, initializationOptions: { settings: off } });
    assert.deepEqual(await (await client.open(BODY_WITH_204)).diagnostics(), []);
    await client.changeSettings({ statusLens: {} });
    assert.equal((await (await client.open(BODY_WITH_204)).diagnostics()).length, 1);
    await client.stop();
  });

  it('are those of the folder that holds the document', async () => {
    const folders = ['file:///project', 'file:///project/legacy', 'file:///proj'];
    const settings = (scope: string | undefined) => (scope === 'file:///project/legacy' ? off : {});
    const client = await startInProcess({ folders, settings });
    const counts = [];
    for (const path of ['project/app.ts', 'project/legacy/app.ts', 'project/legacy-not/app.ts', 'elsewhere/app.ts']) {
      counts.push((await (await client.open(BODY_WITH_204, `file:///${path}`)).diagnostics()).length);
    }
    assert.deepEqual(counts, [1, 0, 1, 1]);
    await client.stop();
  });

  it('are asked for anew when a folder joins the workspace', async () => {
    const settings = (scope: string | undefined) => (scope === 'file:///joined' ? off : {});
    const client = await startInProcess({ settings });
    const doc = await client.open(BODY_WITH_204, 'file:///joined/app.ts');
    assert.equal((await doc.diagnostics()).length, 1);
    const event = { added: [{ uri: 'file:///joined', name: 'joined' }], removed: [] };
    await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
    await client.refreshes.take();
    assert.deepEqual(await doc.diagnostics(), []);
    await client.stop();
  });

  it('are not waited for longer than the patience lasts', async () => {
    const client = await startInProcess({ settings: () => new Promise(() => undefined) });
    const pulled = (await client.open(BODY_WITH_204)).diagnostics();
    client.runtime.advance(SETTINGS_PATIENCE_MS);
    assert.equal((await pulled).length, 1);
    assert.match((await client.logged.take()).message, /defaults are used/);
    await client.stop();
  });
});
