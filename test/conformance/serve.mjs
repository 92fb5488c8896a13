// A process of its own that serves all handlers of a folder under one version of their framework: what they leave
// unhandled must not reach the tests. Usage: serve.mjs <platform> <folder> <package>; the port is sent to the parent.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from 'esbuild';

const [platform, at, framework] = process.argv.slice(2);
const folder = resolve(at);
const fromHere = createRequire(import.meta.url);
const fromFramework = framework.startsWith('node:') ? fromHere : createRequire(fromHere.resolve(framework));
const loaded = new Map();

process.on('uncaughtException', () => {});
process.on('unhandledRejection', () => {});

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
    try {
      return fromFramework(name);
    } catch {
      return fromHere(name);
    }
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

/** The exports of each file by the prefix of its routes. */
const modules = new Map();
for (const entry of readdirSync(folder, { withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const exported = load(join(folder, entry.name));
  modules.set(`/${entry.name.replace(/\.[jt]s$/, '')}`, exported.default ?? exported);
}
const { serve } = await import(new URL(`servers/${platform}.mjs`, import.meta.url).href);
const server = await serve(fromHere(framework), modules, fromHere);
if (!server.listening) await new Promise((done) => server.listen(0, '127.0.0.1', done));
process.send(server.address().port);
// Nobody is left to ask once the parent process is gone.
process.on('disconnect', () => process.exit());
