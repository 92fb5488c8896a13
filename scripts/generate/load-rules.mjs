import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../build/plugins.mjs';

/** Loads every rule file with its examples, sorted by id. Rules never import the parser, so nothing else is needed. */
export async function loadRules() {
  const folder = join(root, 'server/src/engine/rules');
  const ids = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .sort();
  const source = ids.map((id, index) => `export * as rule${index} from './${id}.ts';`).join('\n');
  const target = join(root, 'out', `rules-${process.pid}.mjs`);
  mkdirSync(join(root, 'out'), { recursive: true });
  await build({
    stdin: { contents: source, resolveDir: folder, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    outfile: target,
    logLevel: 'error',
  });
  try {
    const loaded = await import(pathToFileURL(target).href);
    return { rules: ids.map((_, index) => loaded[`rule${index}`]) };
  } finally {
    rmSync(target, { force: true });
  }
}
