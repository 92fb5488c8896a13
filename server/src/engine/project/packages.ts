import type { ProjectHost } from './host.ts';
import { isObject } from './json-with-comments.ts';
import { foldersAbove, joinPath } from './paths.ts';
import { matchPattern } from './tsconfig.ts';

type ReadJson = (path: string) => Readonly<Record<string, unknown>> | undefined;

interface WorkspacePackage {
  readonly folder: string;
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** Finds where `imports` of the nearest package.json and the packages of a workspace let an import lead. */
export function createPackages(
  host: ProjectHost,
  read: ReadJson,
): { readonly candidates: (from: string, module: string) => readonly string[] } {
  const workspaces = new Map<string, ReadonlyMap<string, WorkspacePackage>>();

  const findWorkspace = (from: string): ReadonlyMap<string, WorkspacePackage> | undefined => {
    for (const folder of foldersAbove(from)) {
      const known = workspaces.get(folder);
      if (known) return known;
      const patterns = readPatterns(folder);
      if (patterns.length === 0) continue;
      const found = new Map<string, WorkspacePackage>();
      for (const inner of patterns.flatMap((pattern) => expand(folder, pattern, host))) {
        const manifest = read(joinPath(inner, 'package.json'));
        if (manifest && typeof manifest['name'] === 'string') found.set(manifest['name'], { folder: inner, manifest });
      }
      workspaces.set(folder, found);
      return found;
    }
    return undefined;
  };

  const readPatterns = (folder: string): readonly string[] => {
    const manifest = read(joinPath(folder, 'package.json'));
    const listed = manifest?.['workspaces'];
    const own = Array.isArray(listed) ? listed : isObject(listed) ? listed['packages'] : undefined;
    const pnpm = host.isFile(joinPath(folder, 'pnpm-workspace.yaml'))
      ? host.readFile(joinPath(folder, 'pnpm-workspace.yaml'))
      : undefined;
    const fromPnpm = pnpm?.match(/^\s+-\s+['"]?([^'"\n#]+)['"]?/gm)?.map((line) => line.replace(/^\s+-\s+|['"]/g, ''));
    return [...(Array.isArray(own) ? own : []), ...(fromPnpm ?? [])].filter((one) => typeof one === 'string');
  };

  return {
    candidates: (from, module) => {
      if (module.startsWith('#')) return readImports(from, module, read);
      const packages = findWorkspace(from);
      const name = /^(?:@[^/]+\/)?[^/]+/.exec(module)?.[0];
      const found = name === undefined ? undefined : packages?.get(name);
      if (!found || name === undefined) return [];
      const inner = module.slice(name.length + 1);
      return [
        ...readTargets(found, inner),
        ...(inner === '' ? [`${found.folder}/src/index`, `${found.folder}/index`] : []),
        ...(inner === '' ? [] : [`${found.folder}/${inner}`, `${found.folder}/src/${inner}`]),
      ];
    },
  };
}

function readImports(from: string, module: string, read: ReadJson): readonly string[] {
  for (const folder of foldersAbove(from)) {
    const manifest = read(joinPath(folder, 'package.json'));
    if (!manifest) continue;
    const imports = manifest['imports'];
    return isObject(imports) ? matchTargets(imports, module, folder) : [];
  }
  return [];
}

/** The files that a package's `exports` or `main` name, and their likely sources. */
function readTargets({ folder, manifest }: WorkspacePackage, inner: string): readonly string[] {
  const { exports } = manifest as { readonly exports?: unknown };
  const key = inner === '' ? '.' : `./${inner}`;
  const own =
    isObject(exports) && Object.keys(exports).some((name) => name.startsWith('.')) ? exports : { '.': exports };
  const main = inner === '' && typeof manifest['main'] === 'string' ? [joinPath(folder, manifest['main'])] : [];
  const targets = [...matchTargets(own, key, folder), ...main];
  const sources = targets.map((path) => path.replace(/\/(?:dist|build|lib|out)\//, '/src/').replace(/\.[cm]?js$/, ''));
  return [...sources, ...targets];
}

function matchTargets(table: Readonly<Record<string, unknown>>, key: string, folder: string): readonly string[] {
  return Object.entries(table).flatMap(([pattern, target]) => {
    const rest = matchPattern(pattern, key);
    if (rest === undefined) return [];
    return leaves(target).map((path) =>
      joinPath(
        folder,
        path.replace('*', () => rest),
      ),
    );
  });
}

function leaves(target: unknown): readonly string[] {
  if (typeof target === 'string') return [target];
  if (Array.isArray(target)) return target.flatMap(leaves);
  return isObject(target) ? Object.values(target).flatMap(leaves) : [];
}

/** The folders that a workspace pattern such as `packages/*` names; `**` is taken as one level. */
function expand(root: string, pattern: string, host: ProjectHost): readonly string[] {
  if (pattern.startsWith('!')) return [];
  let folders: readonly string[] = [root];
  for (const step of pattern.replace(/^\.\//, '').replace(/\/$/, '').split('/')) {
    folders = folders.flatMap((folder) =>
      step.includes('*')
        ? host
            .listFolders(folder)
            .filter((name) => name !== 'node_modules' && matchPattern(step.replace('**', '*'), name) !== undefined)
            .map((name) => joinPath(folder, name))
        : [joinPath(folder, step)],
    );
  }
  return folders;
}
