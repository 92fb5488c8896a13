import { isObject } from './json-with-comments.ts';
import { foldersAbove, joinPath } from './paths.ts';

type ReadJson = (path: string) => Readonly<Record<string, unknown>> | undefined;

const SECTIONS = ['dependencies', 'devDependencies', 'peerDependencies'];

/** Reads which version of a package a file runs with, from the nearest package.json that names it. */
export interface Versions {
  /** The folder of the nearest package.json. */
  readonly findFolder: (from: string) => string | undefined;
  /** The range as package.json has it; of the nearest one only, or of any that is above. */
  readonly find: (from: string, packages: readonly string[], which?: 'nearest' | 'any') => string | undefined;
}

/** Makes a look-up that remembers each folder's package.json. */
export function createVersions(read: ReadJson): Versions {
  const manifests = new Map<string, ReadonlyMap<string, string> | undefined>();
  const manifestOf = (folder: string): ReadonlyMap<string, string> | undefined => {
    if (manifests.has(folder)) return manifests.get(folder);
    const manifest = read(joinPath(folder, 'package.json'));
    if (!manifest) {
      manifests.set(folder, undefined);
      return undefined;
    }
    const ranges = new Map<string, string>();
    for (const section of SECTIONS) {
      const listed = manifest?.[section];
      if (!isObject(listed)) continue;
      for (const [name, range] of Object.entries(listed))
        if (typeof range === 'string' && !ranges.has(name)) ranges.set(name, range);
    }
    manifests.set(folder, ranges);
    return ranges;
  };
  return {
    findFolder: (from) => foldersAbove(from).find((folder) => manifestOf(folder)),
    find: (from, packages, which = 'any') => {
      for (const folder of foldersAbove(from)) {
        const ranges = manifestOf(folder);
        if (!ranges) continue;
        const found = packages.find((name) => ranges.has(name));
        if (found !== undefined) return ranges.get(found);
        if (which === 'nearest') return undefined;
      }
      return undefined;
    },
  };
}

/** The major version that a range such as `^4.17.1` or `npm:express@5` is about. */
export function majorOf(range: string): number | undefined {
  const match = /^(?:npm:.+@)?[\^~>=v\s]*(\d+)(?:[.\s]|$)/.exec(range);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/** Major and minor version of the oldest that a range such as `^4.17.1` allows. */
export function oldestOf(range: string): readonly [major: number, minor: number] | undefined {
  const match = /^(?:npm:.+@)?[\^~>=v\s]*(\d+)\.(\d+)/.exec(range);
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}
