import { theOne, unknown } from '../known.ts';
import type { FileView } from '../syntax/file-view.ts';
import { isArrowFunction, isReturnStatement, type Node } from '../syntax/parser.ts';
import { isFunctionLike } from '../syntax/tree.ts';
import type { Value } from '../values/model.ts';
import { findAnswerToError } from './answers-to-errors.ts';
import { followFate } from './fate.ts';
import type { HandlerFunction } from './handler-function.ts';
import type { ResponseState } from './state.ts';

/** A response that is thrown answers only where the framework, or code around the handler, takes it for an answer. */
export function throwMade(state: ResponseState, of: HandlerFunction, file: FileView): ResponseState {
  if (of.adapter.answersThrownResponses) return of.adapter.handlers.takesErrors ? askTakers(state, of, file) : state;
  if (of.by !== 'call' && of.by !== 'export') return state;
  const fallback = state.status ? theOne(state.status.value) : of.defaultStatus;
  const value = unknown<number>('answered by an error handler that was not found', fallback);
  const { symbolic = { kind: 'unknown', why: 'not written here' }, values = [], writers = [] } = state.status ?? {};
  return { ...state, status: { value, symbolic, values, writers } };
}

/** What error handlers of the project make of a response that is thrown, where they are given it as they are an error. */
function askTakers(state: ResponseState, of: HandlerFunction, file: FileView): ResponseState {
  const { status } = state;
  if (!status) return state;
  const own = theOne(status.value);
  const carried: Value = own === undefined ? status.symbolic : { kind: 'literal', value: own };
  const told = findAnswerToError({ kind: 'error', status: carried }, undefined, true, of, file);
  if (!told) return state;
  const value = told.kind === 'unknown' ? unknown<number>(told.why, theOne(status.value)) : told;
  return { ...state, status: { ...status, value } };
}

/** `return c.status(404)` gives back nothing: the statement that does, where it is the handler that leaves by it. */
export function findLoneStatus(
  writer: Node,
  of: HandlerFunction,
  file: FileView,
  answersElsewhere: boolean,
): Node | undefined {
  if ((of.by !== 'call' && !answersElsewhere) || of.next || followFate(writer, file) !== 'returned') return undefined;
  let node: Node = writer;
  while (!isReturnStatement(node) && !isFunctionLike(node)) node = node.parent;
  let around: Node = node;
  while (!isFunctionLike(around)) around = around.parent;
  if (around !== of.fn) return undefined;
  return isArrowFunction(node) ? writer : node;
}
