// npm run package: builds for production and writes status-lens-<version>.vsix. Any warning of the packager is an error.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './setup.mjs';

/** The largest package that is worth its download. */
const MAX_KILOBYTES = 900;

/**
 * Builds the extension and packs it.
 * @param {{ outputFolder?: string }} [options] where the package goes; the repository's folder unless given
 * @returns {Promise<{ path: string, kilobytes: number }>} the package
 * @throws {Error} if the packager warns or the package is too large
 */
export async function packageExtension({ outputFolder = root } = {}) {
  const { build } = await import('../esbuild.mjs');
  await build({ production: true });
  const { createVSIX } = await import('@vscode/vsce');
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  mkdirSync(outputFolder, { recursive: true });
  const path = resolve(outputFolder, `${name}-${version}.vsix`);
  const warnings = await collectWarnings(() => createVSIX({ cwd: root, packagePath: path, dependencies: false }));
  if (warnings.length > 0) throw new Error(`The packager warns:\n${warnings.join('\n')}`);
  const kilobytes = Math.ceil(statSync(path).size / 1024);
  if (kilobytes > MAX_KILOBYTES) throw new Error(`${path} has ${kilobytes} KB, more than ${MAX_KILOBYTES}`);
  return { path, kilobytes };
}

/** The packager prints its warnings, and nothing else is told by its interface. */
async function collectWarnings(run) {
  const warnings = [];
  const { warn, error, log } = console;
  console.warn = (...parts) => warnings.push(parts.join(' '));
  console.error = console.warn;
  console.log = () => {};
  // What the script `vscode:prepublish` or a missing field would say goes through the same doors.
  try {
    await run();
  } finally {
    Object.assign(console, { warn, error, log });
  }
  return warnings;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  try {
    const { path, kilobytes } = await packageExtension();
    console.log(`${path}: ${kilobytes} KB, no warnings`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
