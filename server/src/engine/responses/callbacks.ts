import {
  type CallExpression,
  type FunctionLikeDeclaration,
  forEachChild,
  isAwaitExpression,
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isThrowStatement,
  isTypeOfExpression,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
} from '../syntax/parser.ts';
import { accessedName, isFunctionLike, nameOf, unwrap } from '../syntax/tree.ts';

/** Methods that call their function before they return, once an element. */
const SYNCHRONOUS_ITERATORS = new Set([
  'forEach',
  'map',
  'filter',
  'find',
  'findIndex',
  'some',
  'every',
  'reduce',
  'reduceRight',
  'flatMap',
  'sort',
  'each',
]);

/** How a function value that stands in an expression runs, seen from the code around it. */
export function whenItRuns(callback: FunctionLikeDeclaration): 'now, once' | 'now, any number of times' | 'later' {
  let outer: Node = callback.parent;
  let inner: Node = callback;
  while (isParenthesizedExpression(outer)) {
    inner = outer;
    outer = outer.parent;
  }
  const asynchronous = isAsync(callback);
  if (isCallExpression(outer)) {
    if (outer.expression === inner) return asynchronous && !isAwaitExpression(outer.parent) ? 'later' : 'now, once';
    return !asynchronous && isIteration(outer, inner) && !takesError(callback) ? 'now, any number of times' : 'later';
  }
  if (isNewExpression(outer) && isIdentifier(outer.expression) && outer.expression.text === 'Promise')
    return 'now, once';
  return 'later';
}

/** `items.map(callback)` and `_.each(items, callback)`; `Item.find(query, callback)` asks a database. */
function isIteration(call: CallExpression, callback: Node): boolean {
  const callee = unwrap(call.expression);
  const method = accessedName(callee);
  if (method === undefined || !SYNCHRONOUS_ITERATORS.has(method) || !isPropertyAccessExpression(callee)) return false;
  const ofLibrary = isIdentifier(callee.expression) && /^(?:_|lodash|R)$/.test(callee.expression.text);
  return call.arguments[ofLibrary ? 1 : 0] === callback;
}

/** Node's callbacks take their error first, and run when the work is done. */
function takesError({ parameters: [first] }: FunctionLikeDeclaration): boolean {
  return first !== undefined && isIdentifier(first.name) && /^_?(?:e|err|error)$/.test(first.name.text);
}

/** True for `async` functions. */
export function isAsync(fn: FunctionLikeDeclaration): boolean {
  return fn.modifiers?.some((modifier) => modifier.kind === SyntaxKind.AsyncKeyword) ?? false;
}

/** True if an identifier of that name stands anywhere inside `node`. */
export function mentions(node: Node, name: string): boolean {
  if (isIdentifier(node)) return node.text === name;
  return forEachChild(node, (child) => mentions(child, name) || undefined) ?? false;
}

/** True if a name is used as a whole, and not just for a part of what it stands for. */
export function handsOn(node: Node, name: string): boolean {
  if (isIdentifier(node)) return node.text === name;
  if (isPropertyAccessExpression(node)) return !isIdentifier(node.expression) && handsOn(node.expression, name);
  return forEachChild(node, (child) => handsOn(child, name) || undefined) ?? false;
}

/** True if a function itself throws, or rejects a promise with an error, apart from functions inside it. */
export function throws(fn: FunctionLikeDeclaration): boolean {
  const visit = (node: Node): boolean =>
    isThrowStatement(node) ||
    rejectsWithError(node) ||
    (!isFunctionLike(node) && (forEachChild(node, (child) => visit(child) || undefined) ?? false));
  return fn.body !== undefined && visit(fn.body);
}

/** How classes of errors are called. */
export const ERROR_CLASS = /(?:Exception|Error)$/;

/** True if something that is named as an error stands in a function, apart from functions inside it. */
export function makesErrors(fn: FunctionLikeDeclaration): boolean {
  const visit = (node: Node): boolean => {
    if (isNewExpression(node) && ERROR_CLASS.test(accessedName(node.expression) ?? nameOf(node.expression) ?? ''))
      return true;
    return forEachChild(node, (child) => visit(child) || undefined) ?? false;
  };
  return fn.body !== undefined && visit(fn.body);
}

/** True for a function that only has a name, which the function around it neither calls nor gives to anybody. */
export function isNeverCalled(fn: FunctionLikeDeclaration): boolean {
  const { parent } = fn;
  if (!isVariableDeclaration(parent) || !isIdentifier(parent.name)) return false;
  const declared = parent.name;
  let around: Node = parent;
  while (around.parent && !isFunctionLike(around)) around = around.parent;
  const isUsed = (node: Node): boolean => {
    if (isTypeOfExpression(node)) return false;
    if (isIdentifier(node)) return node !== declared && node.text === declared.text;
    return forEachChild(node, (child) => isUsed(child) || undefined) ?? false;
  };
  return !isUsed(around);
}

/** True for a call that plainly rejects with an error that is made there: `reject(new Gone())`. */
function rejectsWithError(node: Node): boolean {
  if (!isCallExpression(node)) return false;
  const [error] = node.arguments;
  const callee = unwrap(node.expression);
  const name = isIdentifier(callee) ? callee : isPropertyAccessExpression(callee) ? callee.name : undefined;
  return (
    name?.text === 'reject' &&
    error !== undefined &&
    (isNewExpression(unwrap(error)) || isCallExpression(unwrap(error)))
  );
}
