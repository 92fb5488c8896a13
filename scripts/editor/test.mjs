// Everything that is tested in a real VS Code: inside its extension host, and as a person uses it.
//   npm test -- editor                all of them
//   npm test -- editor fixes          those of one name: `in-host`, or a file of `person/` without its ending
//   npm test -- editor fixes saved    those of that file whose titles hold a text
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runTests } from '../run-child.mjs';
import { ensureInstalled, root } from '../setup.mjs';

const IN_HOST = 'in-host';
/** Files of `person/` whose tests share a window. */
const SHARING = '{beside-typescript,fixes,suppressions,views,writing}';

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
    process.env.STATUS_LENS_VSIX = vsix;
    if (only === IN_HOST) return await inHost(vsix);
    if (only) return await asPerson('the real editor, as a person', [`${only}.test.mjs`], titled);
    // A window waits more than it works, so two are open at a time.
    const shared = asPerson('the real editor, as a person in one window', [`${SHARING}.test.mjs`]);
    const own = inHost(vsix).then(async (hosted) => {
      const others = ['*.test.mjs', `!${SHARING}.test.mjs`];
      return [hosted, await asPerson('the real editor, as a person in other windows', others)];
    });
    const all = [await shared, ...(await own)];
    const sum = (key) => all.reduce((total, one) => total + one[key], 0);
    return { passed: sum('passed'), failed: sum('failed') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function asPerson(name, globs, titled) {
  return runTests(name, 'test/editor/person', globs, titled);
}

async function inHost(vsix) {
  console.log('\n> the real editor, inside the extension host');
  try {
    const { runInHost } = await import('./in-host.mjs');
    return await runInHost({ vsix });
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  process.chdir(root);
  const { passed, failed } = await runEditorTests(...process.argv.slice(2));
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
