// Runs test/editor/in-host inside the extension host of a real VS Code, beside the packaged extension.
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../setup.mjs';
import { launchBrowser } from './browser.mjs';
import { serveEditor } from './serve.mjs';
import { copyWorkspace } from './workspace.mjs';

const PATIENCE_MS = 180_000;
/** Begins the lines that the suite means for us. */
const MARK = 'in-host:';
const outfile = join(root, 'out/in-host/index.js');

/** Bundles the suite and gives its path. */
export async function bundleSuite() {
  await build({
    absWorkingDir: root,
    entryPoints: ['test/editor/in-host/index.ts'],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * Runs the suite and shows what it prints.
 * @param {{ vsix: string }} options the packaged extension
 * @returns {Promise<{ passed: number, failed: number }>} a host that did not run counts as a failure
 */
export async function runInHost({ vsix }) {
  const suite = await bundleSuite();
  const workspace = copyWorkspace('examples/express');
  let editor;
  let browser;
  try {
    editor = await serveEditor({ vsix });
    browser = await launchBrowser();
    const { port } = editor;
    const page = await browser.newPage();
    const { result } = await listen(page);
    const remote = (path) => `vscode-remote://127.0.0.1:${port}${toUriPath(path)}`;
    const payload = [
      ['extensionDevelopmentPath', remote(join(root, 'test/editor/host-extension'))],
      ['extensionTestsPath', remote(suite)],
    ];
    const query = new URLSearchParams({ folder: workspace.path, payload: JSON.stringify(payload) });
    await page.goto(`${editor.url}?${query}`);
    return await result;
  } finally {
    await browser?.close();
    await editor?.stop();
    workspace.remove();
  }
}

/** Windows' paths begin with a slash in a URI: `/c:/folder`. */
function toUriPath(path) {
  const plain = path.replaceAll('\\', '/');
  return plain.startsWith('/') ? plain : `/${plain}`;
}

/** Gives the workbench what it reports to, and resolves with the counts once the suite has ended. */
async function listen(page) {
  let counts;
  let settle;
  const ended = new Promise((resolve) => {
    settle = resolve;
  });
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const line = args.map(String).join(' ');
    if (!line.includes(MARK)) return;
    const match = /in-host: (\d+) passed, (\d+) failed/.exec(line);
    if (match) counts = { passed: Number(match[1]), failed: Number(match[2]) };
    console.log(`  ${line.slice(line.indexOf(MARK) + MARK.length + 1)}`);
  });
  await page.exposeFunction('codeAutomationExit', (code) => {
    if (code !== 0) console.log(`  The extension host ended with ${code}.`);
    const failed = counts?.failed ?? 1;
    settle({ passed: counts?.passed ?? 0, failed: code === 0 ? failed : Math.max(1, failed) });
  });
  const timer = setTimeout(() => {
    console.log(`The suite did not end within ${PATIENCE_MS / 1000} s.`);
    settle({ passed: counts?.passed ?? 0, failed: (counts?.failed ?? 0) + 1 });
  }, PATIENCE_MS);
  return { result: ended.finally(() => clearTimeout(timer)) };
}
