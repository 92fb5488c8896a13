// Started by test.mjs with globs of files in out/test: runs these tests, and sends how many passed and failed.
import { join } from 'node:path';
import Mocha from 'mocha';
import { glob } from 'tinyglobby';
import { root } from './setup.mjs';

const files = await glob(process.argv.slice(2), { cwd: join(root, 'out/test'), absolute: true });
if (files.length === 0) throw new Error(`There is no ${process.argv.slice(2).join(' ')} in out/test`);
console.log(`${files.length} files`);
const mocha = new Mocha({ timeout: 60_000 });
for (const file of files.sort()) mocha.addFile(file);
await mocha.loadFilesAsync();
const counts = { passed: 0, failed: 0 };
mocha
  // What a test has left running does not keep the others waiting.
  .run(() => process.send(counts, () => process.exit(counts.failed > 0 ? 1 : 0)))
  .on('pass', () => counts.passed++)
  .on('fail', () => counts.failed++);
