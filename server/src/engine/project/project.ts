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
  /** Runs something that reads files, and tells which ones it read with the text that they had. */
  readonly record: <T>(run: () => T) => { readonly result: T; readonly files: ReadFiles };
  /** True if files still have the text that was recorded. */
  readonly isCurrent: (files: ReadFiles) => boolean;
  /** Forgets where imports lead and what the project's configuration says. */
  readonly refresh: () => void;
}

/** What something rests on: the text of each file that was read, and where imports led at the time. */
export interface ReadFiles {
  readonly generation: number;
  /** By path; undefined if the file was not there. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

interface Entry {
  readonly text: string;
  readonly exports: ModuleExports;
}

const MAX_HOPS = 300;
/** Longer files are data or bundles. */
const MAX_LENGTH = 500_000;

/** Reads a project lazily: a file is parsed when something that it exports is first asked for, and again after it changed. */
export function createProject(source: ProjectHost): Project {
  let generation = 0;
  let recording: Map<string, string | undefined> | undefined;
  const host: ProjectHost = {
    ...source,
    readFile: (path) => {
      const text = source.readFile(path);
      recording?.set(path, text);
      return text;
    },
  };
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
    open: (text) => openFile(text, { world, summarise: summariseFunction }),
    record: (run) => {
      const outer = recording;
      const files = new Map<string, string | undefined>();
      recording = files;
      try {
        return { result: run(), files: { generation, texts: files } };
      } finally {
        recording = outer;
      }
    },
    isCurrent: (read) =>
      read.generation === generation && [...read.texts].every(([path, text]) => source.readFile(path) === text),
    refresh: () => {
      generation++;
      resolver = createResolver(host);
      versions = createVersions((path) => readJson(host.readFile(path)));
    },
  };
}
