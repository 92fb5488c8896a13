import { noHost, type ProjectHost } from '../../server/src/engine/index.ts';

/** A project that is only in memory, whose files a test may change. */
export interface MemoryHost extends ProjectHost {
  write(path: string, text: string): void;
  remove(path: string): void;
  /** The paths whose text was asked for, in order, since this was last called. */
  takeReads(): readonly string[];
}

/** Makes a project of files by path. */
export function createMemoryHost(files: Readonly<Record<string, string>>): MemoryHost {
  const texts = new Map(Object.entries(files));
  const stamps = new Map([...texts.keys()].map((path) => [path, 1]));
  let reads: string[] = [];
  const below = (folder: string): readonly string[] =>
    [...texts.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
  return {
    ...noHost,
    readFile: (path) => {
      reads.push(path);
      return texts.get(path);
    },
    isFile: (path) => texts.has(path),
    listFiles: (folder) => below(folder).filter((path) => !path.includes('/')),
    listFolders: (folder) => [
      ...new Set(
        below(folder)
          .filter((path) => path.includes('/'))
          .map((path) => path.slice(0, path.indexOf('/'))),
      ),
    ],
    findStamp: (path) => (texts.has(path) ? String(stamps.get(path)) : undefined),
    write(path, text) {
      texts.set(path, text);
      stamps.set(path, (stamps.get(path) ?? 0) + 1);
    },
    remove: (path) => void texts.delete(path),
    takeReads() {
      const taken = reads;
      reads = [];
      return taken;
    },
  };
}
