// npm test: everything. Ends with `N passed, N failed`.
//   npm test -- engine          only the tests of that folder of test/, after a build
//   npm test -- editor fixes    those of the real editor, all or some: see scripts/editor/test.mjs
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './setup.mjs';

/** Folders of test/ whose tests mostly wait for programs that they start. */
const WAITING = '{cli,conformance,lsp,snippets}';
/** Those that build `dist/` anew, which the others run. */
const BUILDING = 'package';
const ALL = ['test/**/*.test.ts', '!test/editor/**'];

const results = { passed: 0, failed: 0 };

ensureInstalled();
process.chdir(root);
const [area, ...rest] = process.argv.slice(2);
if (area === 'editor') await testEditor(...rest);
else if (area) {
  await step('build', 'esbuild.mjs');
  await bundle([`test/${area}/**/*.test.ts`]);
  await tests('tests', '**/*.test.mjs');
} else {
  await step('build', 'esbuild.mjs');
  await bundle(ALL);
  // What waits and what computes go on side by side, and so does what has to be fetched on a fresh machine.
  const fetched = run('the editors are there', 'scripts/editor/fetch.mjs');
  await Promise.all([
    tests('tests that start programs', `${WAITING}/**/*.test.mjs`),
    (async () => {
      await step('types of the engine', 'node_modules/typescript/bin/tsc', '-p', 'server/src/engine');
      await step('types of everything else', 'node_modules/typescript/bin/tsc', '-p', '.');
      await step('types of the webview', 'node_modules/typescript/bin/tsc', '-p', 'client/webview');
      await step('lint', 'node_modules/@biomejs/biome/bin/biome', 'check');
      await step('generated files', 'scripts/generate.mjs', '--check');
      await step('notices', 'scripts/build/notices.mjs', '--check');
      await fetched;
      await tests('all other tests', '**/*.test.mjs', `!${WAITING}/**`, `!${BUILDING}/**`);
    })(),
  ]);
  await tests('tests of the package', `${BUILDING}/**/*.test.mjs`);
  // A person at the keyboard has the machine alone.
  await testEditor();
}
console.log(`\n${results.passed} passed, ${results.failed} failed`);
process.exit(results.failed > 0 ? 1 : 0);

async function testEditor(...only) {
  const started = performance.now();
  try {
    const { runEditorTests } = await import('./editor/test.mjs');
    count(await runEditorTests(...only));
  } catch (error) {
    console.error(error);
    count({ passed: 0, failed: 1 });
  }
  console.log(`the real editor: ${since(started)}`);
}

/** Whatever keeps tests from being bundled is a failure. */
async function bundle(globs) {
  try {
    const { bundleTests } = await import('./build/bundle.mjs');
    await bundleTests(globs);
  } catch (error) {
    console.error(error);
    count({ passed: 0, failed: 1 });
  }
}

/** A program that counts as one test. */
async function step(name, script, ...args) {
  const { code } = await run(name, script, ...args);
  count({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
}

/** Bundled tests, which are counted one by one. If they end before they could count, that is a failure. */
async function tests(name, ...globs) {
  const { counts } = await run(name, 'scripts/run-mocha.mjs', ...globs);
  count(counts ?? { passed: 0, failed: 1 });
}

/** Runs a program. What it prints is printed once it has ended, so that those that run side by side do not mix. */
function run(name, script, ...args) {
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
      console.log(`${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${since(started)}`);
      resolve({ code, counts });
    });
  });
}

function count({ passed, failed }) {
  results.passed += passed;
  results.failed += failed;
}

function since(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
