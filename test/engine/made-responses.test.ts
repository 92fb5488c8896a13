import { assertAnswers } from './drawn-responses.ts';

describe('responses that are made as values', () => {
  it('answer with the status of their init object, wherever that is written', () => {
    assertAnswers(
      `
const gone = { status: 410 };
export default {
  async fetch(request, env) {
    const status = request.body ? 201 : 202;
    if (request.method === 'PUT') return new Response('made', { status });
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 201 or 202 by response
    if (request.method === 'GET') return Response.json({ id: 1 });
                                         ^^^^^^^^^^^^^^^^^^^^^^^^ 200 implicit by response
    if (request.method === 'HEAD') return new Response(null, gone);
                                          ^^^^^^^^^^^^^^^^^^^^^^^^ 410 by response
    if (request.method === 'PATCH') return Response.redirect('https://example.org/');
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 302 by response
    const upstream = await fetch('https://example.org/');
    if (!upstream.ok) return new Response(upstream.body, upstream);
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown by response
    if (env.quiet) return new Response(null, { status: 200, ...env.init });
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown by response
    return upstream.status === 204 ? new Response(null, { status: 204 }) : new Response('?', { status: env.status ?? 500 });
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 204 by response
                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown by response
  },
};
`,
      { 'package.json': '{ "devDependencies": { "wrangler": "^4.0.0" } }' },
    );
  });

  it('are answers where a function of the project makes them, and none where they only serve to read something', () => {
    assertAnswers(
      `
const json = (body, status = 200) => new Response(JSON.stringify(body), { status });
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown by response
const fail = (message, status) => json({ error: message }, status);
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown by helper
class Api {
  refuse(text) { return fail(text, 403); }
                        ^^^^^^^^^^^^^^^ 403 by helper
  async handle(request) {
    const response = new Response('stored');
                     ^^^^^^^^^^^^^^^^^^^^^^ 200 implicit by response
    response.headers.set('X-A', 'b');
    if (!request.body) return fail('nothing', 400);
                              ^^^^^^^^^^^^^^^^^^^^ 400 by helper
    if (request.body.size > 5) return this.refuse('no');
                                      ^^^^^^^^^^^^^^^^^ 403 by helper
    if (request.headers.get('x')) return withCors(fail('gone', 410));
                                                  ^^^^^^^^^^^^^^^^^ 410 by helper
    return response;
  }
}
async function read(stream) {
  const text = await new Response(stream).text();
  await caches.default.put('/x', new Response(text));
  const copy = new Response(text);
  return copy.json();
}
async function load() {
  const response = await fetch('/x');
  return response.json();
}
`,
      { 'package.json': '{}' },
    );
  });

  it('come from a context, with the status that was set on it before', () => {
    assertAnswers(
      `
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Context } from 'hono';
const app = new Hono().basePath('/api');
const missing = (c: Context, what: string) => c.json({ error: what }, 404);
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 404 by response
app.get('/a/:id', async (c) => {
  const user = await find(c.req.param('id'));
  if (!user) return missing(c, 'user');
                    ^^^^^^^^^^^^^^^^^^ 404 by helper of GET /api/a/:id
  if (user.gone) { c.status(410); return c.text('gone'); }
                                         ^^^^^^^^^^^^^^ 410 by response of GET /api/a/:id
  if (user.old) return c.redirect('/b');
                       ^^^^^^^^^^^^^^^^ 302 by response of GET /api/a/:id
  if (user.x) throw new HTTPException(403, { message: 'no' });
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 500 by throw of GET /api/a/:id
  if (user.y) return c.notFound();
                     ^^^^^^^^^^^^ 404 by response of GET /api/a/:id
  if (user.z) return c.json({ a: 1 }, { status: 202 });
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 202 by response of GET /api/a/:id
  if (user.q) return c.body(null, 204);
                     ^^^^^^^^^^^^^^^^^ 204 by response of GET /api/a/:id
  c.header('X-Y', 'z');
  return c.json(user);
         ^^^^^^^^^^^^ 200 implicit by response of GET /api/a/:id
});
app.post('/b', (c) => { c.json({ ok: true }, 201); });
                        ^^^^^^^^^^^^^^^^^^^^^^^^^ 201 prepared by response of POST /api/b
app.onError((err, c) => c.json({ error: err.message }, 500));
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 500 by response
app.notFound((c) => c.text('?', 404));
                    ^^^^^^^^^^^^^^^^ 404 by response
app.use(async (c, next) => { if (!c.req.header('x')) return c.json({}, 401); await next(); });
                                                            ^^^^^^^^^^^^^^^ 401 by response of /api
app.get('/d', (c) => new Response('raw', { status: 206 })).get('/e', (c) => c.html('<p>'));
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 206 by response of GET /api/d
                                                                            ^^^^^^^^^^^^^ 200 implicit by response of GET /api/e
`,
      { 'package.json': '{ "dependencies": { "hono": "^4.0.0" } }' },
    );
  });

  it('come from Next.js, whose navigation functions throw theirs', () => {
    assertAnswers(
      `
import { NextResponse } from 'next/server';
import { redirect, notFound } from 'next/navigation';
export const POST = withAuth(async (request: NextRequest, { params }) => {
  const { id } = await params;
  if (!id) return NextResponse.json({ error: 'no id' }, { status: 400 });
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 400 by response of POST
  if (id === 'x') NextResponse.json({ error: 'x' }, { status: 409 });
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 409 prepared by response of POST
  if (id === 'y') redirect('/login');
                  ^^^^^^^^^^^^^^^^^^ 307 by throw of POST
  if (id === 'z') return NextResponse.redirect(new URL('/', request.url));
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 307 by response of POST
  return NextResponse.json({ id });
         ^^^^^^^^^^^^^^^^^^^^^^^^^ 200 implicit by response of POST
});
export async function GET() {
  const response = NextResponse.json({ ok: true }, { status: 202 });
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 202 by response of GET
  response.cookies.set('a', 'b');
  return response;
}
`,
      { 'package.json': '{ "dependencies": { "next": "^15.0.0" } }' },
      'src/app/api/x/route.ts',
    );
  });

  it('come from SvelteKit, whose errors and redirections throw themselves', () => {
    assertAnswers(
      `
import { error, fail, json, redirect } from '@sveltejs/kit';
export async function GET({ params, locals }) {
  if (!locals.user) throw error(401, 'log in');
                          ^^^^^^^^^^^^^^^^^^^^ 401 by throw of GET
  if (!params.id) error(404);
                  ^^^^^^^^^^ 404 by throw of GET
  if (params.id === 'old') redirect(308, '/new');
                           ^^^^^^^^^^^^^^^^^^^^^ 308 by throw of GET
  return json({ id: params.id });
         ^^^^^^^^^^^^^^^^^^^^^^^ 200 implicit by response of GET
}
export const actions = { default: async ({ request }) => fail(422, { a: 1 }) };
                                                         ^^^^^^^^^^^^^^^^^^^ 422 by response
`,
      { 'package.json': '{ "dependencies": { "@sveltejs/kit": "^2.0.0" } }' },
      'src/routes/x/+server.ts',
    );
  });
});
