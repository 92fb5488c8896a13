import { frameworks } from '../registry.generated.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type FunctionLikeDeclaration,
  isArrowFunction,
  isBinaryExpression,
  isCallExpression,
  isFunctionExpression,
  isIdentifier,
  isPropertyAccessExpression,
  type Node,
} from '../syntax/parser.ts';
import { accessedName, dottedName, isFunctionLike, unwrap } from '../syntax/tree.ts';
import {
  type Answer,
  type ErrorWay,
  type FunctionSummary,
  missing,
  someOf,
  unknownValue,
  type Value,
} from '../values/model.ts';
import { ownerOf } from '../values/owners.ts';
import { readValue } from '../values/read.ts';
import { answerTakenError } from './answer-taken-error.ts';
import { isAsync, mentions } from './callbacks.ts';
import { findCatchersOfNext } from './catchers.ts';
import { claimFunction } from './claim-handlers.ts';
import { collectDrafts } from './collect.ts';
import type { Draft } from './draft.ts';
import { readEnds } from './ends.ts';
import { type HandlerFunction, nameOfPlace, type Place } from './handler-function.ts';
import { readResponseCall } from './interpret.ts';
import { readPlainLookUp } from './plain-look-up.ts';
import { createHandler } from './roles.ts';

/** Reads what a function answers, returns and throws, in terms of its parameters. A function that calls itself is unknown. */
export function summariseFunction(fn: FunctionLikeDeclaration, file: FileView): FunctionSummary {
  const { summaries } = file;
  const known = summaries.get(fn);
  if (known && known !== 'being made') return known;
  const owner = ownerOf(fn, file);
  const unread = {
    owner,
    name: undefined,
    path: file.source.path,
    span: file.span(fn),
    answers: [],
    mayStaySilent: true,
    setsStatus: false,
    async: isAsync(fn),
    lookUp: () => readPlainLookUp(fn, file),
    catchesNext: () => findCatchersOfNext(fn, file).length > 0,
    answerError: (error: Value, inForce: Value, way: ErrorWay) => answerTakenError(fn, file, error, inForce, way),
  };
  if (known === 'being made') return { ...unread, returns: unknownValue('too deep'), throws: undefined, mayThrow: [] };
  summaries.set(fn, 'being made');
  const ends = readEnds(fn, file);
  const summary = { ...unread, ...readAnswers(fn, file), ...ends };
  summaries.set(fn, summary);
  return summary;
}

function readAnswers(
  fn: FunctionLikeDeclaration,
  file: FileView,
): Pick<FunctionSummary, 'name' | 'answers' | 'mayStaySilent' | 'setsStatus'> {
  const of = claimFunction(fn, file, frameworks) ?? captureResponse(fn, file) ?? readAsMethod(fn, file);
  if (!of) return { name: undefined, answers: [], mayStaySilent: true, setsStatus: false };
  const { drafts, mayStaySilent, setsStatus } = collectDrafts(of, file);
  const answers = drafts
    .filter(({ via }) => via === 'response' || via === 'helper')
    .map((draft) => toAnswer(draft, of, file));
  return { name: of.handler.name, answers, mayStaySilent, setsStatus };
}

/** A function that answers through the response of a function around it: `const refuse = (code) => res.sendStatus(code)`. */
function captureResponse(fn: FunctionLikeDeclaration, file: FileView): HandlerFunction | undefined {
  for (let outer: Node | undefined = fn.parent; outer; outer = outer.parent) {
    if (!isFunctionLike(outer)) continue;
    const around = claimFunction(outer, file, frameworks);
    const name = nameOfPlace(around?.response);
    if (!around || name === undefined) continue;
    const answersThroughThis = isHungOn(fn, name);
    if (answersThroughThis || mentions(fn, name))
      return { ...around, fn, error: undefined, calls: new Map(), returned: undefined, answersThroughThis };
  }
  return undefined;
}

/** A function that a framework is given to hang on responses: `fastify.decorateReply('fail', function () { this.code(…) })`. */
function readAsMethod(fn: FunctionLikeDeclaration, file: FileView): HandlerFunction | undefined {
  const adapter = frameworks.find(({ handlers }) => handlers.hangers?.some((name) => isGivenTo(name, fn, file)));
  const of = adapter && createHandler(fn, { method: undefined, route: undefined, by: 'throw' }, file, adapter);
  return of && { ...of, answersThroughThis: true, returned: undefined };
}

/** True if a call of a method of that name is given a function, or what it is called. */
function isGivenTo(method: string, fn: FunctionLikeDeclaration, file: FileView): boolean {
  if (isArrowFunction(fn) || !file.source.text.includes(method)) return false;
  const name = fn.name && isIdentifier(fn.name) ? fn.name.text : undefined;
  const calls = isCallExpression(fn.parent)
    ? [fn.parent]
    : name === undefined
      ? []
      : file.listNaming(name).flatMap(file.callsAround);
  return calls.some(
    ({ expression, arguments: given }) =>
      accessedName(unwrap(expression)) === method &&
      given.some((one) => one === fn || (isIdentifier(one) && one.text === name)),
  );
}

/** True for `res.fail = function () { this.status(…) }`, in which `this` is the response. */
function isHungOn(fn: FunctionLikeDeclaration, response: string): boolean {
  if (!isFunctionExpression(fn) || !isBinaryExpression(fn.parent)) return false;
  const target = unwrap(fn.parent.left);
  return isPropertyAccessExpression(target) && dottedName(target.expression) === response;
}

function toAnswer(draft: Draft, of: HandlerFunction, file: FileView): Answer {
  return {
    response: of.response ? toIndex(of.response, of.fn, file) : { index: -1, path: [] },
    status: draft.status ? readStatus(draft) : { kind: 'literal', value: of.defaultStatus },
    implicit: draft.status === undefined,
    body: readBodyValue(draft, of, file),
    sent: draft.sent,
    headers: draft.headers.map(({ name }) => name),
  };
}

function toIndex({ parameter, path }: Place, fn: FunctionLikeDeclaration, file: FileView): Answer['response'] {
  const index = fn.parameters.indexOf(parameter);
  if (index >= 0) return { index, path };
  const around = parameter.parent as FunctionLikeDeclaration;
  return { index, path, captured: ownerOf(around, file), at: around.parameters.indexOf(parameter) };
}

function readStatus(draft: Draft): Value {
  const { status } = draft;
  if (status?.symbolic) return status.symbolic;
  if (status?.value.kind === 'one') return { kind: 'literal', value: status.value.value };
  if (status?.value.kind === 'some') return someOf(status.value.values.map((value) => ({ kind: 'literal', value })));
  return unknownValue(status?.value.why ?? 'not written here');
}

function readBodyValue(draft: Draft, of: HandlerFunction, file: FileView): Value {
  if (draft.from) return readValue(draft.from, file);
  if (draft.via !== 'response' || !isCallExpression(draft.node)) return unknownValue('call that was not read');
  const read = readResponseCall(draft.node, of, file);
  if (typeof read?.method.body !== 'number')
    return draft.body.kind === 'empty' ? missing : unknownValue('call that was not read');
  const argument = draft.node.arguments[read.method.body];
  return argument ? readValue(argument, file) : missing;
}
