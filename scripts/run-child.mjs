import { fork } from 'node:child_process';
import { join } from 'node:path';
import { root } from './setup.mjs';

/**
 * Runs a program of this repository beside others. What it prints is printed once it has ended, so that nothing mixes.
 * @param {string} name what it does, in a few words
 * @param {string} script path from the root
 * @param {readonly string[]} [args]
 * @returns {Promise<{ code: number | null, counts: { passed: number, failed: number } | undefined }>} its exit code, and
 *   what it has sent, if it counts tests
 */
export function runChild(name, script, args = []) {
  console.log(`\n> ${name}: ${[script, ...args].join(' ')}`);
  const started = performance.now();
  const child = fork(join(root, script), args, { cwd: root, silent: true });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  let counts;
  child.on('message', (message) => {
    counts = message;
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(output));
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
      resolve({ code, counts });
    });
  });
}

/**
 * Runs tests beside others. If they end before they could count, that is a failure.
 * @param {string} name what they are about, in a few words
 * @param {string} folder path from the root
 * @param {readonly string[]} globs which files of the folder
 * @param {string} [titled] only those whose titles hold this
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runTests(name, folder, globs, titled = '') {
  const { counts } = await runChild(name, 'scripts/run-mocha.mjs', [folder, titled, ...globs]);
  return counts ?? { passed: 0, failed: 1 };
}
