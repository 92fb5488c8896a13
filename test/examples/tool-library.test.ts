import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../../examples/fastify/src/app.ts';
import { fillStore, store } from '../../examples/fastify/src/store.ts';

/** Statuses by request, as clients meet them: `METHOD path` with a body, if there is one. */
async function statusOf(app: FastifyInstance, line: string, payload?: object): Promise<number> {
  const [method = 'GET', url = '/'] = line.split(' ');
  const options = { method: method as 'GET', url };
  const { statusCode } = await app.inject(payload === undefined ? options : { ...options, payload });
  return statusCode;
}

describe('the tool library of examples/fastify', () => {
  let app: FastifyInstance;
  beforeEach(() => {
    fillStore();
    app = createApp();
  });
  afterEach(() => app.close());

  it('answers as it should', async () => {
    assert.equal(await statusOf(app, 'GET /tools/drill'), 200);
    assert.equal(await statusOf(app, 'GET /tools/none'), 404);
    assert.equal(await statusOf(app, 'GET /tools/drill/manual'), 302);
    assert.equal(await statusOf(app, 'PUT /loans/drill', { email: 'bob@example.com' }), 200);
    assert.equal((await app.inject('/loans/drill')).body, '{"id":"drill","lentTo":"bob@example.com"}');
    assert.equal((await app.inject('/loans/none')).body, '{"error":"Tool not found"}');
    assert.equal(await statusOf(app, 'PUT /loans/drill', { email: 'eve@example.com' }), 409);
    assert.equal(await statusOf(app, 'PUT /loans/drill', {}), 400);
    assert.equal(await statusOf(app, 'POST /members', { email: 'ada@example.com', name: 'Ada' }), 201);
    assert.equal(await statusOf(app, 'POST /members', { email: 'ada@example.com', name: 'Ada' }), 409);
    assert.equal(await statusOf(app, 'DELETE /tools/drill'), 204);
    assert.equal(await statusOf(app, 'GET /nothing'), 404);
  });

  it('makes its mistakes under /legacy', async () => {
    assert.equal(await statusOf(app, 'GET /legacy/tools/none'), 200);
    assert.equal(await statusOf(app, 'GET /legacy/tools/drill/manual'), 500);
    assert.equal(await statusOf(app, 'GET /legacy/loans/none'), 404);
    assert.equal(await statusOf(app, 'PUT /legacy/loans/drill', {}), 500);
    assert.equal(await statusOf(app, 'PUT /legacy/loans/none', { email: 'bob@example.com' }), 400);
    store.members.set('ada@example.com', { email: 'ada@example.com', name: 'Ada' });
    assert.equal(await statusOf(app, 'POST /legacy/members', { email: 'ada@example.com', name: 'Ada' }), 400);
    const failed = await app.inject({
      method: 'POST',
      url: '/legacy/members',
      payload: { email: 'b@example.com', name: 'Bobby Tables' },
    });
    assert.match(failed.body, /10\.0\.0\.7/);
    const dropped = await app.inject({ method: 'DELETE', url: '/legacy/tools/drill' });
    assert.deepEqual([dropped.statusCode, dropped.body], [204, '']);
  });
});
