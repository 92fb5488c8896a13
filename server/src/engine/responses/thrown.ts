import type { Response } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type CatchClause,
  type Expression,
  forEachChild,
  isArrowFunction,
  isAsExpression,
  isAwaitExpression,
  isCallExpression,
  isConditionalExpression,
  isIdentifier,
  isNewExpression,
  isNumericLiteral,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isReturnStatement,
  isThrowStatement,
  type NewExpression,
  type Node,
} from '../syntax/parser.ts';
import { isFunctionLike, unwrap } from '../syntax/tree.ts';
import { fillIn, fillInSelf, findInstance, workOut } from '../values/evaluate.ts';
import { readNumber } from '../values/literal.ts';
import type { Value } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import { isAsync, whenItRuns } from './callbacks.ts';
import { type HandlerFunction, isAtPlace, isResponse } from './handler-function.ts';
import { readResponseCall } from './interpret.ts';

/** What a call throws, if the called function does nothing but throw. */
export function findThrown(call: CallExpression, file: FileView): Value | undefined {
  if (thrownBefore.has(call)) return thrownBefore.get(call);
  const thrown = readThrown(call, file);
  thrownBefore.set(call, thrown);
  return thrown;
}

/** Every path that comes to a call asks. */
const thrownBefore = new WeakMap<CallExpression, Value | undefined>();

function readThrown(call: CallExpression, file: FileView): Value | undefined {
  const callee = unwrap(call.expression);
  if (!isIdentifier(callee) && !isPropertyAccessExpression(callee)) return undefined;
  const called = readValue(callee, file);
  const fn = workOut(called, file.world);
  if (fn.kind !== 'function' || !fn.summary.throws) return undefined;
  if (fn.summary.async && !isAwaitExpression(call.parent)) return undefined;
  const args = call.arguments.map((argument) => readValue(argument, file));
  const instance = findInstance(called, file.world);
  const { throws, owner } = fn.summary;
  return fillIn(instance ? fillInSelf(throws, instance) : throws, owner, args);
}

/** The argument of `new AppError('…', 404)` or `createError(404)` that is the status, if one plainly is. */
export function findStatusArgument(error: Expression, file: FileView): Expression | undefined {
  const value = unwrap(error);
  if (!isNewExpression(value) && !isCallExpression(value)) return undefined;
  const codes = (value.arguments ?? []).filter((argument) => {
    const inner = unwrap(argument);
    if (!isNumericLiteral(inner) && !isPropertyAccessExpression(inner) && !isIdentifier(inner)) return false;
    const known = readNumber(inner, file);
    return known.kind === 'one' && known.value >= 100 && known.value < 600;
  });
  return codes.length === 1 ? codes[0] : undefined;
}

/** True if a catch clause lets an error that carries its status have its way: it hands it on, throws it or asks it. */
export function passesOn({ variableDeclaration, block }: CatchClause, of: HandlerFunction, file: FileView): boolean {
  const name = variableDeclaration?.name;
  if (!name || !isIdentifier(name)) return false;
  const isError = (node: Node): boolean => isIdentifier(node) && node.text === name.text;
  const visit = (node: Node): boolean => {
    if (isThrowStatement(node)) return true;
    if (isPropertyAccessExpression(node) && isError(node.expression) && /status|code/i.test(node.name.text))
      return true;
    if (isCallExpression(node) && node.arguments.some((argument) => isError(unwrap(argument)))) {
      const isNext = isAtPlace(node.expression, of.next, file);
      const throwsOn = readResponseCall(node, of, file)?.method.role === 'throw';
      if (isNext || throwsOn || node.arguments.some((argument) => isResponse(argument, of, file))) return true;
    }
    return forEachChild(node, (child) => visit(child) || undefined) ?? false;
  };
  return visit(block);
}

/** True for `return new Gone()`, `throwError(() => new Gone())` and `done(new Gone())`, where others throw it. */
export function isHandedOver(made: NewExpression, { fn, returned }: HandlerFunction): boolean {
  let inner: Node = made;
  let outer: Node = made.parent;
  while (isParenthesizedExpression(outer) || isAsExpression(outer) || isConditionalExpression(outer)) {
    inner = outer;
    outer = outer.parent;
  }
  if (isCallExpression(outer)) return outer.expression !== inner;
  const isGivenBack = isReturnStatement(outer) || (isArrowFunction(outer) && outer.body === inner);
  if (!isGivenBack) return false;
  let around: Node = outer;
  while (!isFunctionLike(around)) around = around.parent;
  return around !== fn || returned?.kind !== 'body';
}

/** True for a callback of a chain that is given back or awaited: `return find().catch(() => { throw … })`. */
function isAwaited(callback: Node): boolean {
  let inner: Node = callback;
  let outer: Node = callback.parent;
  while (
    isCallExpression(outer) ||
    isPropertyAccessExpression(outer) ||
    isParenthesizedExpression(outer) ||
    isAsExpression(outer)
  ) {
    inner = outer;
    outer = outer.parent;
  }
  if (inner === callback) return false;
  return isReturnStatement(outer) || isAwaitExpression(outer) || (isArrowFunction(outer) && outer.body === inner);
}

/** The function of this very file that makes an error, where its own status is told. */
export function findMaker(error: Expression, file: FileView): Response['helper'] {
  const made = unwrap(error);
  if (!isCallExpression(made)) return undefined;
  const callee = workOut(readValue(made.expression, file), file.world);
  if (callee.kind !== 'function' || callee.summary.path !== file.source.path) return undefined;
  const { name, path, span } = callee.summary;
  return { kind: 'function', name, path, span };
}

/** True if a catch clause does nothing with its error but ask what status it carries: no error handler gets it. */
export function keepsError({ block }: CatchClause, of: HandlerFunction, file: FileView): boolean {
  const visit = (node: Node): boolean =>
    isThrowStatement(node) ||
    (isCallExpression(node) && isAtPlace(node.expression, of.next, file)) ||
    (forEachChild(node, (child) => visit(child) || undefined) ?? false);
  return !visit(block);
}

/**
 * True if nobody hears of what is thrown: in a callback that runs later, and in an async handler that Express 4 calls
 * without awaiting it. Measured; see the conformance tests.
 */
export function isLost(thrown: Node, { fn, handler, by, adapter }: HandlerFunction): boolean {
  let inner: Node = thrown;
  while (!isFunctionLike(inner)) inner = inner.parent;
  if (inner !== fn) return whenItRuns(inner) === 'later' && !isAwaited(inner);
  if (by !== 'call' || !isAsync(inner)) return false;
  const { awaitsHandlersSince } = adapter.handlers;
  return awaitsHandlersSince !== undefined && (handler.version ?? awaitsHandlersSince) < awaitsHandlersSince;
}
