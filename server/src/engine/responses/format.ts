import type { FunctionFormat, HandlerDeclaration } from '../adapter.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type FunctionDeclaration,
  type FunctionLikeDeclaration,
  forEachChild,
  isCallExpression,
  isFunctionDeclaration,
  isIdentifier,
  isPropertyAccessExpression,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
  type VariableDeclaration,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { findStatementAround, isFunctionLike } from '../syntax/tree.ts';
import { hasType } from './origins.ts';

/** What a platform makes of what a function gives back and throws, where its types tell that and nobody stands between. */
export function findFormat(
  fn: FunctionLikeDeclaration,
  file: FileView,
  { formats, handlerTypes, exports }: HandlerDeclaration,
): FunctionFormat | undefined {
  const named = findNamed(fn);
  if (!formats || !named || !isExported(named) || listCallsAround(named, file).length > 0) return undefined;
  const type = isVariableDeclaration(named) ? named.type : undefined;
  const isHandler = hasType(type, handlerTypes, file) || exports?.test(nameOf(named) ?? '');
  if (!isHandler) return undefined;
  const types = [type, fn.type, fn.parameters[0]?.type];
  return formats.find((format) => types.some((one) => hasType(one, format.types, file)));
}

/**
 * True if what stands around a function may answer the errors that it throws with the status that they carry: one of
 * `packages`, or code of a project that depends on one.
 */
export function asksErrors(fn: FunctionLikeDeclaration, packages: readonly string[], file: FileView): boolean {
  const calls = listCallsAround(findNamed(fn) ?? fn, file);
  const modules = calls.flatMap((call) => listModulesIn(call, fn, file));
  if (modules.some((module) => module !== undefined && packages.includes(module))) return true;
  const isRead = calls.length > 0 && modules.every((module) => module !== undefined && !module.startsWith('.'));
  return !isRead && file.world.dependsOn(file.source.path, packages);
}

type Named = FunctionDeclaration | VariableDeclaration;

/** The declaration by which a function is named. */
function findNamed(fn: FunctionLikeDeclaration): Named | undefined {
  if (isFunctionDeclaration(fn)) return fn;
  return isVariableDeclaration(fn.parent) && fn.parent.initializer === fn ? fn.parent : undefined;
}

function nameOf({ name }: Named): string | undefined {
  return name && isIdentifier(name) ? name.text : undefined;
}

function isExported(named: Named): boolean {
  const { modifiers } = findStatementAround(named) as { readonly modifiers?: readonly { readonly kind: SyntaxKind }[] };
  return modifiers?.some(({ kind }) => kind === SyntaxKind.ExportKeyword) ?? false;
}

/** The outermost calls of a file that are given a function, or what its name stands for. */
function listCallsAround(named: Node, file: FileView): readonly CallExpression[] {
  if (isFunctionLike(named) && !isFunctionDeclaration(named)) {
    const call = findOutermost(named);
    return call ? [call] : [];
  }
  const name = nameOf(named as Named);
  if (name === undefined) return [];
  return file
    .listNaming(name)
    .flatMap(file.callsAround)
    .flatMap((call) => call.arguments)
    .filter((argument) => isIdentifier(argument) && argument.text === name)
    .filter(
      (argument) => (findDeclaration(file.scopes, argument as never) as { node?: Node } | undefined)?.node === named,
    )
    .flatMap((argument) => findOutermost(argument) ?? []);
}

/** The last call of the chain that an argument is given to: `middy(show).use(one).use(another)`. */
function findOutermost(given: Node): CallExpression | undefined {
  let found: CallExpression | undefined;
  for (let node = given.parent; isCallExpression(node) || isPropertyAccessExpression(node); node = node.parent)
    if (isCallExpression(node)) found = node;
  return found;
}

/** The modules of the names in a chain of calls, besides the function itself; undefined for what the file declares. */
function listModulesIn(chain: Node, fn: FunctionLikeDeclaration, file: FileView): readonly (string | undefined)[] {
  const found: (string | undefined)[] = [];
  const own = findNamed(fn);
  const visit = (node: Node): void => {
    if (node === fn) return;
    if (isPropertyAccessExpression(node)) {
      visit(node.expression);
      return;
    }
    if (isIdentifier(node)) {
      const declaration = findDeclaration(file.scopes, node);
      const isOwn = own !== undefined && (declaration as { readonly node?: Node } | undefined)?.node === own;
      if (declaration && !isOwn) found.push(declaration.kind === 'import' ? declaration.module : undefined);
    }
    forEachChild(node, visit);
  };
  visit(chain);
  return found;
}
