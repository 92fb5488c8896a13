import { createServer } from 'node:http';

/** Serves routers. */
export function serve(express, modules) {
  const app = express();
  app.set('env', 'test');
  // Any view is the text of one file.
  app.engine('txt', (_path, _options, done) => done(null, 'A view'));
  app.set('views', 'test/conformance/views');
  app.set('view engine', 'txt');
  app.use(express.json());
  for (const [prefix, router] of modules) app.use(prefix, router);
  return createServer(app);
}
