/** What the project is read through. The engine itself touches no file. Paths have forward slashes. */
export interface ProjectHost {
  /** The text of a file, or undefined if there is none that can be read. Cheap to ask again. */
  readonly readFile: (path: string) => string | undefined;
  /** True if a file is there. */
  readonly isFile: (path: string) => boolean;
  /** The names of the folders in a folder; empty if it cannot be read. */
  readonly listFolders: (path: string) => readonly string[];
  /** The names of the files in a folder; empty if it cannot be read. */
  readonly listFiles: (path: string) => readonly string[];
  /** Changes whenever a file changes, such as its size and time; undefined if there is none that can be read. */
  readonly findStamp: (path: string) => string | undefined;
}

/** A project of which nothing but the open file can be read. */
export const noHost: ProjectHost = {
  readFile: () => undefined,
  isFile: () => false,
  listFolders: () => [],
  listFiles: () => [],
  findStamp: () => undefined,
};
