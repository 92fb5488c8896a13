// A process of its own that serves all handlers under one version of Express: what they leave unhandled must not reach
// the tests. Usage: serve.mjs <name of the package>; the port is sent to the parent process.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from 'esbuild';

const framework = process.argv[2] ?? 'express';
const folder = resolve('test/conformance/handlers');
const fromHere = createRequire(import.meta.url);
const fromFramework = createRequire(fromHere.resolve(framework));
const loaded = new Map();

process.on('uncaughtException', () => {});
process.on('unhandledRejection', () => {});

/** Loads a file as CommonJS; `express`, and what Express itself depends on, come from the version under test. */
function load(path) {
  const known = loaded.get(path);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(path, module);
  const source = readFileSync(path, 'utf8');
  const code = extname(path) === '.ts' ? transformSync(source, { loader: 'ts', format: 'cjs' }).code : source;
  const require = (name) => {
    if (name.startsWith('.')) return load(find(resolve(dirname(path), name)));
    return name === 'express' ? fromHere(framework) : fromFramework(name);
  };
  const run = compileFunction(code, ['module', 'exports', 'require', '__dirname'], { filename: path });
  run(module, module.exports, require, dirname(path));
  return module.exports;
}

function find(path) {
  const names = readdirSync(dirname(path));
  const name = ['', '.js', '.ts']
    .map((end) => path.slice(dirname(path).length + 1) + end)
    .find((n) => names.includes(n));
  if (name === undefined) throw new Error(`There is no ${path}`);
  return join(dirname(path), name);
}

const express = fromHere(framework);
const app = express();
app.set('env', 'test');
app.get('/alive', (_request, response) => response.end());
app.use(express.json());
for (const entry of readdirSync(folder, { withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const exported = load(join(folder, entry.name));
  app.use(`/${entry.name.replace(/\.[jt]s$/, '')}`, exported.default ?? exported);
}
const server = createServer(app);
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
// Nobody is left to ask once the parent process is gone.
process.on('disconnect', () => process.exit());
