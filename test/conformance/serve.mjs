// A process of its own that serves all handlers of a folder under one version of their framework: what they leave
// unhandled must not reach the tests. Usage: serve.mjs <order as JSON>; the port is sent to the parent.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from 'esbuild';

const { platform, folder, files, framework, packages } = JSON.parse(process.argv[2]);
const fromHere = createRequire(packages ? join(packages, 'package.json') : import.meta.url);
const loaded = new Map();

// Handlers leave errors unhandled on purpose; `SHOW_ERRORS=1` tells of them.
for (const event of ['uncaughtException', 'unhandledRejection'])
  process.on(event, (error) => process.env.SHOW_ERRORS && console.error(error));

/** @returns {NodeRequire} what the framework itself would get */
function findRequire() {
  return framework.startsWith('node:') ? fromHere : createRequire(fromHere.resolve(framework));
}

/** Loads a file as CommonJS; the framework, and what it depends on itself, come from the version under test. */
function load(path) {
  const known = loaded.get(path);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(path, module);
  const source = readFileSync(path, 'utf8');
  const code = extname(path) === '.ts' ? transform(source) : source;
  const require = (name) => {
    if (name.startsWith('.')) return load(find(resolve(dirname(path), name)));
    if (name === platform) return fromHere(framework);
    for (const from of [findRequire(), fromHere])
      try {
        return from(name);
      } catch {}
    return createRequire(import.meta.url)(name);
  };
  const run = compileFunction(code, ['module', 'exports', 'require', '__dirname'], { filename: path });
  run(module, module.exports, require, dirname(path));
  return module.exports;
}

/** NestJS registers handlers by decorators, as TypeScript first had them. */
function transform(source) {
  const tsconfigRaw = { compilerOptions: { experimentalDecorators: true } };
  return transformSync(source, { loader: 'ts', format: 'cjs', tsconfigRaw }).code;
}

function find(path) {
  const names = readdirSync(dirname(path));
  const name = ['', '.js', '.ts']
    .map((end) => path.slice(dirname(path).length + 1) + end)
    .find((n) => names.includes(n));
  if (name === undefined) throw new Error(`There is no ${path}`);
  return join(dirname(path), name);
}

/** What a platform takes of each file: its default export, or all that it exports, if it has none; its `exports`; its `path`. */
const { serve, prepare, takes = 'default' } = await import(new URL(`servers/${platform}.mjs`, import.meta.url).href);

prepare?.(fromHere);

function take(path) {
  if (takes === 'path') return path;
  const exported = load(path);
  return takes === 'exports' ? exported : (exported.default ?? exported);
}

/** By the prefix of the file's routes. */
const modules = new Map(files.map((name) => [`/${name.replace(/\.[cm]?[jt]s$/, '')}`, take(resolve(folder, name))]));
const server = await serve(takes === 'path' ? undefined : fromHere(framework), modules, fromHere);
watchRequests();
if (!server.listening) await new Promise((done) => server.listen(0, '127.0.0.1', done));
process.send(server.address().port);

/**
 * Tells the parent, once it has asked all that it asks, when nothing is left to be done. Neither the sockets nor the
 * parent keep the process alive then, so Node says so itself. What was not answered by that time never is: it is hung up.
 */
function watchRequests() {
  const open = new Set();
  let received = 0;
  let expected;
  const rest = () => {
    if (received !== expected) return;
    server.unref();
    process.channel.unref();
  };
  server.prependListener('request', (request, response) => {
    open.add(request.socket);
    response.once('close', () => open.delete(request.socket));
    const count = () => {
      if (!request.complete) return setImmediate(count);
      received++;
      request.socket.unref();
      rest();
    };
    count();
  });
  process.on('message', (asked) => {
    expected = asked;
    rest();
  });
  process.on('beforeExit', () => {
    process.channel.ref();
    for (const socket of open) socket.destroy();
    process.send('settled');
  });
}

// Nobody is left to ask once the parent process is gone.
process.on('disconnect', () => process.exit());
