import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { glob } from 'tinyglobby';
import { buildParser } from './cut-typescript.mjs';
import { root, useCutParser } from './plugins.mjs';

/**
 * Bundles test files to ES modules under out/test, with the engine on the cut-down parser and packages left outside.
 * @param {string | readonly string[]} globs relative to the repository's root, such as a pattern for `.test.ts` files
 * @param {{ outputFolder?: string }} [options] where to write instead of out/test; emptied first
 * @returns {Promise<string[]>} absolute paths of the bundled tests, one for each file found, in the order of their names
 */
export async function bundleTests(globs, { outputFolder = join(root, 'out/test') } = {}) {
  const entryPoints = (await glob(globs, { cwd: root, ignore: ['**/node_modules/**', 'test/fixtures/**'] })).sort();
  rmSync(outputFolder, { recursive: true, force: true });
  if (entryPoints.length === 0) return [];
  const parser = await buildParser();
  await build({
    absWorkingDir: root,
    entryPoints,
    outbase: join(root, 'test'),
    outdir: outputFolder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [useCutParser(parser)],
  });
  return entryPoints.map((path) => resolve(outputFolder, path.replace(/^test\//, '').replace(/\.ts$/, '.mjs')));
}
