import { dirname, joinPath, relativePath } from '../project/paths.ts';
import type { FileView } from '../syntax/file-view.ts';
import { type Expression, type Identifier, isIdentifier } from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { type Imported, importNames, usesRequire, writeImport } from './imports.ts';

/** A function that a file imports to give its handlers to. */
interface ProjectWrapper {
  readonly module: string;
  readonly name: string;
  /** The path of that file. */
  readonly from: string;
}

/** How many different ones are looked at. */
const MAX_WRAPPERS = 4;

/** What other files of the project give their handlers to, the one that most use first; empty until the index is complete. */
export function listWrappers(file: FileView): readonly ProjectWrapper[] {
  const uses = new Map<string, ProjectWrapper[]>();
  for (const { wrappers } of file.routes.functions.values())
    for (const { callee, args } of wrappers) {
      if (callee.kind !== 'import' || args.length !== 1 || callee.from === file.source.path) continue;
      const key = `${nameFrom('', callee)} ${callee.name}`;
      uses.set(key, [...(uses.get(key) ?? []), callee]);
    }
  const byUse = [...uses.values()].sort((a, b) => b.length - a.length);
  return byUse.slice(0, MAX_WRAPPERS).flatMap(([first]) => first ?? []);
}

/** True if an expression is the name under which a file imports a wrapper. */
export function isImportOf({ module, name }: ProjectWrapper, expression: Expression, file: FileView): boolean {
  const declaration = isIdentifier(expression) ? findDeclaration(file.scopes, expression) : undefined;
  return declaration?.kind === 'import' && declaration.module === module && declaration.name === name;
}

/** Imports a wrapper as another file does; undefined where the name is taken, or where modules are of another kind. */
export function importLike(
  known: Identifier,
  wrapper: ProjectWrapper,
  other: FileView,
  file: FileView,
): Imported | undefined {
  const { name } = wrapper;
  const local = known.text;
  const module = nameFrom(dirname(file.source.path), wrapper);
  if (usesRequire(other) !== usesRequire(file) || !isThere(module, wrapper, file)) return undefined;
  const here = file.scopes.find(local, file.tree);
  if (here)
    return here.kind === 'import' && here.module === module && here.name === name ? { local, edits: [] } : undefined;
  if (name === local) return { local, edits: importNames(module, [name], false, file) };
  const isWhole = name === 'default' || (name === '*' && usesRequire(file));
  return isWhole ? { local, edits: writeImport(module, local, file) } : undefined;
}

/** How a file in `folder` names the module of a wrapper. */
function nameFrom(folder: string, { module, from }: ProjectWrapper): string {
  return module.startsWith('.') ? relativePath(folder, joinPath(dirname(from), module)) : module;
}

/** True if the module can be imported here: a file of the project, or a package that its manifest names. */
function isThere(module: string, { name }: ProjectWrapper, { source: { path }, world }: FileView): boolean {
  if (world.lookUp(path, module, name)) return true;
  const [scope = '', ...rest] = module.split('/');
  const packageName = scope.startsWith('@') ? `${scope}/${rest[0]}` : scope;
  return !module.startsWith('.') && world.dependsOn(path, [packageName]);
}
