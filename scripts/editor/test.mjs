// Everything that is tested in a real VS Code: inside its extension host, and as a person uses it.
//   node scripts/editor/test.mjs
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from '../setup.mjs';

/**
 * Packs the extension and runs all tests of the editor. An editor that cannot be had or does not start is a failure.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runEditorTests() {
  const folder = mkdtempSync(join(tmpdir(), 'status-lens-package-'));
  try {
    const { packageExtension } = await import('../package.mjs');
    const { path: vsix, kilobytes } = await packageExtension({ outputFolder: folder });
    console.log(`\n> the package: ${kilobytes} KB, no warnings`);
    const { fetchEditor } = await import('./fetch.mjs');
    await fetchEditor('newest');
    await fetchEditor('oldest');
    const inHost = await runSafely('inside the extension host', async () => {
      const { runInHost } = await import('./in-host.mjs');
      return runInHost({ vsix });
    });
    const person = await runSafely('as a person', () => runAsPerson(vsix));
    return { passed: inHost.passed + person.passed, failed: inHost.failed + person.failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runSafely(what, run) {
  console.log(`\n> the real editor, ${what}`);
  try {
    return await run();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

async function runAsPerson(vsix) {
  process.env.STATUS_LENS_VSIX = vsix;
  const { glob } = await import('tinyglobby');
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ timeout: 60_000 });
  for (const file of (await glob('test/editor/person/*.test.mjs', { cwd: root, absolute: true })).sort())
    mocha.addFile(file);
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve({ passed: runner.stats?.passes ?? 0, failed: runner.stats?.failures ?? 1 }));
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  process.chdir(root);
  const { passed, failed } = await runEditorTests();
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
