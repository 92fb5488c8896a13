// npm run test:desktop: the suite of test/editor/in-host in a VS Code for the desktop, which is downloaded on first use.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root } from '../setup.mjs';

ensureInstalled();
const folder = mkdtempSync(join(tmpdir(), 'status-lens-desktop-'));
const { copyWorkspace } = await import('./workspace.mjs');
const workspace = copyWorkspace('examples/express');
try {
  const { build } = await import('../../esbuild.mjs');
  await build({ production: true });
  const { bundleSuite } = await import('./in-host.mjs');
  const { runTests } = await import('@vscode/test-electron');
  await runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: await bundleSuite(),
    launchArgs: [workspace.path, '--user-data-dir', folder, '--disable-workspace-trust'],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error('Where VS Code cannot be downloaded, `npm test` runs the same suite in one from npm packages.');
  process.exitCode = 1;
} finally {
  workspace.remove();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
