import type { ProjectHost } from './host.ts';
import { isObject } from './json-with-comments.ts';
import { dirname, foldersAbove, joinPath } from './paths.ts';

type ReadJson = (path: string) => Readonly<Record<string, unknown>> | undefined;

/** The path mapping of one configuration file. */
interface PathMap {
  readonly base: string | undefined;
  readonly paths: readonly (readonly [string, readonly string[]])[];
}

const MAX_EXTENDS = 8;

/** Finds where `paths` and `baseUrl` of the nearest tsconfig.json or jsconfig.json let an import lead. */
export function createPathMaps(
  host: ProjectHost,
  read: ReadJson,
): { readonly candidates: (from: string, module: string) => readonly string[] } {
  const known = new Map<string, PathMap | undefined>();
  const readMap = (path: string, depth: number): PathMap | undefined => {
    const config = read(path);
    if (!config) return undefined;
    const options = isObject(config['compilerOptions']) ? config['compilerOptions'] : {};
    const folder = dirname(path);
    const base = typeof options['baseUrl'] === 'string' ? joinPath(folder, options['baseUrl']) : undefined;
    const own = isObject(options['paths']) ? toPaths(options['paths'], base ?? folder) : undefined;
    const bases = [config['extends']].flat().filter((one) => typeof one === 'string');
    const inherited =
      depth < MAX_EXTENDS
        ? bases.map((one) => readMap(extendedPath(folder, one, host), depth + 1)).findLast((map) => map)
        : undefined;
    return { base: base ?? inherited?.base, paths: own ?? inherited?.paths ?? [] };
  };
  const findMap = (from: string): PathMap | undefined => {
    for (const folder of foldersAbove(from)) {
      if (!known.has(folder)) {
        const path = ['tsconfig.json', 'jsconfig.json'].map((name) => joinPath(folder, name)).find(host.isFile);
        known.set(folder, path === undefined ? undefined : readMap(path, 0));
      }
      const map = known.get(folder);
      if (map) return map;
    }
    return undefined;
  };
  return {
    candidates: (from, module) => {
      const map = findMap(from);
      if (!map) return [];
      const mapped = map.paths.flatMap(([pattern, targets]) => {
        const rest = matchPattern(pattern, module);
        return rest === undefined ? [] : targets.map((target) => target.replace('*', () => rest));
      });
      return map.base === undefined ? mapped : [...mapped, joinPath(map.base, module)];
    },
  };
}

function toPaths(paths: Readonly<Record<string, unknown>>, base: string): PathMap['paths'] {
  return Object.entries(paths).map(([pattern, targets]) => [
    pattern,
    (Array.isArray(targets) ? targets : []).filter((one) => typeof one === 'string').map((one) => joinPath(base, one)),
  ]);
}

function extendedPath(folder: string, name: string, host: ProjectHost): string {
  if (!name.startsWith('.') && !name.startsWith('/')) return `${folder}/node_modules/${name}`;
  const path = joinPath(folder, name);
  return host.isFile(path) ? path : `${path}.json`;
}

/** What stands for `*`, or the empty text for a pattern without one; undefined if it does not match. */
export function matchPattern(pattern: string, module: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === module ? '' : undefined;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  const matches = module.length >= before.length + after.length && module.startsWith(before) && module.endsWith(after);
  return matches ? module.slice(before.length, module.length - after.length) : undefined;
}
