import { createServer } from 'node:http';

/** Serves routers. */
export function serve(koa, modules, require) {
  const app = new (koa.default ?? koa)();
  app.silent = true;
  app.use(require('koa-bodyparser')());
  for (const [prefix, router] of modules) app.use(router.prefix(prefix).routes());
  return createServer(app.callback());
}
