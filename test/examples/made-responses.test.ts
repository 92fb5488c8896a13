import assert from 'node:assert/strict';
import { resetStore as resetLinks } from '../../examples/fetch/src/store.ts';
import worker from '../../examples/fetch/src/worker.ts';
import { app } from '../../examples/hono/src/app.ts';
import { resetStore as resetNotes } from '../../examples/hono/src/store.ts';

type Answer = (request: Request) => Response | Promise<Response>;

/** Sends requests such as `POST /notes` to a server that takes a `Request` and gives a `Response`. */
function sendTo(answer: Answer): (request: string, body?: object) => Promise<number> {
  return async (request, body) => {
    const [method = 'GET', path = '/'] = request.split(' ');
    const json = body === undefined ? null : JSON.stringify(body);
    return (await answer(new Request(`http://127.0.0.1${path}`, { method, body: json }))).status;
  };
}

describe('examples/hono', () => {
  const send = sendTo((request) => app.fetch(request));
  beforeEach(resetNotes);

  it('answers as it should', async () => {
    assert.equal(await send('GET /notes/1'), 200);
    assert.equal(await send('GET /notes/none'), 404);
    assert.equal(await send('POST /notes', { title: 'Plan' }), 201);
    assert.equal(await send('POST /notes', { title: 'Shopping' }), 409);
    assert.equal(await send('POST /notes', {}), 400);
    assert.equal(await send('DELETE /notes/1'), 204);
    assert.equal(await send('DELETE /notes/1'), 404);
    assert.equal(await send('POST /sessions', { name: 'ada', password: 'wrong' }), 401);
    assert.equal(await send('GET /sessions/current'), 401);
  });

  it('answers under /legacy as its mistakes say', async () => {
    assert.equal(await send('GET /legacy/notes/none'), 200);
    assert.equal(await send('POST /legacy/notes', {}), 500);
    assert.equal(await send('POST /legacy/notes', { title: 'Shopping' }), 201);
    assert.equal(await send('DELETE /legacy/notes/none'), 400);
    assert.equal(await send('DELETE /legacy/notes/1'), 500);
    assert.equal(await send('POST /legacy/sessions', {}), 401);
    assert.equal(await send('GET /legacy/sessions/current'), 403);
    const request = new Request('http://127.0.0.1/legacy/notes/1', { headers: { 'If-None-Match': '"1"' } });
    resetNotes();
    assert.equal((await app.fetch(request)).status, 404);
  });
});

describe('examples/fetch', () => {
  const send = sendTo((request) => worker.fetch(request));
  const link = { name: 'docs', target: 'http://127.0.0.1/docs' };
  beforeEach(resetLinks);

  it('answers as it should', async () => {
    assert.equal(await send('GET /links/home'), 302);
    assert.equal(await send('GET /links/none'), 404);
    assert.equal(await send('POST /links', link), 201);
    assert.equal(await send('POST /links', link), 409);
    assert.equal(await send('POST /links', {}), 400);
    assert.equal(await send('DELETE /links/home'), 204);
    assert.equal(await send('PUT /links/home'), 405);
    assert.equal(await send('GET /elsewhere'), 404);
  });

  it('answers under /legacy as its mistakes say', async () => {
    assert.equal(await send('GET /legacy/links/none'), 200);
    assert.equal(await send('POST /legacy/links', {}), 401);
    assert.equal(await send('POST /legacy/links', { ...link, name: 'home' }), 400);
    await assert.rejects(send('DELETE /legacy/links/home'), TypeError);
  });
});
