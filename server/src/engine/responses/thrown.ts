import type { Response } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  isArrowFunction,
  isAsExpression,
  isAwaitExpression,
  isCallExpression,
  isConditionalExpression,
  isExpressionStatement,
  isIdentifier,
  isNewExpression,
  isNumericLiteral,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isReturnStatement,
  type NewExpression,
  type Node,
  SyntaxKind,
} from '../syntax/parser.ts';
import { isFunctionLike, unwrap } from '../syntax/tree.ts';
import { findErrorStatus, isError } from '../values/errors.ts';
import { fillIn, fillInSelf, findInstance, workOut } from '../values/evaluate.ts';
import { readNumber } from '../values/literal.ts';
import { type FunctionSummary, type PossibleThrow, unknownValue, type Value } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import { type Answering, prepared } from './draft.ts';
import { type HandlerFunction, isAtPlace } from './handler-function.ts';
import type { WrittenStatus } from './state.ts';

/** What a call throws, if the called function does nothing but throw. Every path that comes to the call asks. */
export function findThrown(call: CallExpression, file: FileView): Value | undefined {
  if (file.thrown.has(call)) return file.thrown.get(call);
  const thrown = readThrown(call, file);
  file.thrown.set(call, thrown);
  return thrown;
}

function readThrown(call: CallExpression, file: FileView): Value | undefined {
  const called = findCalled(call, file);
  return called?.summary.throws && called.fill(called.summary.throws);
}

/** What a call may throw, made of what it is given. */
export function listPossibleThrows(call: CallExpression, file: FileView): readonly PossibleThrow[] {
  const called = findCalled(call, file);
  return called?.summary.mayThrow.map(({ error, test }) => ({ error: called.fill(error), test })) ?? [];
}

/** The function of the project that throws what a call answers. */
export function findThrower(call: CallExpression, file: FileView): Response['helper'] {
  const summary = findCalled(call, file)?.summary;
  return summary && { kind: 'function', name: summary.name, path: summary.path, span: summary.span };
}

/** The function that a call runs before the code behind it. */
function findCalled(
  call: CallExpression,
  file: FileView,
): { readonly summary: FunctionSummary; readonly fill: (value: Value) => Value } | undefined {
  const callee = unwrap(call.expression);
  if (!isIdentifier(callee) && !isPropertyAccessExpression(callee)) return undefined;
  const called = readValue(callee, file);
  const fn = workOut(called, file.world);
  if (fn.kind !== 'function') return undefined;
  const { summary } = fn;
  if (!summary.throws && summary.mayThrow.length === 0) return undefined;
  if (summary.async && !isAwaitExpression(call.parent)) return undefined;
  const args = call.arguments.map((argument) => readValue(argument, file));
  const instance = findInstance(called, file.world);
  const fill = (value: Value): Value => fillIn(instance ? fillInSelf(value, instance) : value, summary.owner, args);
  return { summary, fill };
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

/** An error with a status that is made as a statement of its own, so that nobody gets it. */
export function findDroppedError(
  made: NewExpression,
  file: FileView,
): { readonly answering: Answering; readonly status: WrittenStatus } | undefined {
  if (!isExpressionStatement(made.parent)) return undefined;
  const error = workOut(readValue(made, file), file.world);
  // What is made of another class may do something while it is made.
  const value = isError(error, file.world) ? findErrorStatus(error, file.world) : undefined;
  if (!value) return undefined;
  const status = { value, symbolic: unknownValue('not written here'), values: [], writers: [] };
  return { answering: { ...prepared(made), via: 'throw', discarded: true }, status };
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

/** The error that `super.catch(exception, host)` leaves to the class of the framework. */
export function findLeftToBase(call: CallExpression, of: HandlerFunction, file: FileView): Expression | undefined {
  const [first] = call.arguments;
  const callee = unwrap(call.expression);
  const isBase = isPropertyAccessExpression(callee) && callee.expression.kind === SyntaxKind.SuperKeyword;
  return first && isBase && isAtPlace(first, of.error, file) ? first : undefined;
}
