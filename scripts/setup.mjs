// Every entry script calls this before it imports a package, so that one command is enough in a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const OLDEST_NODE = 20;

/** Installs the development packages if they are missing or older than the lockfile. Ends the process if it cannot. */
export function ensureInstalled() {
  const [major] = process.versions.node.split('.');
  if (Number(major) < OLDEST_NODE) {
    stop(`Node ${OLDEST_NODE} or newer is needed, and this is ${process.version}. Get one from https://nodejs.org.`);
  }
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
  console.log('> npm ci (the packages are missing or older than the lockfile)');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    stop('The packages could not be installed. See npm’s message above; a registry that answers is needed once.');
  }
}

/**
 * Runs a program of this repository with Node and shows what it prints.
 * @param {string} script path from the root
 * @param {readonly string[]} [args]
 * @returns {number} its exit code
 */
export function runNode(script, args = []) {
  return spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
