import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Packages by name, each in an exact version. */
export type Packages = Readonly<Record<string, string>>;

/** Packages of which nothing runs without their binaries; of others these are left out. */
const NATIVE: readonly string[] = ['workerd'];

type GetCached = (name: string, make: (folder: string) => Promise<void>) => Promise<string>;

/**
 * Brings packages that only these tests need, and that are too heavy for every clone to install, into the cache folder
 * that the editor is kept in. Once for each user; without them the tests of their platform fail.
 * @returns the folder that holds their `node_modules`
 */
export async function fetchPackages(packages: Packages): Promise<string> {
  const script: { getCached: GetCached } = await import(pathToFileURL(resolve('scripts/editor/cache.mjs')).href);
  const list = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  const digest = createHash('sha256').update(list.join()).digest('hex').slice(0, 8);
  const [first = ''] = list;
  return script.getCached(`platform-${first.replace(/[@/]/g, '-')}-${digest}`, (folder) => install(list, folder));
}

function install(list: readonly string[], folder: string): Promise<void> {
  writeFileSync(`${folder}/package.json`, '{ "private": true }\n');
  const isNative = list.some((one) => NATIVE.includes(one.replace(/(?<=.)@.*/, '')));
  const omitted = isNative ? [] : ['--omit=optional'];
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const args = ['install', ...quiet, '--legacy-peer-deps', '--save-exact', ...omitted, ...list];
  return new Promise((done, fail) => {
    const child = spawn('npm', args, { cwd: folder, shell: process.platform === 'win32' });
    let output = '';
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', fail);
    child.on('close', (code) =>
      code === 0 ? done() : fail(new Error(`npm ${args.join(' ')} failed with ${code}\n${output.slice(-2000)}`)),
    );
  });
}
