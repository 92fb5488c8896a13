import type { Span } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type AwaitExpression,
  forEachChild,
  isAwaitExpression,
  isCallExpression,
  isForOfStatement,
  isNewExpression,
  isPropertyAccessExpression,
  isThrowStatement,
  isTryStatement,
  type Node,
} from '../syntax/parser.ts';
import { calledName, isFunctionLike, unwrap } from '../syntax/tree.ts';
import { ownerOf } from '../values/owners.ts';
import { isAsync } from './callbacks.ts';
import type { HandlerFunction } from './handler-function.ts';

/**
 * What may reject the promise of a handler while nobody listens: awaits and throws outside of every try block that has a
 * catch clause. Empty where the framework, a package or a wrapper listens, or where that cannot be told.
 */
export function listUnguarded(of: HandlerFunction, file: FileView): readonly Span[] {
  const { fn, by, handler, framework, response } = of;
  const { awaitsHandlersSince, rejectionsHandledBy = [] } = framework.handlers;
  if (awaitsHandlersSince === undefined || (handler.version ?? awaitsHandlersSince) >= awaitsHandlersSince) return [];
  if (!response || handler.helper || !isAsync(fn) || !fn.body || (by !== 'call' && by !== 'use' && by !== 'type'))
    return [];
  if (file.world.dependsOn(file.source.path, rejectionsHandledBy)) return [];
  if (by !== 'call' && isGivenAway(of, file)) return [];
  // Who registers it may wrap it; where nobody is known to register it, that cannot be told.
  const ways = file.routes.find(ownerOf(fn, file));
  if (ways.some(({ wrapped }) => wrapped)) return [];
  if (by !== 'call' && ways.length === 0 && !file.routes.registersBare(handler.name ?? '')) return [];
  const found: Span[] = [];
  const visit = (node: Node): void => {
    if (isFunctionLike(node)) return;
    if (isTryStatement(node) && node.catchClause) {
      // What is done after a failure is its own matter, but for an error that is thrown again.
      visitThrows(node.catchClause.block);
      if (node.finallyBlock) visitThrows(node.finallyBlock);
      return;
    }
    if (isThrowStatement(node) || (isAwaitExpression(node) && mayReject(node))) found.push(file.span(node));
    if (isForOfStatement(node) && node.awaitModifier) found.push(file.span(node.expression));
    forEachChild(node, visit);
  };
  const visitThrows = (node: Node): void => {
    if (isFunctionLike(node) || (isTryStatement(node) && node.catchClause)) return;
    if (isThrowStatement(node)) found.push(file.span(node));
    forEachChild(node, visitThrows);
  };
  visit(fn.body);
  return found;
}

/** What only waits for time to pass. */
const PAUSES = /^(?:sleep|delay|pause|wait|timeout|setTimeout|setImmediate|nextTick|nextFrame)$/i;

/** `await load().catch(…)` is looked after, and so is a pause. */
function mayReject({ expression }: AwaitExpression): boolean {
  const value = unwrap(expression);
  if (isNewExpression(value)) return false;
  if (!isCallExpression(value)) return true;
  const callee = unwrap(value.expression);
  if (PAUSES.test(calledName(value) ?? '')) return false;
  if (!isPropertyAccessExpression(callee)) return true;
  const { text } = callee.name;
  return !(text === 'catch' || text === 'allSettled' || (text === 'then' && value.arguments.length > 1));
}

/** True if the function is an argument somewhere in its file, as in `exports.list = wrap(list)`, or is decorated. */
function isGivenAway({ fn, handler }: HandlerFunction, file: FileView): boolean {
  const { name } = handler;
  if (
    isCallExpression(fn.parent) ||
    name === undefined ||
    fn.modifiers?.some((modifier) => !/^\w+$/.test(file.text(modifier)))
  )
    return true;
  const given = new RegExp(`\\(\\s*(?:(?:this|exports|module\\.exports)\\.)?${name.replaceAll('$', '\\$')}\\s*[,)]`);
  return given.test(file.source.text);
}
