// Starts a real VS Code server on loopback.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchEditor } from './fetch.mjs';

const START_MS = 60_000;

/**
 * Starts an editor with its own empty profile.
 * @param {{ which?: 'newest' | 'oldest', vsix?: string, dataFolder?: string }} [options] `vsix` is installed first;
 *   `dataFolder` is kept, otherwise a temporary one is made and removed
 * @returns {Promise<{ url: string, port: number, stop: () => Promise<void> }>} where the workbench answers
 * @throws {Error} with the server's last words, if it does not come up
 */
export async function serveEditor({ which = 'newest', vsix, dataFolder } = {}) {
  const { server, node } = await fetchEditor(which);
  const data = dataFolder ?? mkdtempSync(join(tmpdir(), 'status-lens-editor-'));
  const extensions = join(data, 'extensions');
  const profile = ['--accept-server-license-terms', '--server-data-dir', data, '--extensions-dir', extensions];
  if (vsix) installExtension({ node, server, profile, vsix });
  const port = await findFreePort();
  const child = spawn(
    node,
    [
      server,
      ...profile,
      ...['--without-connection-token', '--host', '127.0.0.1', '--port', String(port)],
      ...['--enable-smoke-test-driver', '--disable-telemetry', '--disable-workspace-trust'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: cleanEnvironment() },
  );
  const ended = new Promise((resolve) => child.on('close', resolve));
  const stop = async () => {
    child.kill();
    await ended;
    if (!dataFolder) rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await waitUntilListening(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}/`, port, stop };
}

function installExtension({ node, server, profile, vsix }) {
  const { status, stdout, stderr } = spawnSync(node, [server, ...profile, '--install-extension', vsix, '--force'], {
    encoding: 'utf8',
    env: cleanEnvironment(),
  });
  if (status !== 0) throw new Error(`The editor does not install ${vsix}: ${stdout}${stderr}`);
}

/** An editor that runs inside another one must not take it for its own. */
function cleanEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VSCODE_|ELECTRON_)/.test(name)));
}

function waitUntilListening(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why) => reject(new Error(`The editor ${why}. It said:\n${output.slice(-3000)}`));
    const timer = setTimeout(() => fail(`did not start within ${START_MS / 1000} s`), START_MS);
    const read = (chunk) => {
      output += chunk;
      if (!/Extension host agent listening|Server bound to/.test(output)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
