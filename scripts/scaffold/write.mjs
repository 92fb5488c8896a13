import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode } from '../setup.mjs';

/**
 * Writes the files of a new part under the id of the command line and puts it into the registry. Ends with 2 if the id
 * is missing, misspelled or taken.
 * @param {'rule' | 'framework'} kind
 * @param {string} folder where its file belongs, from the root
 * @param {(id: string) => Map<string, string>} scaffold
 */
export function writeScaffold(kind, folder, scaffold) {
  const [id = ''] = process.argv.slice(2);
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) return stop(`Usage: npm run new-${kind} -- <id-in-kebab-case>`);
  if (existsSync(join(root, folder, `${id}.ts`))) return stop(`${folder}/${id}.ts is there already.`);
  for (const [path, text] of scaffold(id)) {
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
  process.exitCode = runNode('scripts/generate.mjs');
  console.log(`Next: docs/writing-a-${kind}.md, then npm test, which says what is missing.`);
}

function stop(message) {
  console.error(message);
  process.exitCode = 2;
}
