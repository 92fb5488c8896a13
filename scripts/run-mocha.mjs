// Started by run-child.mjs with a folder, a part of titles and globs of files: runs these tests, and sends how many passed
// and failed.
import { join } from 'node:path';
import Mocha from 'mocha';
import { glob } from 'tinyglobby';
import { root } from './setup.mjs';

const [folder, titled, ...globs] = process.argv.slice(2);
const files = await glob(globs, { cwd: join(root, folder), absolute: true });
if (files.length === 0) throw new Error(`There is no ${globs.join(' ')} in ${folder}`);
console.log(`${files.length} files`);
const mocha = new Mocha({ timeout: 60_000 });
if (titled) mocha.fgrep(titled);
for (const file of files.sort()) mocha.addFile(file);
await mocha.loadFilesAsync();
const counts = { passed: 0, failed: 0 };
mocha
  // What a test has left running does not keep the others waiting.
  .run(() => process.send(counts, () => process.exit(counts.failed > 0 ? 1 : 0)))
  .on('pass', () => counts.passed++)
  .on('fail', () => counts.failed++);
