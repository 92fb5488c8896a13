// npm test: everything, in the order in which a failure is cheapest to find. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const installed = join(root, 'node_modules/.package-lock.json');
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) {
  console.log('> npm ci');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(1);
}

const results = { passed: 0, failed: 0 };

function step(name, command, args) {
  console.log(`\n> ${name}: ${[command, ...args].join(' ')}`);
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [join(root, command), ...args], { cwd: root, stdio: 'inherit' });
  if (status === 0) results.passed++;
  else results.failed++;
  console.log(
    `${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
}

async function tests() {
  const { bundleTests } = await import('./build/bundle.mjs');
  const files = await bundleTests(['test/**/*.test.ts', '!test/editor/**']);
  console.log(`\n> tests: mocha, ${files.length} files`);
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ timeout: 60_000 });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  await new Promise((resolve) => {
    mocha
      .run(resolve)
      .on('pass', () => results.passed++)
      .on('fail', () => results.failed++);
  });
}

step('types of the engine', 'node_modules/typescript/bin/tsc', ['-p', 'server/src/engine']);
step('types of everything else', 'node_modules/typescript/bin/tsc', ['-p', '.']);
step('lint', 'node_modules/@biomejs/biome/bin/biome', ['check']);
step('generated files', 'scripts/generate.mjs', ['--check']);
step('build', 'esbuild.mjs', []);
await tests();
console.log(`\n${results.passed} passed, ${results.failed} failed`);
process.exit(results.failed > 0 ? 1 : 0);
