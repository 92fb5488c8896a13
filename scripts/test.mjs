// npm test: everything, in the order in which a failure is cheapest to find. Ends with `N passed, N failed`.
//   npm test -- engine          only the tests of that folder of test/, after a build
//   npm test -- editor fixes    those of the real editor, all or some: see scripts/editor/test.mjs
import { ensureInstalled, root, runNode } from './setup.mjs';

const results = { passed: 0, failed: 0 };

ensureInstalled();
process.chdir(root);
const [area, ...rest] = process.argv.slice(2);
if (area === 'editor') {
  await add('the real editor', () => runEditor(...rest));
  finish();
}
if (area) {
  step('build', 'esbuild.mjs', []);
  await add('mocha', () => runMocha([`test/${area}/**/*.test.ts`]));
  finish();
}
step('types of the engine', 'node_modules/typescript/bin/tsc', ['-p', 'server/src/engine']);
step('types of everything else', 'node_modules/typescript/bin/tsc', ['-p', '.']);
step('types of the webview', 'node_modules/typescript/bin/tsc', ['-p', 'client/webview']);
step('lint', 'node_modules/@biomejs/biome/bin/biome', ['check']);
step('generated files', 'scripts/generate.mjs', ['--check']);
step('notices', 'scripts/build/notices.mjs', ['--check']);
step('build', 'esbuild.mjs', []);
await add('mocha', () => runMocha(['test/**/*.test.ts', '!test/editor/**']));
await add('the real editor', () => runEditor());
finish();

async function runEditor(...only) {
  const { runEditorTests } = await import(new URL('editor/test.mjs', import.meta.url).href);
  return runEditorTests(...only);
}

function finish() {
  console.log(`\n${results.passed} passed, ${results.failed} failed`);
  process.exit(results.failed > 0 ? 1 : 0);
}

/** A program that counts as one test. */
function step(name, script, args) {
  console.log(`\n> ${name}: ${[script, ...args].join(' ')}`);
  const started = performance.now();
  const passed = runNode(script, args) === 0;
  if (passed) results.passed++;
  else results.failed++;
  console.log(`${name}: ${passed ? 'passed' : 'FAILED'} in ${since(started)}`);
}

/** Tests that count themselves. Whatever keeps them from running is a failure. */
async function add(name, run) {
  const started = performance.now();
  try {
    const { passed, failed } = await run();
    results.passed += passed;
    results.failed += failed;
  } catch (error) {
    console.error(error);
    results.failed++;
  }
  console.log(`${name}: ${since(started)}`);
}

async function runMocha(globs) {
  const { bundleTests } = await import('./build/bundle.mjs');
  const files = await bundleTests(globs);
  console.log(`\n> tests: mocha, ${files.length} files`);
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ timeout: 60_000 });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const counts = { passed: 0, failed: 0 };
  await new Promise((resolve) => {
    mocha
      .run(resolve)
      .on('pass', () => counts.passed++)
      .on('fail', () => counts.failed++);
  });
  return counts;
}

function since(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
