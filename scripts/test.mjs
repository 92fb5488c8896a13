// npm test: everything. Ends with `N passed, N failed`.
//   npm test -- engine          only the tests of that folder of test/, after a build
//   npm test -- editor fixes    those of the real editor, all or some: see scripts/editor/test.mjs
import { runChild, runTests } from './run-child.mjs';
import { ensureInstalled, root } from './setup.mjs';

const ALL = ['test/**/*.test.ts', '!test/editor/**'];
/** Tests that go on side by side, as they mostly wait for programs that they start: the slowest of them, and others. */
const SLOWEST = 'conformance';
const WAITING = '{cli,lsp,snippets}';
/** Those that build `dist/` anew, which the others run, and those that need an editor that may have to be fetched. */
const LAST = '{grammar,package}';

const results = { passed: 0, failed: 0 };

ensureInstalled();
process.chdir(root);
const [area, ...rest] = process.argv.slice(2);
if (area === 'editor') await testEditor(...rest);
else if (area) {
  await step('build', 'esbuild.mjs');
  await bundle([`test/${area}/**/*.test.ts`]);
  await tests('tests', '**');
} else {
  await step('build', 'esbuild.mjs');
  await bundle(ALL);
  await Promise.all([
    runChild('the editors are there', 'scripts/editor/fetch.mjs'),
    tests('tests on real frameworks', `${SLOWEST}/**`),
    (async () => {
      await tests('tests that start programs', `${WAITING}/**`);
      await step('types of the engine', 'node_modules/typescript/bin/tsc', '-p', 'server/src/engine');
      await step('types of everything else', 'node_modules/typescript/bin/tsc', '-p', '.');
      await step('types of the webview', 'node_modules/typescript/bin/tsc', '-p', 'client/webview');
    })(),
    (async () => {
      await step('lint', 'node_modules/@biomejs/biome/bin/biome', 'check');
      await step('generated files', 'scripts/generate.mjs', '--check');
      await step('notices', 'scripts/build/notices.mjs', '--check');
      await tests('all other tests', '**', ...[SLOWEST, WAITING, LAST].map((one) => `!${one}/**`));
    })(),
  ]);
  await tests('tests of the grammars and the package', `${LAST}/**`);
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
  console.log(`the real editor: ${((performance.now() - started) / 1000).toFixed(1)} s`);
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
  const { code } = await runChild(name, script, args);
  count({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
}

/** Bundled tests, which are counted one by one. */
async function tests(name, ...globs) {
  count(
    await runTests(
      name,
      'out/test',
      globs.map((one) => `${one}/*.test.mjs`),
    ),
  );
}

function count({ passed, failed }) {
  results.passed += passed;
  results.failed += failed;
}
