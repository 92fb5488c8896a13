import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answers } from '../../server/src/engine/snippets/answers.ts';
import { answersOf, skeletonOf } from './all.ts';
import { mountNest } from './nest.ts';

type Run = (path: string, method?: string) => Promise<Response>;
/** Serves every answer of a framework under its code, and its skeletons under `/users/:id` and `/fails`. */
type Mount = (id: string) => Promise<{ readonly ask: Run; readonly stop: () => Promise<void> }>;

type AsyncFunction = (...given: readonly unknown[]) => Promise<unknown>;
const AsyncFunctionConstructor = (async () => {}).constructor as new (...parts: readonly string[]) => AsyncFunction;

/** A handler with these statements. */
function toHandler(names: readonly string[], statements: string): AsyncFunction {
  return new AsyncFunctionConstructor(...names, statements);
}

const findUser = async (id: string): Promise<{ id: string } | undefined> => (id === '7' ? { id } : undefined);

async function listen(listener: RequestListener): Promise<{ ask: Run; stop: () => Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ask: (path) => fetch(`http://127.0.0.1:${port}${path}`, { headers: { Connection: 'close' } }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const mountExpress =
  (packageName: string): Mount =>
  async (id) => {
    const { default: express } = await import(packageName);
    const app = express();
    for (const { code, text } of answersOf(id)) app.get(`/${code}`, toHandler(['req', 'res'], text));
    await toHandler(['app', 'findUser'], skeletonOf(id, 'handler'))(app, findUser);
    app.get('/fails', () => {
      throw new Error('secret');
    });
    await toHandler(['app'], skeletonOf(id, 'errors'))(app);
    return listen(app);
  };

const mountFastify =
  (packageName: string): Mount =>
  async (id) => {
    const { default: fastify } = await import(packageName);
    const app = fastify();
    await toHandler(['app'], skeletonOf(id, 'errors'))(app);
    for (const { code, text } of answersOf(id)) app.get(`/${code}`, toHandler(['request', 'reply'], text));
    await toHandler(['app', 'findUser'], skeletonOf(id, 'handler'))(app, findUser);
    app.get('/fails', async () => {
      throw new Error('secret');
    });
    const address: string = await app.listen({ port: 0, host: '127.0.0.1' });
    return { ask: (path) => fetch(address + path, { headers: { Connection: 'close' } }), stop: () => app.close() };
  };

const mountKoa =
  (packageName: string): Mount =>
  async (id) => {
    const { default: Koa } = await import(packageName);
    const { default: Router } = await import('@koa/router');
    const app = new Koa();
    const router = new Router();
    app.silent = true;
    app.on('error', () => {});
    await toHandler(['app'], skeletonOf(id, 'errors'))(app);
    for (const { code, text } of answersOf(id)) router.get(`/${code}`, toHandler(['ctx'], text));
    await toHandler(['router', 'findUser'], skeletonOf(id, 'handler'))(router, findUser);
    router.get('/fails', async () => {
      throw new Error('secret');
    });
    app.use(router.routes());
    return listen(app.callback());
  };

const mountHono: Mount = async (id) => {
  const { Hono } = await import('hono');
  const app = new Hono();
  for (const { code, text } of answersOf(id))
    app.get(`/${code}`, async (c) => (await toHandler(['c'], text)(c)) as Response);
  await toHandler(['app', 'findUser'], skeletonOf(id, 'handler'))(app, findUser);
  app.get('/fails', async () => {
    throw new Error('secret');
  });
  await toHandler(['app', 'console'], skeletonOf(id, 'errors'))(app, { error: () => {} });
  return { ask: async (path) => app.request(path), stop: async () => {} };
};

const mountFetch: Mount = async (id) => {
  const skeleton = `${skeletonOf(id, 'handler').replace('export ', '')}\nreturn GET(request);`;
  const find = toHandler(['request', 'findUser'], skeleton);
  const handlers = new Map(answersOf(id).map(({ code, text }) => [`/${code}`, toHandler(['request'], text)]));
  const ask = async (path: string): Promise<Response> => {
    const user = /^\/users\/(.*)/.exec(path)?.[1];
    const request = new Request(`http://shop.example${user === undefined ? path : `/users?id=${user}`}`);
    return (await (handlers.get(path) ?? find)(request, findUser)) as Response;
  };
  return { ask, stop: async () => {} };
};

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
  { name: 'NestJS', id: 'nest', mount: mountNest, fails: false },
  { name: 'the Response of Node', id: 'fetch', mount: mountFetch, fails: false },
];

for (const { name, id, mount, fails } of FRAMEWORKS) {
  describe(`the snippets under ${name}`, () => {
    let running: Awaited<ReturnType<Mount>>;
    before(async () => {
      running = await mount(id);
    });
    after(() => running.stop());

    for (const { code, prefix } of answersOf(id)) {
      it(`${prefix} answers ${code} with its header fields and its body`, async () => {
        const wanted = answers.find((answer) => answer.code === code);
        assert.ok(wanted);
        const response = await running.ask(`/${code}`);
        assert.equal(response.status, code);
        for (const field of wanted.fields) assert.equal(response.headers.get(field.name), String(field.value));
        const text = await response.text();
        if (!wanted.body) assert.equal(text, '');
        else assert.deepEqual(JSON.parse(text), Object.fromEntries(wanted.body.map((one) => [one.name, one.value])));
      });
    }

    it(`sl${id}handler finds, or answers 404`, async () => {
      const [found, missing] = await Promise.all([running.ask('/users/7'), running.ask('/users/8')]);
      assert.deepEqual([found.status, await found.json()], [200, { id: '7' }]);
      assert.deepEqual([missing.status, await missing.json()], [404, { error: 'There is no such user' }]);
    });

    if (id === 'nest')
      it('slnest201 makes something and tells where it is, slnest204 has nothing to say', async () => {
        const [made, removed] = await Promise.all([running.ask('/users', 'POST'), running.ask('/users/7', 'DELETE')]);
        assert.deepEqual(
          [made.status, made.headers.get('Location'), await made.json()],
          [201, '/api/users/124', { id: 124 }],
        );
        assert.deepEqual([removed.status, await removed.text()], [204, '']);
      });

    if (fails)
      it(`sl${id}errors answers 500 and keeps the inside to itself`, async () => {
        const response = await running.ask('/fails');
        assert.deepEqual([response.status, await response.json()], [500, { error: 'This failed on our side' }]);
      });
  });
}
