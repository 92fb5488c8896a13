import { createFrame } from '../flow/conditions.ts';
import type { Path } from '../flow/path.ts';
import { unknown } from '../known.ts';
import type { FileView } from '../syntax/file-view.ts';
import { type BinaryExpression, type CallExpression, isPropertyAccessExpression, type Node } from '../syntax/parser.ts';
import { unwrap } from '../syntax/tree.ts';
import { unknownValue } from '../values/model.ts';
import type { HandlerFunction } from './handler-function.ts';
import { readAssignedStatus, readHeaders, readSentBody } from './interpret.ts';
import { readBody } from './read-body.ts';
import type { CalledStatus, ResponseCall } from './response-call.ts';
import { settleBody, settleHeader, settleRedirect, settleStatus } from './settled.ts';
import type { ResponseState, WrittenStatus } from './state.ts';
import type { HelperAnswer } from './through-helpers.ts';

type ResponsePath = Path<ResponseState>;

function written(status: CalledStatus, node: Node): WrittenStatus {
  const { value, symbolic } = status;
  return { value, symbolic, values: status.written ? [status.written] : [], writers: [node] };
}

/** What a method does to a context that is sent at the end. */
export function settleCall(read: ResponseCall, path: ResponsePath, file: FileView): ResponseState {
  const { call, args, method, status } = read;
  const at = { ...path, state: settleHeader(path.state, readHeaders(read, file)) };
  if (method.role === 'header') return at.state;
  const set = {
    node: call,
    body: readSentBody(read, file),
    from: typeof method.body === 'number' ? args[method.body] : undefined,
  };
  if (status?.unlessSet) return settleRedirect(at, set, written(status, call));
  const state = status ? settleStatus(at, { node: call }, written(status, call)) : at.state;
  return method.role === 'send' ? settleBody({ ...at, state }, set) : state;
}

/** What `ctx.status = …` or `ctx.body = …` does. */
export function settleAssignment(
  node: BinaryExpression,
  path: ResponsePath,
  of: HandlerFunction,
  file: FileView,
): ResponseState {
  const target = unwrap(node.left);
  const name = isPropertyAccessExpression(target) ? target.name.text : '';
  switch (of.adapter.properties[name]?.role) {
    case 'status':
      return settleStatus(path, { node }, written(readAssignedStatus(node.right, of, file), node));
    case 'body':
      return settleBody(path, { node, body: readBody(node.right, file), from: node.right });
    default:
      return path.state;
  }
}

/** What a function of the project does to the context that it is given. */
export function settleHelper(call: CallExpression, answer: HelperAnswer, path: ResponsePath): ResponseState {
  const { status, body, helper } = answer;
  const place = { node: call, via: 'helper' as const, helper };
  const state = status ? settleStatus(path, place, status) : path.state;
  const after = settleBody({ ...path, state }, { ...place, body, from: undefined });
  // It may have come back without an answer.
  return answer.uncertain ? { ...after, settled: [...path.state.settled, ...after.settled] } : after;
}

/** After the functions behind this one, a status that was never set here may have been set there. */
export function settleNext(state: ResponseState): ResponseState {
  const why = 'not written here';
  const status: WrittenStatus = { value: unknown(why), symbolic: unknownValue(why), values: [], writers: [] };
  return { ...state, handedOn: true, settled: state.settled.map((held) => (held.status ? held : { ...held, status })) };
}

/** A catch clause begins with what the context holds; whatever failed behind `next()` left the status alone. */
export function settleCatch(state: ResponseState): ResponseState {
  if (!state.handedOn) return state;
  const settled = state.settled.map((held) => (held.statusAt ? held : { ...held, status: undefined }));
  return { ...state, handedOn: false, settled };
}

/** The way on which a method that throws unless something is given does throw. */
export function failedAssertion({ args, method }: ResponseCall, path: ResponsePath, file: FileView): ResponsePath {
  const test = method.unless === undefined ? undefined : args[method.unless];
  return test ? { ...path, frames: [...path.frames, createFrame(test, false, file)] } : path;
}
