import { theOne } from '../known.ts';
import type { Body, BodyProperty, BodyValue, Response, Span } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  isCallExpression,
  isObjectLiteralExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
} from '../syntax/parser.ts';
import { calledName, nameOf, unwrap } from '../syntax/tree.ts';
import { fillIn, fillInSelf, findInstance, toKnown, workOut } from '../values/evaluate.ts';
import { toNumber } from '../values/literal.ts';
import { type Answer, type FunctionSummary, someOf, type Value } from '../values/model.ts';
import { ownerOf } from '../values/owners.ts';
import { readValue } from '../values/read.ts';
import { findHung } from './closures.ts';
import { type HandlerFunction, isResponse } from './handler-function.ts';
import { nameOfGlobal } from './made-value.ts';
import { readBody } from './read-body.ts';
import type { WrittenStatus } from './state.ts';

const MAX_DEPTH = 2;

/** What a call of one of the project's own functions answers with the response that it is given. */
export interface HelperAnswer {
  readonly status: WrittenStatus | undefined;
  readonly body: Body;
  readonly headers: readonly string[];
  readonly sent: boolean;
  /** True if it gives the response back, and what was set before has no part in it. */
  readonly made: boolean;
  /** True if the function may come back without an answer. */
  readonly uncertain: boolean;
  /** True if it gives a function that answers once it is called. */
  readonly later?: boolean;
  readonly helper: NonNullable<Response['helper']>;
}

/** Reads a call that is given the response, if the called function could be read and answers through it. */
export function readHelperCall(call: CallExpression, of: HandlerFunction, file: FileView): HelperAnswer | undefined {
  const args = call.arguments.map((argument) => readValue(argument, file));
  const hung = findHung(call, of, file);
  if (hung) return readHelper(hung, args, call, of, file, true);
  return readHelper(readValue(call.expression, file), args, call, of, file) ?? readToldHelper(call, of, file);
}

/** A call of a function that the settings tell of. */
function readToldHelper(call: CallExpression, { extra }: HandlerFunction, file: FileView): HelperAnswer | undefined {
  const name = calledName(call);
  const helpers = extra?.responseHelpers ?? {};
  const told = name !== undefined && Object.hasOwn(helpers, name) ? helpers[name] : undefined;
  if (!told) return undefined;
  const given = told.statusArgument === undefined ? undefined : call.arguments[told.statusArgument];
  const symbolic: Value = given ? readValue(given, file) : { kind: 'literal', value: told.status ?? null };
  const body = told.bodyArgument === undefined ? undefined : call.arguments[told.bodyArgument];
  const span = file.span(call);
  return {
    status: { value: toNumber(symbolic, file.world), symbolic, values: given ? [given] : [], writers: [call] },
    body: body ? readBody(body, file) : { kind: 'opaque', span },
    headers: [],
    sent: true,
    made: false,
    uncertain: false,
    helper: { kind: 'function', name, path: '', span },
  };
}

/** As `readHelperCall`, if `helper` were called in its place with `args`. `hung` for a function that is a method of the response. */
export function readHelper(
  helper: Value,
  args: readonly Value[],
  call: CallExpression,
  of: HandlerFunction,
  file: FileView,
  hung = false,
): HelperAnswer | undefined {
  const callee = workOut(helper, file.world);
  if (callee.kind !== 'function') return undefined;
  const { summary } = callee;
  const curried = hung ? undefined : readCurried(summary, args, call, of, file);
  if (curried) return curried;
  const answers = summary.answers.filter(
    ({ response }) =>
      (hung && (response.captured !== undefined || response.index < 0)) || isGiven(call, response, of, file),
  );
  const [first] = answers;
  if (!first) return undefined;
  const instance = findInstance(helper, file.world);
  const fill = (value: Value): Value => fillIn(instance ? fillInSelf(value, instance) : value, summary.owner, args);
  const sending = answers.filter(({ sent }) => sent);
  const chosen = sending.length > 0 ? sending : answers;
  const status = fill(someOf(chosen.map((answer) => answer.status)));
  const body =
    chosen.length === 1 ? toBody(fill(first.body), call, file) : { kind: 'opaque' as const, span: file.span(call) };
  const written = chosen.flatMap((answer) => findWritten(answer.status, summary, call) ?? []);
  return {
    status: chosen.every((answer) => answer.implicit)
      ? undefined
      : { value: toNumber(status, file.world), symbolic: status, values: [...new Set(written)], writers: [call] },
    body,
    headers: first.headers,
    sent: sending.length > 0,
    made: false,
    uncertain: sending.length > 0 ? summary.mayStaySilent : !summary.setsStatus,
    helper: { kind: 'function', name: summary.name, path: summary.path, span: summary.span },
  };
}

/** `created(res)(data)` and `.then(respondWith(res, 201))`: a function gives another one, which answers. */
function readCurried(
  outer: FunctionSummary,
  args: readonly Value[],
  call: CallExpression,
  of: HandlerFunction,
  file: FileView,
): HelperAnswer | undefined {
  const given = workOut(outer.returns, file.world);
  if (given.kind !== 'function') return undefined;
  const answers = given.summary.answers.filter(({ response, sent }) => {
    const argument = response.captured === outer.owner ? call.arguments[response.at ?? -1] : undefined;
    const found = sent && argument && findInArgument(argument, response.path);
    return found ? isResponse(found, of, file) : false;
  });
  const [first] = answers;
  if (!first) return undefined;
  const isCalled = isCallExpression(call.parent) && call.parent.expression === call;
  const own = isCalled ? (call.parent as CallExpression).arguments.map((argument) => readValue(argument, file)) : [];
  const fill = (value: Value): Value => {
    const filled = fillIn(value, outer.owner, args);
    return isCalled ? fillIn(filled, given.owner, own) : filled;
  };
  const status = fill(someOf(answers.map((answer) => answer.status)));
  const written = answers.flatMap((answer) => findWritten(answer.status, outer, call) ?? []);
  return {
    status: answers.every(({ implicit }) => implicit)
      ? undefined
      : { value: toNumber(status, file.world), symbolic: status, values: [...new Set(written)], writers: [call] },
    body: answers.length === 1 ? toBody(fill(first.body), call, file) : { kind: 'opaque', span: file.span(call) },
    headers: first.headers,
    sent: true,
    made: false,
    uncertain: false,
    later: !isCalled,
    helper: { kind: 'function', name: outer.name, path: outer.path, span: outer.span },
  };
}

function isGiven(call: CallExpression, place: Answer['response'], of: HandlerFunction, file: FileView): boolean {
  if (place.captured !== undefined)
    return of.response !== undefined && place.captured === ownerOf(of.response.parameter.parent, file);
  const argument = call.arguments[place.index];
  const found = argument && findInArgument(argument, place.path);
  return found !== undefined && isResponse(found, of, file);
}

/** The expression that stands at `path` in an argument that is written as an object literal. */
export function findInArgument(argument: Expression, path: readonly string[]): Expression | undefined {
  let current = unwrap(argument);
  for (const name of path) {
    if (!isObjectLiteralExpression(current)) return undefined;
    const property = current.properties.find((one) => one.name && nameOf(one.name) === name);
    if (property && isPropertyAssignment(property)) current = unwrap(property.initializer);
    else if (property && isShorthandPropertyAssignment(property)) current = property.name;
    else return undefined;
  }
  return current;
}

/** The argument that gives the status, if it is handed through as it is. */
export function findWritten(status: Value, { owner }: FunctionSummary, call: CallExpression): Expression | undefined {
  const path: string[] = [];
  let plain = status;
  while (plain.kind === 'member' || plain.kind === 'fallback') {
    if (plain.kind === 'member') path.unshift(plain.name);
    plain = plain.kind === 'member' ? plain.object : plain.first;
  }
  if (plain.kind !== 'parameter' || plain.owner !== owner) return undefined;
  const argument = call.arguments[plain.index];
  return argument && findInArgument(argument, [...plain.path, ...path]);
}

/** A body as the rules see it, from a value. Its parts stand where the call stands. */
export function toBody(value: Value, call: CallExpression, file: FileView): Body {
  const span = file.span(call);
  const plain = workOut(findSerialised(value) ?? value, file.world);
  switch (plain.kind) {
    case 'missing':
      return { kind: 'empty' };
    case 'object':
      return { kind: 'object', span, ...toProperties(plain, span, file, 1) };
    case 'text':
      return { kind: 'text', span, text: undefined };
    case 'literal':
      return typeof plain.value === 'string'
        ? { kind: 'text', span, text: plain.value }
        : { kind: 'literal', span, value: plain.value };
    default:
      return { kind: 'opaque', span };
  }
}

/** `JSON.stringify(value)` sends what `value` says. */
function findSerialised(value: Value): Value | undefined {
  return value.kind === 'call' && nameOfGlobal(value.callee) === '#JSON.stringify' ? value.args[0] : undefined;
}

function toProperties(
  value: Extract<Value, { kind: 'object' }>,
  span: Span,
  file: FileView,
  depth: number,
): { properties: readonly BodyProperty[]; open: boolean } {
  const properties = [...value.properties].map(([name, inner]) => ({
    name,
    span,
    valueSpan: span,
    value: toBodyValue(inner, span, file, depth),
  }));
  return { properties, open: value.open };
}

function toBodyValue(value: Value, span: Span, file: FileView, depth: number): BodyValue {
  const plain = workOut(value, file.world);
  if (plain.kind === 'text') return { kind: 'text' };
  if (plain.kind === 'array')
    return { kind: 'array', elements: plain.elements.map((element) => toBodyValue(element, span, file, depth + 1)) };
  if (plain.kind === 'object')
    return depth < MAX_DEPTH ? { kind: 'object', ...toProperties(plain, span, file, depth + 1) } : { kind: 'opaque' };
  const known = theOne(toKnown(plain, file.world));
  return known === undefined ? { kind: 'opaque' } : { kind: 'literal', value: known };
}
