import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ProjectHost } from './engine/index.ts';

interface ReadFile {
  readonly stamp: string;
  readonly text: string | undefined;
}

/** Files that are longer are data or bundles, and nobody's helpers. */
const MAX_BYTES = 1_000_000;

/**
 * Reads a project from the disk. Paths are taken from `cwd`.
 * @param watchful true for a process that lives on: size and time of a file are looked at each time, and a file that
 *   has changed is read again. Otherwise each file is looked at once.
 */
export function createDiskHost(cwd: string, watchful: boolean): ProjectHost {
  const files = new Map<string, ReadFile | undefined>();

  const look = (path: string): ReadFile | undefined => {
    const known = files.get(path);
    if (!watchful && files.has(path)) return known;
    const stamp = stampOf(resolve(cwd, path));
    const read = stamp === undefined ? undefined : known?.stamp === stamp ? known : { stamp, text: undefined };
    files.set(path, read);
    return read;
  };

  return {
    readFile: (path) => {
      const found = look(path);
      if (!found || found.text !== undefined) return found?.text;
      const text = readText(resolve(cwd, path));
      files.set(path, { stamp: found.stamp, text });
      return text;
    },
    isFile: (path) => look(path) !== undefined,
    listFolders: (path) => list(resolve(cwd, path), (entry) => entry.isDirectory()),
    listFiles: (path) => list(resolve(cwd, path), (entry) => entry.isFile()),
    findStamp: (path) => look(path)?.stamp,
  };
}

/** The names of what a folder holds. Links are left out, so that none leads round in a circle. */
function list(folder: string, isWanted: (entry: Dirent) => boolean): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(isWanted)
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

/**
 * Size and times of a file. The time of its last change of any kind cannot be set back, so a file is seen to have changed
 * where a clock was wrong or a tool has restored the time of an old version. Undefined for folders, for what is not there and for what is too long to be source text. */
function stampOf(path: string): string | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() && found.size <= MAX_BYTES ? `${found.size} ${found.mtimeMs} ${found.ctimeMs}` : undefined;
  } catch {
    return undefined;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Deleted since it was looked at.
    return undefined;
  }
}
