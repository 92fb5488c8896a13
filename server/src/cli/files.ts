import { existsSync, readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { escapePath, glob, isDynamicPattern } from 'tinyglobby';

const SOURCES = '**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}';
const IGNORED = [
  '**/node_modules/**',
  '**/dist/**',
  '**/build/**',
  '**/out/**',
  '**/coverage/**',
  '**/.git/**',
  '**/*.d.{ts,mts,cts}',
  '**/*.min.js',
];

/** Larger files are generated: nobody writes handlers by the megabyte. In bytes. */
const LARGEST = 4 * 1024 * 1024;

/** A file to check, or why it cannot be. */
export type Found = { readonly path: string } | { readonly problem: string };

/** The text of a file, or why it was passed over; `failed` if the user must know that the check is not whole. */
export type Read = { readonly text: string } | { readonly problem: string; readonly failed: boolean };

/** The files that paths, folders and globs name, relative to `cwd`, with forward slashes, each once. */
export async function findFiles(paths: readonly string[], cwd: string): Promise<readonly Found[]> {
  const found = new Map<string, Found>();
  const add = (path: string): void => {
    const shown = toSlashes(relative(cwd, resolve(cwd, path)));
    found.set(shown, { path: shown });
  };
  for (const path of paths) {
    const kind = await kindOf(resolve(cwd, path));
    if (kind === 'file') add(path);
    else if (kind === 'folder') {
      const base = toSlashes(path).replace(/\/+$/, '');
      for (const one of await glob(`${escapePath(base)}/${SOURCES}`, { cwd, ignore: IGNORED, dot: false })) add(one);
    } else if (isDynamicPattern(path)) {
      const matches = await glob(path, { cwd, ignore: IGNORED, expandDirectories: false });
      if (matches.length === 0) found.set(path, { problem: `${path}: no file matches` });
      for (const one of matches) add(one);
    } else found.set(path, { problem: `${path}: there is no such file or folder` });
  }
  return [...found.values()];
}

/** A path as the engine and reports have it, with forward slashes. */
export function toSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/**
 * The folder of the project that `cwd` stands in: what is known of a handler may stand in any file of it. That is the
 * nearest one with a package.json, or one above it that makes it a package among others; without one inside of the same
 * repository, `cwd` itself.
 */
export function findRoot(cwd: string): string {
  let found: string | undefined;
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && (found === undefined || hasPackages(folder))) found = folder;
    if (folder === dirname(folder) || folder === homedir() || existsSync(join(folder, '.git'))) return found ?? cwd;
  }
}

/** True for the root of a workspace of several packages. */
function hasPackages(folder: string): boolean {
  if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return true;
  try {
    return 'workspaces' in JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return false;
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    const about = await stat(path);
    return about.isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** Reads a source file; one that is binary or too large is passed over. Never throws. */
export async function readSource(path: string, cwd: string): Promise<Read> {
  try {
    const bytes = await readFile(resolve(cwd, path));
    if (bytes.length > LARGEST)
      return { problem: `${path}: passed over, larger than ${LARGEST / 1024 / 1024} MB`, failed: false };
    if (bytes.includes(0)) return { problem: `${path}: passed over, not a text file`, failed: false };
    return { text: bytes.toString('utf8') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { problem: `${path}: could not be read (${code})`, failed: true };
  }
}
