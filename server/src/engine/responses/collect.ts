import type { Path } from '../flow/path.ts';
import { mergePaths } from '../flow/path.ts';
import { type FlowHooks, walkFunction } from '../flow/walk.ts';
import type { Response } from '../model.ts';
import { readNumber } from '../syntax/constants.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type BinaryExpression,
  type CallExpression,
  type Expression,
  type FunctionLikeDeclaration,
  isBinaryExpression,
  isCallExpression,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isShorthandPropertyAssignment,
  type Node,
  SyntaxKind,
} from '../syntax/parser.ts';
import { nameOf, unwrap } from '../syntax/tree.ts';
import { mentions, whenItRuns } from './callbacks.ts';
import { addPath, createDraft, type Draft, finishDraft } from './draft.ts';
import { type HandlerFunction, isParameter, isResponse } from './handler-function.ts';
import { type ResponseCall, readHeader, readResponseCall, readSentBody } from './interpret.ts';
import { joinStates, type ResponseState, untouched } from './state.ts';

type ResponsePath = Path<ResponseState>;

/** Methods of the response object that neither answer nor give it away. */
const HARMLESS_METHODS = new Set([
  'get',
  'getHeader',
  'getHeaders',
  'hasHeader',
  'removeHeader',
  'on',
  'once',
  'off',
  'flushHeaders',
  'setTimeout',
  'flush',
]);

/**
 * Walks a handler and gathers every place that answers, with what is true there on all paths that reach it.
 * A status that is set and then sent by a later statement is one response, at the send.
 */
export function collectResponses(of: HandlerFunction, file: FileView): readonly Response[] {
  const drafts = new Map<Node, Draft>();
  const writers = new Map<Node, Draft>();
  const spent = new Set<Node>();
  const waiting: { readonly fn: FunctionLikeDeclaration; readonly start: ResponsePath }[] = [];
  const walked = new Set<FunctionLikeDeclaration>();
  const { defaultStatus } = of.adapter;
  const join = (a: ResponseState, b: ResponseState): ResponseState => joinStates(a, b, defaultStatus);

  const note = (into: Map<Node, Draft>, node: Node, make: () => Draft, path: ResponsePath): void => {
    const known = into.get(node);
    into.set(node, known ? addPath(known, path, defaultStatus) : make());
  };

  const applyCall = (read: ResponseCall, path: ResponsePath): ResponseState => {
    const { call, method, status } = read;
    const header = readHeader(read, file);
    let { state } = path;
    if (header) state = { ...state, headers: [...state.headers, header] };
    if (status)
      state = {
        ...state,
        status: { value: status.value, values: status.written ? [status.written] : [], writers: [call] },
      };
    if (method.role === 'header') return state;
    const after = { ...path, state };
    if (method.role === 'status') {
      note(writers, call, () => createDraft(call, false, { kind: 'none' }, after), after);
      return state;
    }
    note(drafts, call, () => createDraft(call, true, readSentBody(read, file), after), after);
    for (const writer of state.status?.writers ?? []) spent.add(writer);
    return method.role === 'stream' ? { ...state, handedOn: true } : { ...state, sends: [...state.sends, call] };
  };

  const visitCall = (call: CallExpression, path: ResponsePath): ResponseState | undefined => {
    const read = readResponseCall(call, of, file);
    if (read) return applyCall(read, path);
    if (file.text(call.expression) === 'process.exit') return undefined;
    return handsOn(call, of, file) ? { ...path.state, handedOn: true } : path.state;
  };

  const visitAssignment = (node: BinaryExpression, path: ResponsePath): ResponseState => {
    const target = unwrap(node.left);
    if (
      node.operatorToken.kind !== SyntaxKind.EqualsToken ||
      !isPropertyAccessExpression(target) ||
      !isResponse(target.expression, of, file)
    )
      return path.state;
    if (of.adapter.properties[target.name.text]?.role !== 'status') return path.state;
    const state: ResponseState = {
      ...path.state,
      status: { value: readNumber(node.right, file), values: [node.right], writers: [node] },
    };
    const after = { ...path, state };
    note(writers, node, () => createDraft(node, false, { kind: 'none' }, after), after);
    return state;
  };

  const hooks: FlowHooks<ResponseState> = {
    visit: (node, path) => {
      if (isCallExpression(node)) return visitCall(node, path);
      return isBinaryExpression(node) ? visitAssignment(node, path) : path.state;
    },
    runs: (callback, paths) => {
      const when = whenItRuns(callback);
      const name = nameOf(of.response.name);
      if (when === 'later' && !walked.has(callback) && (name === undefined || mentions(callback, name))) {
        walked.add(callback);
        const [start] = mergePaths(paths, join);
        if (start)
          waiting.push({ fn: callback, start: { ...start, state: { ...start.state, sends: [], handedOn: false } } });
      }
      return when;
    },
    intoCatch: (state) => (state.sends.length === 0 ? state : { ...state, sends: [] }),
    join,
    leave: () => {},
  };

  waiting.push({ fn: of.fn, start: { frames: [], catches: [], state: untouched } });
  for (let one = waiting.shift(); one; one = waiting.shift()) walkFunction(one.fn, one.start, hooks, file);

  const unspent = [...writers].filter(([node]) => !spent.has(node)).map(([, draft]) => draft);
  return [...drafts.values(), ...unspent]
    .map((draft) => finishDraft(draft, of, file))
    .sort((a, b) => a.span.start - b.span.start);
}

/** True if the call may lead to an answer that this walk cannot see: `next()`, or `res` given to somebody. */
function handsOn(call: CallExpression, of: HandlerFunction, file: FileView): boolean {
  if (isParameter(call.expression, of.next, file)) return true;
  const callee = unwrap(call.expression);
  if (isPropertyAccessExpression(callee) && isResponse(callee.expression, of, file))
    return !HARMLESS_METHODS.has(callee.name.text);
  return call.arguments.some((argument) => carries(argument, of, file));
}

function carries(argument: Expression, of: HandlerFunction, file: FileView): boolean {
  const value = unwrap(argument);
  if (isResponse(value, of, file) || isParameter(value, of.next, file)) return true;
  return (
    isObjectLiteralExpression(value) &&
    value.properties.some((property) => isShorthandPropertyAssignment(property) && isResponse(property.name, of, file))
  );
}
