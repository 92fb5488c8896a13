import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  isArrowFunction,
  isAsExpression,
  isAwaitExpression,
  isIdentifier,
  isNewExpression,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isReturnStatement,
  type Node,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { unwrap } from '../syntax/tree.ts';
import type { HandlerFunction } from './handler-function.ts';
import { type Fate, findFate, findFateOfPromise } from './takers.ts';

/** A call that rejects a promise, as `throw` does in an async function. */
export interface Rejection {
  readonly error: Expression;
  readonly fate: Fate;
  /** True if the code behind it does not run. */
  readonly ends: boolean;
}

/** Reads `return Promise.reject(error)` and `reject(error)`, where that is the promise's own function. */
export function readRejection(call: CallExpression, of: HandlerFunction, file: FileView): Rejection | undefined {
  const [error] = call.arguments;
  if (!error) return undefined;
  const callee = unwrap(call.expression);
  if (isPropertyAccessExpression(callee)) {
    const { expression, name } = callee;
    const isOwn = name.text === 'reject' && isIdentifier(expression) && expression.text === 'Promise';
    return isOwn && isGivenBack(call) ? { error, fate: findFate(call, of, file, true), ends: true } : undefined;
  }
  const declaration = isIdentifier(callee) ? findDeclaration(file.scopes, callee) : undefined;
  if (declaration?.kind !== 'parameter') return undefined;
  const made = declaration.owner.parent;
  const isExecutor =
    isNewExpression(made) &&
    isIdentifier(made.expression) &&
    made.expression.text === 'Promise' &&
    declaration.index === 1;
  if (isExecutor) return { error, fate: findFateOfPromise(declaration.owner, of, file), ends: false };
  // A function of the project that is given the `reject` of a promise.
  return isIdentifier(callee) && callee.text === 'reject' ? { error, fate: { kind: 'heard' }, ends: false } : undefined;
}

function isGivenBack(call: Node): boolean {
  let inner: Node = call;
  while (isParenthesizedExpression(inner.parent) || isAsExpression(inner.parent)) inner = inner.parent;
  const { parent } = inner;
  return isReturnStatement(parent) || isAwaitExpression(parent) || (isArrowFunction(parent) && parent.body === inner);
}
