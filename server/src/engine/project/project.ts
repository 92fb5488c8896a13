import type { SourceText } from '../model.ts';
import { summariseFunction } from '../responses/summarise.ts';
import { type FileView, openFile } from '../syntax/file-view.ts';
import type { Value, World } from '../values/model.ts';
import { type ModuleExports, readExports } from './exports.ts';
import type { ProjectHost } from './host.ts';
import { readJson } from './json-with-comments.ts';
import { createResolver } from './resolve.ts';
import { createVersions, majorOf } from './versions.ts';

/** The files of a project as those of its files that import them see them. */
export interface Project {
  readonly open: (source: SourceText) => FileView;
  /** Forgets what was read of the project's configuration and of files that have changed since. */
  readonly refresh: () => void;
}

interface Entry {
  readonly text: string;
  readonly exports: ModuleExports;
}

const MAX_HOPS = 40;
/** Longer files are data or bundles. */
const MAX_LENGTH = 500_000;

/** Reads a project lazily: a file is parsed when something that it exports is first asked for, and again after it changed. */
export function createProject(host: ProjectHost): Project {
  let resolver = createResolver(host);
  let versions = createVersions((path) => readJson(host.readFile(path)));
  const files = new Map<string, Entry>();

  const getExports = (path: string): ModuleExports | undefined => {
    const text = host.readFile(path);
    if (text === undefined || text.length > MAX_LENGTH) return undefined;
    const known = files.get(path);
    if (known?.text === text) return known.exports;
    const exports = readExports(openFile({ path, text }, { world, summarise: summariseFunction }));
    files.set(path, { text, exports });
    return exports;
  };

  const lookUp = (from: string, module: string, name: string, seen: Set<string>): Value | undefined => {
    const path = resolver.resolve(from, module);
    if (path === undefined) return undefined;
    const key = `${path}#${name}`;
    if (seen.has(key) || seen.size > MAX_HOPS) return undefined;
    seen.add(key);
    const exports = getExports(path);
    if (!exports) return undefined;
    if (name === '*') return exports.whole();
    const [first = name, ...rest] = name.split('.');
    const own = first === 'default' ? exports.getDefault() : exports.get(first);
    if (own) return rest.reduce<Value>((object, step) => ({ kind: 'member', object, name: step }), own);
    for (const other of exports.everythingFrom) {
      const found = lookUp(path, other, name, seen);
      if (found) return found;
    }
    return undefined;
  };

  const world: World = {
    lookUp: (from, module, name) => lookUp(from, module, name, new Set()),
    findMajorVersion: (from, packages) => {
      const range = versions.find(from, packages);
      return range === undefined ? undefined : majorOf(range);
    },
    dependsOn: (from, packages) => versions.find(from, packages) !== undefined,
  };

  return {
    open: (source) => openFile(source, { world, summarise: summariseFunction }),
    refresh: () => {
      resolver = createResolver(host);
      versions = createVersions((path) => readJson(host.readFile(path)));
    },
  };
}
