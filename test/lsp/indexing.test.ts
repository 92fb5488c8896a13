import assert from 'node:assert/strict';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver-protocol';
import { createMemoryHost } from '../project/memory-host.ts';
import { LIKE_VS_CODE, startInProcess } from './harness/client.ts';

const FOLDER = 'file:///shop';
const USERS = `
export function findUser(req, res, next) {
  next(new Missing());
}
class Missing extends Error {}
`;
const SERVER = `
import express from 'express';
import { findUser } from './users';
const app = express();
app.get('/users/:id', findUser);
app.use((error, req, res, next) => res.status(404).json({ error: 'missing' }));
`;
const FILES = {
  '/shop/package.json': '{"dependencies":{"express":"5"}}',
  '/shop/server.ts': SERVER,
  '/shop/users.ts': USERS,
};
const capabilities = {
  ...LIKE_VS_CODE,
  workspace: { ...LIKE_VS_CODE.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};
/** Slices follow each other in a few milliseconds. */
const UNTIL_DONE = 1000;

async function start(stored = new Map<string, string>()) {
  const disk = createMemoryHost(FILES);
  const initializationOptions = { storage: '/storage' };
  const client = await startInProcess({ capabilities, folders: [FOLDER], disk, stored, initializationOptions });
  const document = await client.openPlain(USERS, `${FOLDER}/users.ts`);
  await document.pull();
  return { client, disk, document, stored };
}

describe('reading the workspace in the background', () => {
  it('asks for new diagnostics once more is known, and keeps what it learned', async () => {
    const { client, stored } = await start();
    client.runtime.advance(UNTIL_DONE);
    await client.refreshes.take();
    assert.match(stored.get('workspace-index.json') ?? '', /"\/shop\/server\.ts"/);
    await client.stop();
  });

  it('has the client watch sources and manifests, and asks again when a file that registers handlers changes', async () => {
    const { client, disk, document } = await start();
    client.runtime.advance(UNTIL_DONE);
    await client.refreshes.take();
    const registered = client.registrations.takeAll().flatMap(({ registrations }) => registrations);
    assert.ok(registered.some(({ method }) => method === 'workspace/didChangeWatchedFiles'));
    disk.write('/shop/server.ts', SERVER.replace('404', '410'));
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `${FOLDER}/server.ts`, type: FileChangeType.Changed }],
    });
    await document.pull();
    client.runtime.advance(UNTIL_DONE);
    await client.refreshes.take();
    await client.stop();
  });

  it('starts anew from garbage in the storage, without a word', async () => {
    const { client } = await start(new Map([['workspace-index.json', '{"format":1,"files":{"/shop/server.ts":[7]}}']]));
    client.runtime.advance(UNTIL_DONE);
    await client.refreshes.take();
    assert.deepEqual(client.shown.takeAll(), []);
    await client.stop();
  });
});
