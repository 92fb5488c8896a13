import type { Path } from '../flow/path.ts';
import { one, theOne, unknown } from '../known.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  isConditionalExpression,
  isIdentifier,
  isNewExpression,
  isVoidExpression,
} from '../syntax/parser.ts';
import { nameOf, unwrapAwait } from '../syntax/tree.ts';
import { findErrorStatus, isErrorOf } from '../values/errors.ts';
import { workOut } from '../values/evaluate.ts';
import { unknownValue, withoutFields } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import { handsOn, mentions } from './callbacks.ts';
import type { HandlerFunction } from './handler-function.ts';
import { isResponseChain } from './interpret.ts';
import { readOrigin } from './read-origin.ts';
import type { CalledStatus, ResponseCall } from './response-call.ts';
import type { ResponseState, WrittenStatus } from './state.ts';

type ResponsePath = Path<ResponseState>;

/** Errors of the language: none of them carries a status. */
const PLAIN_ERROR = /^(?:(?:Type|Range|Syntax|Reference|Eval|URI|Aggregate)?Error)$/;

/**
 * The value that a handler returns, where its framework sends that as the body. Undefined if there is none: nothing is
 * returned, an answer was sent before, or somebody else has been given the response.
 */
export function findReturnedBody(
  whole: Expression,
  path: ResponsePath,
  of: HandlerFunction,
  file: FileView,
): Expression | undefined {
  if (path.state.handedOn) return undefined;
  const value = chooseBranch(whole, path);
  if (isNothing(value)) return undefined;
  if (isResponseChain(value, of, file)) return undefined;
  // A callback in it that has the response may send by itself.
  const name = of.response && (of.response.path.at(-1) ?? nameOf(of.response.parameter.name));
  const isTaken = of.adapter.handlers.context && !of.adapter.settles ? handsOn : mentions;
  return name !== undefined && isTaken(value, name) ? undefined : value;
}

/** True for `undefined` and `void 0`. */
export function isNothing(value: Expression): boolean {
  return isVoidExpression(value) || (isIdentifier(value) && value.text === 'undefined');
}

/** The side of a conditional expression that the path took. */
export function chooseBranch(expression: Expression, path: ResponsePath): Expression {
  let value = unwrapAwait(expression);
  while (isConditionalExpression(value)) {
    const { condition } = value;
    const frame = path.frames.findLast(({ test }) => test === condition);
    if (!frame) break;
    value = unwrapAwait(frame.holds ? value.whenTrue : value.whenFalse);
  }
  return value;
}

/** The status that a body gives by being an error, in frameworks that look; undefined if the one in force stays. */
export function readStatusOfBody(
  body: Expression,
  path: ResponsePath,
  of: HandlerFunction,
  file: FileView,
): WrittenStatus | undefined {
  const carried = readCarried(body, path, of, file);
  return carried && { ...carried, values: [], writers: [body] };
}

/** The same for the argument of a call that sends. */
export function readStatusOfError(
  { args, method }: ResponseCall,
  path: ResponsePath,
  of: HandlerFunction,
  file: FileView,
): CalledStatus | undefined {
  if (method.role !== 'send' || typeof method.body !== 'number') return undefined;
  const body = args[method.body];
  const carried = body && readCarried(body, path, of, file);
  return carried && { ...carried, written: undefined };
}

function readCarried(
  body: Expression,
  { state }: ResponsePath,
  of: HandlerFunction,
  file: FileView,
): Pick<WrittenStatus, 'value' | 'symbolic'> | undefined {
  const { status } = state;
  if (!of.adapter.readsErrors || (status && !(status.value.kind === 'one' && status.value.value === 200)))
    return undefined;
  const symbolic = unknownValue('property of a value made elsewhere');
  const inner = unwrapAwait(body);
  const value = workOut(readValue(inner, file), file.world);
  const made = withoutFields(value);
  if (made.kind === 'error' || made.kind === 'new') {
    const carried = made.kind === 'error' || isError(inner, made) ? findErrorStatus(value, file.world) : undefined;
    const { errorModules } = of.adapter;
    if (carried && errorModules && !isErrorOf(value, errorModules, file.world))
      return { value: unknown('answered by an error handler that was not found', theOne(carried)), symbolic };
    if (carried) return { value: carried, symbolic };
  }
  if (isNewExpression(inner) && isIdentifier(inner.expression) && PLAIN_ERROR.test(inner.expression.text))
    return { value: one(500), symbolic };
  return readOrigin(inner, of, file) === 'caught error' && isIdentifier(inner)
    ? { value: unknown('property of a value made elsewhere'), symbolic }
    : undefined;
}

/** True unless it is plain that what is made is no error, such as a row that has a `status`. */
function isError(made: Expression, value: Extract<ReturnType<typeof workOut>, { kind: 'new' }>): boolean {
  const named =
    isNewExpression(made) && isIdentifier(made.expression) && /(?:Error|Exception)$/.test(made.expression.text);
  return named || (value.callee.kind === 'class' && value.callee.summary.base !== undefined);
}
