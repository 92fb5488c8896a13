import { readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ProjectHost } from '../engine/index.ts';

/** Reads the project from the disk, each file once. Paths are taken from `cwd`. */
export function createDiskHost(cwd: string): ProjectHost {
  const texts = new Map<string, string | undefined>();
  const files = new Map<string, boolean>();
  const readFile = (path: string): string | undefined => {
    try {
      return readFileSync(resolve(cwd, path), 'utf8');
    } catch {
      return undefined;
    }
  };
  return {
    readFile: (path) => {
      if (!texts.has(path)) texts.set(path, readFile(path));
      return texts.get(path);
    },
    isFile: (path) => {
      const known = files.get(path);
      if (known !== undefined) return known;
      const found = statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isFile() ?? false;
      files.set(path, found);
      return found;
    },
    listFolders: (path) => {
      try {
        return readdirSync(resolve(cwd, path), { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map(({ name }) => name);
      } catch {
        return [];
      }
    },
  };
}
