import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../build/plugins.mjs';

/**
 * Loads parts of the engine that never import the parser, so that nothing has to be built before.
 * @param {string} source exports, from files by their path from the engine's folder
 */
export async function loadEngine(source) {
  const target = join(root, 'out', `engine-${process.pid}-${Math.random().toString(36).slice(2)}.mjs`);
  mkdirSync(join(root, 'out'), { recursive: true });
  await build({
    stdin: { contents: source, resolveDir: join(root, 'server/src/engine'), loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    outfile: target,
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(target).href);
  } finally {
    rmSync(target, { force: true });
  }
}
