// Everything that is tested in a real VS Code: inside its extension host, and as a person uses it.
//   npm test -- editor                all of them
//   npm test -- editor fixes          those of one name: `in-host`, or a file of `person/` without its ending
//   npm test -- editor fixes saved    those of that file whose titles hold a text
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from '../setup.mjs';

const IN_HOST = 'in-host';

/**
 * Packs the extension and runs the tests of the editor. An editor that cannot be had or does not start is a failure, and so
 * is a name that no test has.
 * @param {string} [only] the tests of one name alone: `in-host`, or a file of `person/` without its ending
 * @param {string} [titled] those of the file alone whose titles hold this
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runEditorTests(only, titled) {
  const folder = mkdtempSync(join(tmpdir(), 'status-lens-package-'));
  try {
    const { packageExtension } = await import('../package.mjs');
    const { path: vsix, kilobytes } = await packageExtension({ outputFolder: folder });
    console.log(`\n> the package: ${kilobytes} KB, no warnings`);
    const { fetchEditor } = await import('./fetch.mjs');
    await fetchEditor('newest');
    await fetchEditor('oldest');
    const results = [];
    if (only === undefined || only === IN_HOST)
      results.push(
        await runSafely('inside the extension host', async () => {
          const { runInHost } = await import('./in-host.mjs');
          return runInHost({ vsix });
        }),
      );
    if (only !== IN_HOST) results.push(await runSafely('as a person', () => runAsPerson(vsix, only, titled)));
    const sum = (key) => results.reduce((all, result) => all + result[key], 0);
    return { passed: sum('passed'), failed: sum('failed') };
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

async function runAsPerson(vsix, only = '*', titled = '') {
  process.env.STATUS_LENS_VSIX = vsix;
  const { glob } = await import('tinyglobby');
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ timeout: 60_000 });
  if (titled) mocha.fgrep(titled);
  const files = await glob(`test/editor/person/${only}.test.mjs`, { cwd: root, absolute: true });
  if (files.length === 0) throw new Error(`There is no test/editor/person/${only}.test.mjs`);
  for (const file of files.sort()) mocha.addFile(file);
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve({ passed: runner.stats?.passes ?? 0, failed: runner.stats?.failures ?? 1 }));
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  process.chdir(root);
  const { passed, failed } = await runEditorTests(...process.argv.slice(2));
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
