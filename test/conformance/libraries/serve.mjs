// A process of its own that serves one app with the packages of a folder; its port is sent to the parent.
// Usage: serve.mjs <file> <folder>
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from 'esbuild';

const [file, folder] = process.argv.slice(2);
// Express prints what it answers for to the console, but for tests.
process.env.NODE_ENV = 'test';
const tsconfigRaw = { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } };
const source = readFileSync(file, 'utf8');
const code = file.endsWith('.ts') ? transformSync(source, { loader: 'ts', format: 'cjs', tsconfigRaw }).code : source;
const module = { exports: {} };
const run = compileFunction(code, ['module', 'exports', 'require'], { filename: file });
run(module, module.exports, createRequire(join(folder, 'package.json')));
const server = await module.exports.listen();
if (!server.listening) await new Promise((done) => server.once('listening', done));
process.send(server.address().port);
process.on('disconnect', () => process.exit());
