import type { FrameworkAdapter } from '../adapter.ts';
import type { FileView } from '../syntax/file-view.ts';
import { type CallExpression, type Expression, isIdentifier } from '../syntax/parser.ts';
import { unwrap } from '../syntax/tree.ts';
import { fillIn, workOut } from '../values/evaluate.ts';
import { toNumber } from '../values/literal.ts';
import { type FunctionSummary, someOf, type Value } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import { followFate } from './fate.ts';
import { type HandlerFunction, isAtPlace } from './handler-function.ts';
import { readMade } from './made-value.ts';
import { findWritten, type HelperAnswer, toBody } from './through-helpers.ts';

/** Names under which a request is handed on to whoever answers it. */
const REQUEST_NAME = /^_?(?:req(?:uest)?|event|ctx|c|context)$/;

/**
 * Reads a call of one of the project's own functions that gives a response, where that response is handed on as the
 * answer. A function that is given the request and has answers of its own to choose from is told where it stands.
 */
export function readMadeByHelper(call: CallExpression, of: HandlerFunction, file: FileView): HelperAnswer | undefined {
  const fate = followFate(call, file);
  if (fate === 'read') return undefined;
  const summary = findMakingFunction(call, file);
  const { shaped } = of.adapter;
  const made = summary && readMade(summary.returns, file.world, shaped);
  if (!made || made.length === 0) return undefined;
  const written = made.flatMap(({ status }) => findWritten(status, summary, call) ?? []);
  if (written.length === 0 && made.length > 1 && call.arguments.some((argument) => isRequest(argument, of, file)))
    return undefined;
  // What is wrapped is told inside: `withCors(badRequest())`.
  if (call.arguments.some((argument) => readMade(readValue(argument, file), file.world, shaped))) return undefined;
  const args = call.arguments.map((argument) => readValue(argument, file));
  const fill = (value: Value): Value => fillIn(value, summary.owner, args);
  const status = fill(someOf(made.map((one) => one.status)));
  const [only] = made;
  return {
    status: made.every(({ implicit }) => implicit)
      ? undefined
      : { value: toNumber(status, file.world), symbolic: status, values: [...new Set(written)], writers: [call] },
    body: only && made.length === 1 ? toBody(fill(only.body), call, file) : { kind: 'opaque', span: file.span(call) },
    headers: only?.headers ?? [],
    sent: fate !== 'discarded',
    made: true,
    uncertain: false,
    helper: { kind: 'function', name: summary.name, path: summary.path, span: summary.span },
  };
}

/** True if a call gives a response that one of the project's functions makes. */
export function isMadeByHelper(call: CallExpression, file: FileView, { shaped }: FrameworkAdapter): boolean {
  const summary = findMakingFunction(call, file);
  return summary !== undefined && readMade(summary.returns, file.world, shaped) !== undefined;
}

function findMakingFunction(call: CallExpression, file: FileView): FunctionSummary | undefined {
  const callee = workOut(readValue(call.expression, file), file.world);
  return callee.kind === 'function' ? callee.summary : undefined;
}

function isRequest(argument: Expression, of: HandlerFunction, file: FileView): boolean {
  const inner = unwrap(argument);
  return isAtPlace(inner, of.request, file) || (isIdentifier(inner) && REQUEST_NAME.test(inner.text));
}
