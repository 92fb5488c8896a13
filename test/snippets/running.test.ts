import assert from 'node:assert/strict';
import { answers } from '../../server/src/engine/snippets/answers.ts';
import type { Answer } from '../../server/src/engine/snippets/model.ts';
import { answersOf } from './all.ts';
import { mountControllers, mountElysia, mountH3, mountHapi, mountNode, mountProcedures } from './more-mounts.ts';
import type { Mount } from './mount.ts';
import { mountExpress, mountFastify, mountHono, mountKoa } from './mounts.ts';
import { mountNest } from './nest.ts';
import {
  mountApiRoutes,
  mountAstro,
  mountAzure,
  mountFetch,
  mountLambda,
  mountLoaders,
  mountRouteHandlers,
  mountSvelteKit,
  mountTsoa,
} from './served.ts';

const FRAMEWORKS: readonly {
  readonly name: string;
  readonly id: string;
  readonly mount: Mount;
  readonly fails: boolean;
}[] = [
  { name: 'Express 4', id: 'express', mount: mountExpress('express4'), fails: true },
  { name: 'Express 5', id: 'express', mount: mountExpress('express'), fails: true },
  { name: 'Fastify 4', id: 'fastify', mount: mountFastify('fastify4'), fails: true },
  { name: 'Fastify 5', id: 'fastify', mount: mountFastify('fastify'), fails: true },
  { name: 'Koa 2', id: 'koa', mount: mountKoa('koa2'), fails: true },
  { name: 'Koa 3', id: 'koa', mount: mountKoa('koa'), fails: true },
  { name: 'Hono', id: 'hono', mount: mountHono, fails: true },
  { name: 'Elysia', id: 'elysia', mount: mountElysia, fails: true },
  { name: 'hapi', id: 'hapi', mount: mountHapi, fails: true },
  { name: 'h3', id: 'h3', mount: mountH3, fails: false },
  { name: 'Node itself', id: 'node-http', mount: mountNode, fails: false },
  { name: 'tRPC', id: 'trpc', mount: mountProcedures, fails: false },
  { name: 'routing-controllers', id: 'routing-controllers', mount: mountControllers, fails: false },
  // What calls the functions is AWS itself: they get its events, and what they give back is read as it documents.
  { name: 'Lambda behind REST APIs', id: 'lambda', mount: mountLambda('lambda'), fails: false },
  { name: 'Lambda behind HTTP APIs', id: 'lambda', mount: mountLambda('lambda-v2'), fails: false },
  { name: 'Azure Functions', id: 'azure-functions', mount: mountAzure, fails: false },
  { name: 'Next.js', id: 'next', mount: mountRouteHandlers, fails: false },
  { name: 'Next.js API routes', id: 'next-pages', mount: mountApiRoutes, fails: false },
  { name: 'SvelteKit', id: 'sveltekit', mount: mountSvelteKit, fails: false },
  { name: 'tsoa', id: 'tsoa', mount: mountTsoa, fails: false },
  { name: 'NestJS', id: 'nest', mount: mountNest, fails: false },
  { name: 'the Response of Node', id: 'fetch', mount: mountFetch('fetch'), fails: false },
  { name: 'Workers', id: 'fetch', mount: mountFetch('workerd'), fails: false },
  { name: 'Astro', id: 'fetch', mount: mountAstro, fails: false },
  { name: 'Remix', id: 'fetch', mount: mountLoaders('remix'), fails: false },
  { name: 'React Router', id: 'fetch', mount: mountLoaders('react-router'), fails: false },
];

for (const { name, id, mount, fails } of FRAMEWORKS) {
  describe(`the snippets under ${name}`, () => {
    let running: Awaited<ReturnType<Mount>>;
    before(async () => {
      running = await mount(id);
    });
    after(() => running.stop());

    for (const { code, prefix, words } of answersOf(id)) {
      it(`${prefix} answers ${code} with its header fields and its body`, async () => {
        const wanted = answers.find((answer) => answer.code === code);
        assert.ok(wanted);
        const response = await running.ask(`/${code}`);
        assert.equal(response.status, code);
        // What a procedure throws is answered by its adapter, which has the fields in its hands.
        for (const field of words.tells === 'code' ? [] : wanted.fields)
          assert.equal(response.headers.get(field.name), String(field.value));
        const text = await response.text();
        if (!wanted.body) assert.equal(text, '');
        else if (words.tells) assert.equal(readMessage(JSON.parse(text)), messageOf(wanted));
        else assert.deepEqual(JSON.parse(text), Object.fromEntries(wanted.body.map((one) => [one.name, one.value])));
      });
    }

    it('its handler finds, or answers 404', async () => {
      const [found, missing] = await Promise.all([running.ask('/users/7'), running.ask('/users/8')]);
      const user = (await found.json()) as { result?: { data: unknown } };
      assert.deepEqual([found.status, user.result?.data ?? user], [200, { id: '7' }]);
      assert.deepEqual([missing.status, readMessage(await missing.json())], [404, 'There is no such user']);
    });

    if (id === 'nest' || id === 'routing-controllers')
      it('its 201 makes something and tells where it is, its 204 has nothing to say', async () => {
        const [made, removed] = await Promise.all([running.ask('/users', 'POST'), running.ask('/users/7', 'DELETE')]);
        assert.deepEqual(
          [made.status, made.headers.get('Location'), await made.json()],
          [201, '/api/users/124', { id: 124 }],
        );
        assert.deepEqual([removed.status, await removed.text()], [204, '']);
      });

    if (fails)
      it('its error handler answers 500 and keeps the inside to itself', async () => {
        const response = await running.ask('/fails');
        assert.deepEqual([response.status, await response.json()], [500, { error: 'This failed on our side' }]);
      });
  });
}

/** What a body tells of an error: in the snippet's own shape, in that of routing-controllers, or of tRPC. */
function readMessage(body: unknown): string | undefined {
  const { message, error = message } = body as { error?: string | { message?: string }; message?: string };
  return typeof error === 'string' ? error : error?.message;
}

function messageOf({ body }: Answer): unknown {
  return body?.find(({ name }) => name === 'error')?.value;
}
