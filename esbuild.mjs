// Usage: node esbuild.mjs [--production] [--watch]
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { guardEngine, root, shareEngine, useCutParser } from './scripts/build/plugins.mjs';
import { ensureInstalled } from './scripts/setup.mjs';

ensureInstalled();
const esbuild = await import('esbuild');
const { buildParser } = await import('./scripts/build/cut-typescript.mjs');

/** Every file of dist: its entry point, where it runs, and what esbuild needs to know besides. */
const bundles = [
  { output: 'engine.js', entry: 'server/src/engine/index.ts', runsIn: 'node' },
  { output: 'server.js', entry: 'server/src/main.node.ts', runsIn: 'node', plugins: [shareEngine()] },
  {
    output: 'cli.js',
    entry: 'server/src/main.cli.ts',
    runsIn: 'node',
    plugins: [shareEngine()],
    // tinyglobby's ES module makes a `require` from its own address, which CommonJS has under another name.
    banner: { js: "#!/usr/bin/env node\nconst moduleAddress = require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'moduleAddress' },
  },
  { output: 'client.js', entry: 'client/src/extension.node.ts', runsIn: 'node', external: ['vscode'] },
  { output: 'client.browser.js', entry: 'client/src/extension.browser.ts', runsIn: 'browser', external: ['vscode'] },
  // Its style sheet is written beside it.
  { output: 'exercise.js', entry: 'client/webview/exercise.ts', runsIn: 'browser', format: 'iife' },
  {
    output: 'server.browser.js',
    entry: 'server/src/main.browser.ts',
    runsIn: 'browser',
    format: 'iife',
    plugins: [shareEngine()],
  },
];

/**
 * Builds dist. Throws if entry points are missing, after it has built the others.
 * @param {{ production?: boolean, outputFolder?: string, parser?: string, watch?: boolean, only?: readonly string[] }} [options]
 *   `production` minifies and leaves source maps out; `parser` is a module to use in place of the cut-down parser;
 *   `only` names the files of dist to build.
 * @returns {Promise<Record<string, esbuild.Metafile>>} what went into each file of dist, by its name
 */
export async function build({
  production = false,
  outputFolder = join(root, 'dist'),
  parser,
  watch = false,
  only,
} = {}) {
  const chosen = only ? bundles.filter(({ output }) => only.includes(output)) : bundles;
  const missing = chosen.filter(({ entry }) => !existsSync(join(root, entry)));
  const parserPath = parser ?? (await buildParser());
  if (!only) rmSync(outputFolder, { recursive: true, force: true });
  const metafiles = {};
  for (const bundle of chosen) {
    if (missing.includes(bundle)) continue;
    const options = getOptions(bundle, { production, outputFolder, parserPath });
    if (watch) await (await esbuild.context(options)).watch();
    else metafiles[bundle.output] = (await esbuild.build(options)).metafile;
  }
  if (missing.length > 0) {
    const list = missing.map(({ entry, output }) => `${entry} (for dist/${output})`).join(', ');
    throw new Error(`Not built, as the entry point is missing: ${list}`);
  }
  return metafiles;
}

function getOptions({ output, entry, runsIn, plugins = [], ...rest }, { production, outputFolder, parserPath }) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(outputFolder, output),
    bundle: true,
    platform: runsIn,
    format: 'cjs',
    target: runsIn === 'node' ? 'node20' : 'es2022',
    // The CommonJS build of vscode-languageserver hides its imports from the bundler in the UMD builds of its packages.
    mainFields: runsIn === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
    minify: production,
    sourcemap: !production,
    metafile: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
    plugins: [...plugins, guardEngine(), useCutParser(parserPath)],
    ...rest,
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const watch = process.argv.includes('--watch');
  try {
    await build({ production: process.argv.includes('--production'), watch });
    console.log(watch ? 'Watching for changes.' : 'Built dist.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
