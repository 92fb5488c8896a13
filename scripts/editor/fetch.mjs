// Brings a real VS Code and the Node that it wants from the npm registry. See CONTRIBUTING.md, "The real editor".
//   node scripts/editor/fetch.mjs    all that tests run in, ahead of them
import { spawn } from 'node:child_process';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, getCached } from './cache.mjs';

/** The editors that tests run in. `package` holds a whole VS Code server with its workbench. */
export const editors = {
  newest: {
    package: 'code-server@4.139.1',
    node: 'node@24.19.0',
    natives: ['@vscode/spdlog', '@vscode/native-watchdog', 'node-pty', '@parcel/watcher', '@vscode/deviceid'],
  },
  oldest: {
    package: 'code-server@4.96.4',
    node: undefined,
    natives: ['@vscode/spdlog', 'native-watchdog', 'node-pty', '@parcel/watcher', '@vscode/deviceid'],
  },
};

/**
 * Fetches an editor, unless it is in the cache.
 * @param {keyof typeof editors} which
 * @returns {Promise<{ server: string, node: string }>} the editor's server and the Node to run it with
 * @throws {Error} with the remedy, if something cannot be had
 */
export async function fetchEditor(which) {
  const editor = editors[which];
  const name = editor.package.replace('@', '-');
  const folder = await getCached(name, (partial) => install(editor, partial));
  return { server: join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'), node: findNode(folder) };
}

/** The Node of an editor that was fetched before, which runs its extensions; undefined if it has not been fetched. */
export function findEditorNode(which) {
  const path = findNode(join(cacheFolder(), editors[which].package.replace('@', '-')));
  return path === process.execPath ? undefined : path;
}

async function install(editor, folder) {
  console.log(`Fetching the editor ${editor.package} (about 600 MB on disk, once for each user) …`);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const packages = [editor.package, ...(editor.node ? [editor.node] : [])];
  await step('1 of 4: the packages', folder, ['install', '--ignore-scripts', ...packages]);
  if (editor.node) await step('2 of 4: its Node', folder, ['rebuild', 'node']);
  const workbench = join(folder, 'node_modules/code-server/lib/vscode');
  // The oldest editor's list of exact versions names a git repository that only one host has.
  const shrinkwrap = join(workbench, 'npm-shrinkwrap.json');
  if (!editor.node && existsSync(shrinkwrap)) renameSync(shrinkwrap, `${shrinkwrap}.unused`);
  const path = [join(findNode(folder), '..'), process.env.PATH].join(delimiter);
  const quiet = ['--omit=dev', '--ignore-scripts'];
  await step('3 of 4: what the workbench needs', workbench, ['install', ...quiet], path);
  await step('3 of 4: what its extensions need', join(workbench, 'extensions'), ['install', ...quiet], path);
  await step('4 of 4: native modules', workbench, ['rebuild', ...editor.natives], path);
}

/** The Node binary that came with the editor, or the one that runs this. */
function findNode(folder) {
  const own = join(folder, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(own) ? own : process.execPath;
}

function step(what, cwd, args, path = process.env.PATH) {
  console.log(`  ${what} …`);
  const all = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  return new Promise((resolve, reject) => {
    const child = spawn('npm', all, {
      cwd,
      env: { ...process.env, PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      const remedy = 'Check the connection to your npm registry and the space on the disk, and run it again.';
      reject(new Error(`npm ${all.join(' ')} failed with ${code} in ${cwd}.\n${output.slice(-2000)}\n${remedy}`));
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const which of Object.keys(editors)) await fetchEditor(which);
