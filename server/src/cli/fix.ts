import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Analysis, applyEdits, getSafeEdits } from '../engine/index.ts';

/** One repair may make way for another. */
const MAX_ROUNDS = 10;

/** The analysis of a file after its safe repairs, again and again until there are none. */
export function repairAll(analysis: Analysis, read: (text: string) => Analysis): Analysis {
  let present = analysis;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = getSafeEdits(present);
    if (edits.length === 0) break;
    present = read(applyEdits(present.source.text, edits));
  }
  return present;
}

/**
 * Writes a repaired file, unless its bytes are not what was read: then it is no UTF-8, or somebody else has written it.
 * @returns what keeps it from being written
 */
export async function writeRepaired(
  path: string,
  cwd: string,
  before: string,
  after: string,
): Promise<string | undefined> {
  const absolute = resolve(cwd, path);
  try {
    const bytes = await readFile(absolute);
    if (!bytes.equals(Buffer.from(before, 'utf8'))) return 'it is not in UTF-8, or has changed meanwhile';
    await writeFile(absolute, after, 'utf8');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
