// npm start: sets up, builds and packs the extension, shows what it finds in examples/, and opens it in a real editor.
//   npm start -- --no-open    everything but the editor
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root, runNode } from './setup.mjs';

const EXAMPLE = 'examples/express';
const onWindows = process.platform === 'win32';

ensureInstalled();
try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start() {
  console.log('> building and packing the extension');
  const { packageExtension } = await import('./package.mjs');
  const { path: vsix, kilobytes } = await packageExtension();
  console.log(`${vsix}: ${kilobytes} KB`);
  console.log('\n> status-lens check examples');
  const status = runNode('dist/cli.js', ['check', 'examples']);
  // 1 is what the mistakes in the examples are there for.
  if (status > 1) throw new Error(`The check of examples/ ended with ${status}: see its message above.`);
  if (process.argv.includes('--no-open')) return;
  if (isCodeOnPath()) await openInDesktop(vsix);
  else await openInBrowser(vsix);
}

function isCodeOnPath() {
  return spawnSync('code', ['--version'], { shell: onWindows, stdio: 'ignore' }).status === 0;
}

/** Opens the example in the VS Code of this machine, with a profile of its own, and waits until it is closed. */
async function openInDesktop(vsix) {
  const profile = mkdtempSync(join(tmpdir(), 'status-lens-code-'));
  const folders = ['--user-data-dir', join(profile, 'data'), '--extensions-dir', join(profile, 'extensions')];
  try {
    const installed = runCode([...folders, '--install-extension', vsix, '--force']);
    if ((await installed) !== 0) throw new Error('VS Code does not install the package: see its message above.');
    console.log(`\n> VS Code opens ${EXAMPLE} with its own profile; close its window to end this`);
    await runCode([...folders, '--new-window', '--disable-workspace-trust', '--wait', join(root, EXAMPLE)]);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Gives the exit code. Windows starts `code.cmd` in a shell only, which wants paths with spaces quoted. */
function runCode(args) {
  const child = spawn('code', onWindows ? args.map((arg) => `"${arg}"`) : args, { stdio: 'inherit', shell: onWindows });
  return new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
}

/** Serves the editor that the tests use until Ctrl+C. */
async function openInBrowser(vsix) {
  console.log('\n> `code` is not on the PATH, so the VS Code of the tests is served instead');
  const { serveEditor } = await import('./editor/serve.mjs');
  const { copyWorkspace } = await import('./editor/workspace.mjs');
  const workspace = copyWorkspace(EXAMPLE);
  try {
    const editor = await serveEditor({ vsix });
    try {
      const payload = JSON.stringify([['openFile', toRemote(editor, `${workspace.path}/src/routes/health.ts`)]]);
      const query = new URLSearchParams({ folder: toPath(workspace.path), payload });
      console.log(`\nOpen ${editor.url}?${query}\n`);
      console.log(`It shows a copy of ${EXAMPLE}. Ctrl+C ends it and removes the copy.`);
      await untilInterrupted();
    } finally {
      await editor.stop();
    }
  } finally {
    workspace.remove();
  }
}

/** The workbench takes Windows' paths as `/c:/folder`. */
function toPath(path) {
  return onWindows ? `/${path.replaceAll('\\', '/')}` : path;
}

function toRemote(editor, path) {
  return `vscode-remote://127.0.0.1:${editor.port}${toPath(path)}`;
}

function untilInterrupted() {
  return new Promise((resolve) => {
    const hold = setInterval(() => {}, 60_000);
    const end = () => {
      clearInterval(hold);
      resolve();
    };
    // npm passes Ctrl+C on although the terminal has sent it already: the second one must not cut the cleaning short.
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end);
  });
}
