import type { ProjectHost } from './host.ts';
import { readJson } from './json-with-comments.ts';
import { createPackages } from './packages.ts';
import { dirname, joinPath } from './paths.ts';
import { createPathMaps } from './tsconfig.ts';

/** Finds the file that an import leads to. */
export interface Resolver {
  /** The path of the file, or undefined for packages outside of the project and for what is not there. */
  readonly resolve: (from: string, module: string) => string | undefined;
}

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** Makes a resolver that remembers what it found until it is made anew. */
export function createResolver(host: ProjectHost): Resolver {
  const known = new Map<string, string | undefined>();
  const read = (path: string): Readonly<Record<string, unknown>> | undefined => readJson(host.readFile(path));
  const maps = createPathMaps(host, read);
  const packages = createPackages(host, read);

  const findFile = (path: string): string | undefined => {
    if (/\.[cm]?[jt]sx?$/.test(path) && host.isFile(path)) return path;
    const source = path.replace(/\.([cm]?)js(x?)$/, '.$1ts$2');
    if (source !== path && host.isFile(source)) return source;
    for (const extension of EXTENSIONS) if (host.isFile(path + extension)) return path + extension;
    for (const extension of EXTENSIONS) {
      const index = `${path}/index${extension}`;
      if (host.isFile(index)) return index;
    }
    return findInOtherCase(path);
  };

  /** Some file systems take upper and lower case for one, so that projects made on them name files in either. */
  const findInOtherCase = (path: string): string | undefined => {
    const folder = dirname(path);
    const name = path.slice(folder.length + 1).toLowerCase();
    const isMeant = (file: string): boolean => {
      const lower = file.toLowerCase();
      return EXTENSIONS.some((extension) => lower === name + extension);
    };
    const found = name === '' ? undefined : host.listFiles(folder).find(isMeant);
    return found === undefined ? undefined : joinPath(folder, found);
  };

  const find = (from: string, module: string): string | undefined => {
    if (module.startsWith('.')) return findFile(joinPath(dirname(from), module));
    if (module.startsWith('node:')) return undefined;
    for (const candidate of [...maps.candidates(from, module), ...packages.candidates(from, module)]) {
      const file = findFile(candidate);
      if (file !== undefined) return file;
    }
    return undefined;
  };

  return {
    resolve: (from, module) => {
      const key = module.startsWith('.') ? `${dirname(from)} ${module}` : `${from} ${module}`;
      if (!known.has(key)) known.set(key, find(from, module));
      return known.get(key);
    },
  };
}
