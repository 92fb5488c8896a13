import assert from 'node:assert/strict';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  MessageType,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol';
import { createMemoryHost, type MemoryHost } from '../project/memory-host.ts';
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

/** The index waits so long for the first file to be shown. */
const BEFORE_START = 99;
/** Times behind a key: one at which the next key may come, and one at which none comes yet. */
const BEFORE_NEXT_KEY = 150;
const BEHIND_KEY = 20;

async function start(stored = new Map<string, string>(), disk: MemoryHost = createMemoryHost(FILES)) {
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

  it('keeps nothing of a text that is not saved yet', async () => {
    const { client, stored, disk } = await start();
    await client.openPlain(SERVER.replace("'/users/:id'", "'/unsaved/:id'"), `${FOLDER}/server.ts`);
    client.runtime.advance(UNTIL_DONE);
    await client.refreshes.take();
    await client.stop();
    const next = await start(stored, disk);
    next.client.runtime.advance(UNTIL_DONE);
    await next.client.refreshes.take();
    const routes = (await next.client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' })) ?? [];
    assert.deepEqual(
      routes.map(({ name }) => name),
      ['GET /users/:id'],
    );
    await next.client.stop();
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

  describe('while somebody types', () => {
    /** A comment grows by one letter, and what it gives is there. */
    async function press({ client, document }: Awaited<ReturnType<typeof start>>): Promise<void> {
      await document.change('findUser(req', 'findUser( req');
      await document.pull();
      assert.deepEqual(client.refreshes.takeAll(), []);
    }

    it('waits for a pause between the keys', async () => {
      const session = await start();
      const { client, disk } = session;
      disk.takeReads();
      await press(session);
      disk.takeReads();
      client.runtime.advance(BEFORE_NEXT_KEY);
      assert.deepEqual(disk.takeReads(), []);
      client.runtime.advance(UNTIL_DONE);
      await client.refreshes.take();
      await client.stop();
    });

    it('goes on right behind a key, when no other is pressed yet', async () => {
      const session = await start();
      const { client } = session;
      client.runtime.advance(BEFORE_START);
      await press(session);
      client.runtime.advance(BEHIND_KEY);
      await client.refreshes.take();
      await client.stop();
    });
  });

  it('names a file that it fails at once, shows nothing, and knows what the others register', async () => {
    const disk = createMemoryHost({ ...FILES, '/shop/broken.ts': SERVER.replace('./users', '../elsewhere/users') });
    const failing: MemoryHost = {
      ...disk,
      isFile: (path) => path.startsWith('/elsewhere/') || disk.isFile(path),
      readFile: (path) => {
        if (path.startsWith('/elsewhere/')) throw new Error('The disk is on fire');
        return disk.readFile(path);
      },
    };
    const { client } = await start(undefined, failing);
    client.runtime.advance(UNTIL_DONE);
    await client.refreshes.take();
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `${FOLDER}/broken.ts`, type: FileChangeType.Changed }],
    });
    const routes = (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' })) ?? [];
    client.runtime.advance(UNTIL_DONE);
    assert.deepEqual(
      routes.map(({ name }) => name),
      ['GET /users/:id'],
    );
    const errors = client.logged.takeAll().filter(({ type }) => type === MessageType.Error);
    assert.equal(errors.length, 1);
    assert.match(errors[0]?.message ?? '', /\/shop\/broken\.ts .*The disk is on fire/);
    assert.deepEqual(client.shown.takeAll(), []);
    await client.stop();
  });

  it('goes on without an index where that fails as a whole, and asks for what was held back', async () => {
    const disk = createMemoryHost(FILES);
    const failing: MemoryHost = {
      ...disk,
      listFiles: () => {
        throw new Error('The disk is on fire');
      },
    };
    const { client } = await start(undefined, failing);
    client.runtime.advance(UNTIL_DONE);
    await client.refreshes.take();
    const errors = client.logged.takeAll().filter(({ type }) => type === MessageType.Error);
    assert.equal(errors.length, 1);
    assert.match(errors[0]?.message ?? '', /The disk is on fire/);
    assert.deepEqual(client.shown.takeAll(), []);
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
