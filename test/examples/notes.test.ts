import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface NotesApp {
  readonly createApp: () => { silent: boolean; readonly callback: () => RequestListener };
}

interface NotesStore {
  readonly fillStore: () => void;
}

/** A file of the example, which is JavaScript. */
async function load(name: string): Promise<unknown> {
  return import(pathToFileURL(resolve(`examples/koa/src/${name}`)).href);
}

describe('the notes of examples/koa', () => {
  let server: Server;
  let base: string;
  before(async () => {
    const app = ((await load('app.js')) as NotesApp).createApp();
    app.silent = true;
    server = createServer(app.callback());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(async () => ((await load('store.js')) as NotesStore).fillStore());
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  async function ask(line: string, body?: object): Promise<{ status: number; text: string }> {
    const [method = 'GET', path = '/'] = line.split(' ');
    const sent = body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
    const response = await fetch(base + path, { method, ...sent });
    return { status: response.status, text: await response.text() };
  }
  const statusOf = async (line: string, body?: object): Promise<number> => (await ask(line, body)).status;

  it('answer as they should', async () => {
    assert.equal(await statusOf('GET /notes/1'), 200);
    assert.equal(await statusOf('GET /notes/none'), 404);
    assert.equal(await statusOf('POST /notes', {}), 400);
    assert.equal(await statusOf('POST /notes', { text: 'Call Bob' }), 201);
    assert.equal(await statusOf('POST /notes', { text: 'fail' }), 500);
    assert.equal(await statusOf('POST /shares/1', { email: 'bob@example.com' }), 201);
    assert.equal(await statusOf('POST /shares/1', { email: 'bob@example.com' }), 409);
    assert.equal(await statusOf('POST /shares/none', { email: 'bob@example.com' }), 404);
    assert.equal(await statusOf('DELETE /notes/1'), 204);
  });

  it('make their mistakes under /legacy', async () => {
    assert.equal(await statusOf('GET /legacy/notes/none'), 200);
    assert.equal(await statusOf('POST /legacy/notes', {}), 500);
    assert.match((await ask('POST /legacy/notes', { text: 'fail' })).text, /sdb1/);
    assert.equal(await statusOf('DELETE /legacy/notes/none'), 400);
    assert.equal(await statusOf('POST /legacy/shares/none', { email: 'bob@example.com' }), 400);
    assert.equal(await statusOf('POST /legacy/shares/1', { email: 'bob@example.com' }), 201);
    assert.equal(await statusOf('POST /legacy/shares/1', { email: 'bob@example.com' }), 400);
    assert.deepEqual(await ask('DELETE /legacy/notes/1'), { status: 204, text: '' });
  });
});
