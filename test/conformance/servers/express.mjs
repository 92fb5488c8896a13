import { createServer } from 'node:http';

/** Serves routers. */
export function serve(express, modules) {
  const app = express();
  app.set('env', 'test');
  // Timers run in the order in which they are due: those of the handlers under test have run before this one.
  app.get('/alive', (_request, response) => setTimeout(() => response.end(), 150));
  app.use(express.json());
  for (const [prefix, router] of modules) app.use(prefix, router);
  return createServer(app);
}
