import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type CatchClause,
  type Expression,
  type FunctionLikeDeclaration,
  isAwaitExpression,
  isBlock,
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isTryStatement,
  type Node,
  type Statement,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { accessedName, isFunctionLike, isFunctionValue, unwrap } from '../syntax/tree.ts';
import { mentions } from './callbacks.ts';

/** Where a function takes what fails in a call that it makes: a catch clause, or the function given to `.catch`. */
export type Catcher =
  | { readonly kind: 'clause'; readonly clause: CatchClause; readonly statements: readonly Statement[] }
  | { readonly kind: 'callback'; readonly fn: FunctionLikeDeclaration };

/** What becomes of the error of one call: who takes it; undefined where it leaves the function. */
export interface FailingCall {
  readonly call: CallExpression;
  readonly catcher: Catcher | undefined;
  /** False if a promise is not waited for, so that a try block around it takes nothing. */
  readonly awaited: boolean;
  /** True if it stands in a function that is given to another one, which may take the error as well. */
  readonly handedOn: boolean;
}

/** The calls inside `fn` for which `fails` holds, and what takes the error of each. */
export function listFailing(
  fn: FunctionLikeDeclaration,
  file: FileView,
  fails: (call: CallExpression) => boolean,
): readonly FailingCall[] {
  return file
    .callsAround(fn)
    .filter((call) => fn.pos <= call.pos && call.end <= fn.end && fails(call))
    .map((call) => followError(call, fn));
}

/** Where middleware catches what fails behind its `next()`. */
export function findCatchersOfNext(fn: FunctionLikeDeclaration, file: FileView): readonly Catcher[] {
  return listFailing(fn, file, isCallOf(fn.parameters.at(1), file)).flatMap(({ catcher }) => catcher ?? []);
}

/** Tells the calls of a parameter from others, also of what is kept in it: `handlers[request.method](request)`. */
export function isCallOf(parameter: Node | undefined, file: FileView): (call: CallExpression) => boolean {
  return ({ expression }) => parameter !== undefined && comesFrom(expression, parameter, file);
}

/** True for a parameter, what is kept in it, and what was made of that. */
export function comesFrom(expression: Expression, parameter: Node, file: FileView): boolean {
  let inner = unwrap(expression);
  // `handler.call(this, request)` calls it as well, and `handler(…).then(…)` is a call of what it gave.
  while (isPropertyAccessExpression(inner) || isElementAccessExpression(inner)) {
    if (/^(?:then|catch|finally)$/.test(accessedName(inner) ?? '')) return false;
    inner = unwrap(inner.expression);
  }
  if (!isIdentifier(inner)) return false;
  const declaration = findDeclaration(file.scopes, inner);
  if (declaration?.kind === 'parameter') return declaration.node === parameter;
  if (declaration?.kind === 'element' && declaration.root === parameter) return true;
  const made = declaration?.kind === 'variable' ? declaration.node.initializer : undefined;
  if (!made || isFunctionValue(unwrap(made)) || isCallExpression(unwrap(made))) return false;
  const names = (parameter as { readonly name?: Node }).name;
  return names !== undefined && isIdentifier(names) && mentions(made, names.text);
}

function followError(call: CallExpression, within: FunctionLikeDeclaration): FailingCall {
  let awaited = false;
  let handedOn = false;
  let inner: Node = call;
  for (let outer: Node = call.parent; outer && inner !== within; inner = outer, outer = outer.parent) {
    if (isAwaitExpression(outer)) awaited = true;
    if (isFunctionValue(inner) && isCallExpression(outer) && outer.expression !== inner && !isPromiseCall(outer))
      handedOn = true;
    const callback = isPropertyAccessExpression(outer) ? findCatchCallback(outer.parent, outer) : undefined;
    if (callback) return { call, catcher: { kind: 'callback', fn: callback }, awaited: true, handedOn };
    if (isTryStatement(outer) && outer.tryBlock === inner && outer.catchClause) {
      const { catchClause: clause } = outer;
      const statements = [...clause.block.statements, ...listBehind(outer)];
      return { call, catcher: { kind: 'clause', clause, statements }, awaited, handedOn };
    }
  }
  return { call, catcher: undefined, awaited: true, handedOn };
}

/** True for `promise.then(…)`, whose failures go on to what stands behind it. */
function isPromiseCall({ expression }: CallExpression): boolean {
  return /^(?:then|catch|finally)$/.test(accessedName(unwrap(expression)) ?? '');
}

/** The function that is given to `.catch`, or to `.then` as its second argument. */
function findCatchCallback(call: Node, callee: Node): FunctionLikeDeclaration | undefined {
  if (!isCallExpression(call) || call.expression !== callee) return undefined;
  const name = accessedName(call.expression);
  const given = name === 'catch' ? call.arguments[0] : name === 'then' ? call.arguments[1] : undefined;
  const fn = given && unwrap(given);
  return fn && isFunctionValue(fn) ? fn : undefined;
}

/** What runs after a statement, up to the end of its function. */
function listBehind(statement: Node): readonly Statement[] {
  const behind: Statement[] = [];
  let inner = statement;
  for (let outer = statement.parent; outer && !isFunctionLike(inner); inner = outer, outer = outer.parent)
    if (isBlock(outer)) behind.push(...outer.statements.slice(outer.statements.indexOf(inner as Statement) + 1));
  return behind;
}
