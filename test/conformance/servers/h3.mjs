import { createServer } from 'node:http';

/** Serves routers. */
export function serve(h3, modules) {
  const app = h3.createApp();
  for (const [prefix, router] of modules) app.use(prefix, router.handler);
  return createServer(h3.toNodeListener(app));
}
