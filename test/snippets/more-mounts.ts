import { createServer as createNodeServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { answersOf, skeletonOf } from './all.ts';
import { findUser, listen, type Mount, type Running, silence, toHandler } from './mount.ts';

function failing(): never {
  throw new Error('secret');
}

export const mountElysia: Mount = async (id) => {
  const { Elysia } = await import('elysia');
  const app = new Elysia();
  await toHandler(['app', 'console'], skeletonOf(id, 'errors'))(app, silence);
  for (const { code, text } of answersOf(id))
    app.get(`/${code}`, ({ status, set }) => toHandler(['status', 'set'], text)(status, set));
  await toHandler(['app', 'findUser'], skeletonOf(id, 'handler'))(app, findUser);
  app.get('/fails', failing);
  return { ask: async (path) => app.handle(new Request(`http://localhost${path}`)), stop: async () => {} };
};

export const mountHapi: Mount = async (id) => {
  const hapi = await import('@hapi/hapi');
  const server = hapi.server({ host: '127.0.0.1', port: 0, debug: false });
  await toHandler(['server', 'console'], skeletonOf(id, 'errors'))(server, silence);
  for (const { code, text } of answersOf(id)) {
    const handler = toHandler(['request', 'h'], text);
    server.route({ method: 'GET', path: `/${code}`, handler: (request, h) => handler(request, h) as never });
  }
  await toHandler(['server', 'findUser'], skeletonOf(id, 'handler'))(server, findUser);
  server.route({ method: 'GET', path: '/fails', handler: failing });
  await server.start();
  return {
    ask: (path) => fetch(server.info.uri + path, { headers: { Connection: 'close' } }),
    stop: () => server.stop(),
  };
};

export const mountH3: Mount = async (id) => {
  const h3 = await import('h3');
  const app = h3.createApp();
  const router = h3.createRouter();
  app.use(router);
  const given = Object.fromEntries(Object.entries(h3).filter(([name]) => /^\w+$/.test(name)));
  for (const { code, text } of answersOf(id)) {
    const handler = toHandler([...Object.keys(given), 'event'], text);
    router.get(
      `/${code}`,
      h3.eventHandler((event) => handler(...Object.values(given), event)),
    );
  }
  const skeleton = skeletonOf(id, 'handler').replace('export default', 'return');
  const find = await toHandler([...Object.keys(given), 'findUser'], skeleton)(...Object.values(given), findUser);
  router.get('/users/:id', find as Parameters<typeof router.get>[1]);
  return listen(h3.toNodeListener(app));
};

export const mountNode: Mount = async (id) => {
  const handlers = new Map(answersOf(id).map(({ code, text }) => [`/${code}`, toHandler(['req', 'res'], text)]));
  const skeleton = `${skeletonOf(id, 'handler')}\nreturn server;`;
  const users = (await toHandler(['createServer', 'findUser'], skeleton)(createNodeServer, findUser)) as Server;
  return listen((request, response) => {
    const user = /^\/users\/(.*)/.exec(request.url ?? '')?.[1];
    if (user === undefined) return void handlers.get(request.url ?? '')?.(request, response);
    request.url = `/users?id=${user}`;
    users.emit('request', request, response);
  });
};

export const mountProcedures: Mount = async (id) => {
  const { initTRPC, TRPCError } = await import('@trpc/server');
  const { fetchRequestHandler } = await import('@trpc/server/adapters/fetch');
  const t = initTRPC.create();
  const input = t.procedure.input((value: unknown) => String(value));
  const find = `return { ${skeletonOf(id, 'handler')} };`;
  const found = await toHandler(['publicProcedure', 'TRPCError', 'findUser'], find)(input, TRPCError, findUser);
  const thrown = answersOf(id).map(({ code, text }): [string, ReturnType<typeof t.procedure.query>] => [
    String(code),
    t.procedure.query(() => toHandler(['TRPCError'], text)(TRPCError)),
  ]);
  const router = t.router({ ...Object.fromEntries(thrown), ...(found as Record<string, never>) });
  const ask: Running['ask'] = async (path) => {
    const user = /^\/users\/(.*)/.exec(path)?.[1];
    const call = user === undefined ? path : `/byId?input=${encodeURIComponent(JSON.stringify(user))}`;
    const req = new Request(`http://localhost/trpc${call}`);
    return fetchRequestHandler({ endpoint: '/trpc', req, router, createContext: () => ({}) });
  };
  return { ask, stop: async () => {} };
};

/** Serves the snippets in one controller on Express. */
export const mountControllers: Mount = async (id) => {
  const { transformSync } = await import('esbuild');
  const require = createRequire(`${process.cwd()}/package.json`);
  require('reflect-metadata');
  const package_ = require('routing-controllers');
  const methods = answersOf(id).map(
    ({ code, text }) => `@Get('/${code}') answer${code}(@Res() response) {\n${text}\n}`,
  );
  const source = `
    const { ${Object.keys(package_).join(', ')} } = given;
    @JsonController() class Answers { ${methods.join('\n')} }
    @JsonController('/users') class Users {
      users = { find: async (id) => (id === '7' ? { id } : undefined), remove: async () => {} };
      ${['handler', '201', '204'].map((name) => skeletonOf(id, name)).join('\n')}
    }
    return [Answers, Users];`;
  const { code } = transformSync(`function make(given) {${source}}`, {
    loader: 'ts',
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  });
  const controllers = new Function('given', `${code}\nreturn make(given);`)(package_);
  const app = require('express4')();
  // Express logs what fails, except in tests.
  app.set('env', 'test');
  package_.useExpressServer(app, { controllers, validation: false });
  return listen(app);
};
