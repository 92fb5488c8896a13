import { answersOf, skeletonOf } from './all.ts';
import { findUser, listen, type Mount, silence, toHandler } from './mount.ts';

export const mountExpress =
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

export const mountFastify =
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

export const mountKoa =
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

export const mountHono: Mount = async (id) => {
  const { Hono } = await import('hono');
  const app = new Hono();
  for (const { code, text } of answersOf(id))
    app.get(`/${code}`, async (c) => (await toHandler(['c'], text)(c)) as Response);
  await toHandler(['app', 'findUser'], skeletonOf(id, 'handler'))(app, findUser);
  app.get('/fails', async () => {
    throw new Error('secret');
  });
  await toHandler(['app', 'console'], skeletonOf(id, 'errors'))(app, silence);
  return { ask: async (path) => app.request(path), stop: async () => {} };
};
