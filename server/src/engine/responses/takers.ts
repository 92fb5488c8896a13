import type { FileView } from '../syntax/file-view.ts';
import {
  type CatchClause,
  type Expression,
  forEachChild,
  isArrowFunction,
  isAsExpression,
  isAwaitExpression,
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isReturnStatement,
  isThrowStatement,
  isTryStatement,
  type Node,
} from '../syntax/parser.ts';
import { isFunctionLike, isFunctionValue, unwrap } from '../syntax/tree.ts';
import { isAsync, whenItRuns } from './callbacks.ts';
import { type HandlerFunction, isAtPlace, isResponse } from './handler-function.ts';
import { readResponseCall } from './interpret.ts';

/** Code that is given what was thrown: a catch clause, or the function given to `.catch(…)`. */
export interface Taker {
  /** What it calls the error; undefined if it does not look at it. */
  readonly name: string | undefined;
  /** True if it takes the error apart at once: `catch ({ status })`. */
  readonly takesApart: boolean;
  readonly body: Node;
}

/** A catch clause as what is given the error. */
export function takerOfClause({ variableDeclaration, block }: CatchClause): Taker {
  const name = variableDeclaration?.name;
  const isNamed = name !== undefined && isIdentifier(name);
  return { name: isNamed ? name.text : undefined, takesApart: name !== undefined && !isNamed, body: block };
}

/** What becomes of an error that is thrown in a function which runs later. */
export type Fate =
  /** Nobody hears of it. */
  | { readonly kind: 'lost' }
  /** It goes where what the handler itself throws goes, or to `next`. */
  | { readonly kind: 'heard' }
  /** A function given to `.catch(…)` has it. */
  | { readonly kind: 'taken'; readonly by: Taker };

/**
 * What becomes of an error that no catch clause of its own function takes: in a callback that runs later, and in an async
 * handler that Express 4 calls without awaiting it, it is lost. Measured; see the conformance tests.
 * @param rejects true for a promise that is given back
 */
export function findFate(thrown: Node, of: HandlerFunction, file: FileView, rejects = false): Fate {
  let around: Node = thrown;
  while (!isFunctionLike(around)) around = around.parent;
  if (around === of.fn) return (rejects || isAsync(around)) && isUnheard(of) ? { kind: 'lost' } : { kind: 'heard' };
  if (whenItRuns(around) !== 'later') return { kind: 'heard' };
  return findFateOfPromise(around, of, file);
}

/** What becomes of a failure in a function that is given to a promise: to its `then`, or to its constructor. */
export function findFateOfPromise(around: Node, of: HandlerFunction, file: FileView): Fate {
  const rejected = findRejectionHandler(around);
  if (rejected) {
    if (isAtPlace(rejected, of.next, file)) return { kind: 'heard' };
    const handler = unwrap(rejected);
    if (!isFunctionValue(handler) || !handler.body) return { kind: 'lost' };
    const name = handler.parameters[0]?.name;
    const isNamed = name !== undefined && isIdentifier(name);
    const by = { name: isNamed ? name.text : undefined, takesApart: name !== undefined && !isNamed };
    return { kind: 'taken', by: { ...by, body: handler.body } };
  }
  const awaited = findAwaited(around);
  if (!awaited) return { kind: 'lost' };
  const clause = isAwaitExpression(awaited) ? findClauseAround(awaited) : undefined;
  if (clause) return { kind: 'taken', by: takerOfClause(clause) };
  return isUnheard(of) ? { kind: 'lost' } : { kind: 'heard' };
}

/** True if the framework calls the handler without looking at the promise that it gives. */
function isUnheard({ by, adapter, handler }: HandlerFunction): boolean {
  const { awaitsHandlersSince } = adapter.handlers;
  return (
    by === 'call' && awaitsHandlersSince !== undefined && (handler.version ?? awaitsHandlersSince) < awaitsHandlersSince
  );
}

/** The argument of the first `.catch(…)`, or the second of a `.then(…)`, behind the call that a callback is given to. */
function findRejectionHandler(callback: Node): Expression | undefined {
  let call: Node = callback.parent;
  while (isCallOrNew(call) && isPropertyAccessExpression(call.parent) && call.parent.expression === call) {
    const { name } = call.parent;
    const next: Node = call.parent.parent;
    if (!isCallExpression(next) || next.expression !== call.parent) return undefined;
    const handler = name.text === 'catch' ? next.arguments[0] : name.text === 'then' ? next.arguments[1] : undefined;
    if (handler) return handler;
    call = next;
  }
  return undefined;
}

function isCallOrNew(node: Node): boolean {
  return isCallExpression(node) || isNewExpression(node);
}

/** What gives back or awaits the chain of a callback: `return find().catch(() => { throw … })`. */
function findAwaited(callback: Node): Node | undefined {
  let inner: Node = callback;
  let outer: Node = callback.parent;
  while (
    isCallOrNew(outer) ||
    isPropertyAccessExpression(outer) ||
    isParenthesizedExpression(outer) ||
    isAsExpression(outer)
  ) {
    inner = outer;
    outer = outer.parent;
  }
  if (inner === callback) return undefined;
  const isGiven = isReturnStatement(outer) || isAwaitExpression(outer);
  return isGiven || (isArrowFunction(outer) && outer.body === inner) ? outer : undefined;
}

/** The catch clause of the function around a node that gets what fails there. */
function findClauseAround(node: Node): CatchClause | undefined {
  for (let inner = node; inner.parent && !isFunctionLike(inner); inner = inner.parent)
    if (isTryStatement(inner.parent) && inner.parent.catchClause && inner.parent.tryBlock === inner)
      return inner.parent.catchClause;
  return undefined;
}

/** True if a taker lets an error that carries its status have its way: it hands it on, throws it or asks it. */
export function passesOn({ name, body }: Taker, of: HandlerFunction, file: FileView): boolean {
  if (name === undefined) return false;
  const isError = (node: Node): boolean => isIdentifier(node) && node.text === name;
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
  return visit(body);
}

/** True if a taker does nothing with its error but ask what status it carries: no error handler gets it. */
export function keepsError({ body }: Taker, of: HandlerFunction, file: FileView): boolean {
  const visit = (node: Node): boolean =>
    isThrowStatement(node) ||
    (isCallExpression(node) && isAtPlace(node.expression, of.next, file)) ||
    (forEachChild(node, (child) => visit(child) || undefined) ?? false);
  return !visit(body);
}

/** True if a taker throws: then the error goes on as one that nobody took. */
export function throwsAgain({ body }: Taker): boolean {
  const visit = (node: Node): boolean =>
    isThrowStatement(node) ||
    (!isFunctionLike(node) && (forEachChild(node, (child) => visit(child) || undefined) ?? false));
  return visit(body);
}
