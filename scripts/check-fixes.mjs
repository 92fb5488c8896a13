// node scripts/check-fixes.mjs folder…: applies every fix of every finding below the folders, each by itself and in
// memory, and names those that leave broken code, do not take their finding away, bring another or let one be seen that
// was hidden. It fails if there are any.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './setup.mjs';

ensureInstalled();
const folders = process.argv.slice(2);
if (folders.length === 0 || !folders.every((folder) => existsSync(folder))) {
  console.error('Usage: node scripts/check-fixes.mjs folder…');
  process.exit(2);
}
const { checkFixes, createDiskHost, createProject } = await loadChecker();
const { glob } = await import('tinyglobby');
const results = [];
for (const folder of folders) {
  const paths = await glob('**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}', { cwd: folder, ignore: ['**/node_modules/**'] });
  const project = createProject(createDiskHost(folder, false));
  for (const path of paths.sort()) {
    const text = readFileSync(join(folder, path), 'utf8');
    const checked = checkFixes({ path, text }, project);
    results.push(...checked);
    for (const { line, rule, title, problem, revealed } of checked) {
      if (revealed !== undefined) console.log(`${join(folder, path)}:${line} ${rule}, "${title}" reveals ${revealed}`);
      if (problem !== undefined) console.log(`${join(folder, path)}:${line} ${rule}, "${title}": ${problem}`);
    }
  }
}
const count = (test) => results.filter(test).length;
for (const rule of [...new Set(results.map((one) => one.rule))].sort()) {
  const wrong = count((one) => one.rule === rule && one.problem !== undefined);
  console.log(`${rule}: ${count((one) => one.rule === rule)} fixes, ${wrong} wrong`);
}
const wrong = count(({ problem }) => problem !== undefined);
const reveal = count(({ revealed }) => revealed !== undefined);
console.log(
  `${results.length} fixes (${count(({ kind }) => kind === 'safe')} safe), ${wrong} wrong, ${reveal} reveal others`,
);
process.exitCode = wrong + reveal > 0 ? 1 : 0;

/** The checker that the tests use, with the engine of the sources as they stand. */
async function loadChecker() {
  const { build } = await import('esbuild');
  const { buildParser } = await import('./build/cut-typescript.mjs');
  const { useCutParser } = await import('./build/plugins.mjs');
  const contents = `export * from './test/examples/check-fixes.ts'; export * from './server/src/disk-host.ts'; export * from './server/src/engine/index.ts';`;
  const target = join(root, 'out', `check-fixes-${process.pid}.mjs`);
  mkdirSync(join(root, 'out'), { recursive: true });
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: target,
    logLevel: 'error',
    plugins: [useCutParser(await buildParser())],
  });
  try {
    return await import(pathToFileURL(target).href);
  } finally {
    rmSync(target, { force: true });
  }
}
