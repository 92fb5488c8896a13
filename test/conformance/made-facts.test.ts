import assert from 'node:assert/strict';
import { Hono } from 'hono';

/** What the adapters and the rules about made responses rest on, apart from the statuses of the handlers beside. */
describe('what Response really does', () => {
  for (const status of [204, 205, 304])
    it(`throws for a body with ${status}, even for an empty one`, () => {
      assert.throws(() => new Response('', { status }), TypeError);
      assert.throws(() => Response.json(null, { status }), TypeError);
      assert.equal(new Response(null, { status }).status, status);
    });

  for (const status of [100, 199, 600, 999])
    it(`throws for the status ${status}`, () => {
      assert.throws(() => new Response(null, { status }), RangeError);
    });

  it('redirects with five statuses only, and to whole addresses', () => {
    for (const status of [301, 302, 303, 307, 308] as const)
      assert.equal(Response.redirect('http://127.0.0.1/', status).status, status);
    assert.throws(() => Response.redirect('http://127.0.0.1/', 300 as never), RangeError);
    assert.throws(() => Response.redirect('/there', 302), TypeError);
  });
});

describe('what Hono really answers', () => {
  const app = new Hono();
  app.get('/unreturned', ((c: { json: (body: object, status: 201) => Response }) => {
    c.json({ made: true }, 201);
  }) as never);
  app.get('/status-alone', ((c: { status: (code: 304) => void }) => c.status(304)) as never);
  app.get('/body-with-204', (c) => c.json({ a: 1 }, 204 as never));
  app.get('/out-of-range', (c) => c.json({ a: 1 }, 600 as never));
  app.get('/error-with-status', () => {
    throw Object.assign(new Error('no'), { status: 404 });
  });

  const answers = {
    '/unreturned': 404,
    '/status-alone': 404,
    // On the platform's own Response; @hono/node-server drops the body and sends 204.
    '/body-with-204': 500,
    '/out-of-range': 500,
    '/error-with-status': 500,
  };
  for (const [path, status] of Object.entries(answers))
    it(`${status} to ${path.slice(1)}`, async () => {
      const silent = console.error;
      console.error = () => {};
      try {
        assert.equal((await app.request(path)).status, status);
      } finally {
        console.error = silent;
      }
    });

  it('the header fields behind a status, or behind an init object', async () => {
    const fields = new Hono();
    fields.get('/number', (c) => c.text('Use POST', 405, { Allow: 'POST' }));
    fields.get('/init', (c) => c.json({}, { status: 405 } as never, { Allow: 'POST' }));
    for (const path of ['/number', '/init']) {
      const { status, headers } = await fields.request(path);
      assert.deepEqual([status, headers.get('Allow')], [405, 'POST']);
    }
  });

  it('rejects for a response that is thrown', async () => {
    const throwing = new Hono();
    throwing.get('/', () => {
      throw new Response('no', { status: 418 });
    });
    await assert.rejects(async () => throwing.request('/'));
  });
});
