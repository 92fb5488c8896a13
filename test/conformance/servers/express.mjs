import { createServer } from 'node:http';

/** Serves routers. */
export function serve(express, modules) {
  const app = express();
  app.set('env', 'test');
  app.use(express.json());
  for (const [prefix, router] of modules) app.use(prefix, router);
  return createServer(app);
}
