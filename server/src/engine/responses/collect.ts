import type { Path } from '../flow/path.ts';
import { joinPaths } from '../flow/path.ts';
import type { FlowHooks } from '../flow/walk.ts';
import { walkFunction, walkStatements } from '../flow/walk-function.ts';
import type { HandlerFlow } from '../handler-flow.ts';
import { one } from '../known.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type BinaryExpression,
  type CallExpression,
  type CatchClause,
  type FunctionLikeDeclaration,
  isBinaryExpression,
  isCallExpression,
  isNewExpression,
  type NewExpression,
  type Node,
  type Statement,
} from '../syntax/parser.ts';
import type { Value } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import { isNeverCalled, makesErrors, throws, whenItRuns } from './callbacks.ts';
import type { AllowsTest, Collected } from './collected.ts';
import { type Answering, addPath, createDraft, type Draft, finishDraft, prepared, readCatch } from './draft.ts';
import { createErrorAnswers } from './error-answers.ts';
import { followFate } from './fate.ts';
import { type HandlerFunction, isAtPlace, nameOfPlace } from './handler-function.ts';
import { createIgnoredStatuses } from './ignored.ts';
import { readHeaders, readResponseCall, readSentBody } from './interpret.ts';
import { findLoneStatus, throwMade } from './made-apart.ts';
import { makes } from './made-call.ts';
import { isOneOfTwo } from './one-of-two.ts';
import { createOtherCallReader, endsProcess } from './other-call.ts';
import { mayAnswer } from './out-of-sight.ts';
import { createRefusedWork } from './refused-work.ts';
import { readRejection } from './rejections.ts';
import type { ResponseCall } from './response-call.ts';
import { readReturned } from './returned.ts';
import { readStatusOfError } from './returned-body.ts';
import { settleAssignment, settleCall, settleCatch, settleHelper, settleNext } from './settle.ts';
import { listSettled } from './settled.ts';
import { readShaped, type ShapedAnswer } from './shaped.ts';
import { createSilence } from './silence.ts';
import { joinStates, type ResponseState, unreadStatus, untouched } from './state.ts';
import { isAssignedToResponse, readStatusAssigned } from './status-assigned.ts';
import { findFate } from './takers.ts';
import type { HelperAnswer } from './through-helpers.ts';
import { findDroppedError, findLeftToBase, findThrown, isHandedOver } from './thrown.ts';
import { listUnguarded } from './unguarded.ts';

type ResponsePath = Path<ResponseState>;

/** Properties by which code asks whether a response was sent. */
const SENT_ALREADY = /\.(?:headersSent|writableEnded|finished|_headerSent|sent)$/;

/** Every place of a handler that answers, in the order of the text, and what is told of it as a whole. */
export function collectFlow(of: HandlerFunction, file: FileView): HandlerFlow {
  const { drafts, silence } = collectDrafts(of, file);
  return {
    handler: of.handler,
    responses: drafts.map((draft) => finishDraft(draft, of, file)).sort((a, b) => a.span.start - b.span.start),
    silentPaths: silence.paths((clause) => readCatch(clause, of, file)),
    unguarded: listUnguarded(of, file),
  };
}

/**
 * Walks a function and gathers every place that answers, with what is true there on all paths that reach it.
 * A status that is set and then sent by a later statement is one answer, at the send.
 * @param from the statements to walk instead of the whole function
 */
export function collectDrafts(
  of: HandlerFunction,
  file: FileView,
  allowsTest: AllowsTest = () => true,
  from?: readonly Statement[],
): Collected {
  let mayStaySilent = false;
  let mayBeLost = false;
  let setsStatus = true;
  const passedOn = new Map<Node, Value>();
  let walking: FunctionLikeDeclaration = of.fn;
  const silence = createSilence(of, file);
  const nameOfError = nameOfPlace(of.error);
  const drafts = new Map<Node, Draft>();
  const writers = new Map<Node, Draft>();
  const spent = new Set<Node>();
  const waiting: { readonly fn: FunctionLikeDeclaration; readonly start: ResponsePath }[] = [];
  const walked = new Set<FunctionLikeDeclaration>();
  const work = createRefusedWork(file, (answer) => drafts.get(answer));
  const { defaultStatus } = of;
  const takesMade = of.adapter.made !== undefined || of.adapter.shaped !== undefined;
  const join = (a: ResponseState, b: ResponseState): ResponseState => joinStates(a, b, defaultStatus);

  const ignored = createIgnoredStatuses();
  const note = (into: Map<Node, Draft>, answering: Answering, path: ResponsePath): void => {
    const known = into.get(answering.node);
    into.set(answering.node, known ? addPath(known, path, defaultStatus) : createDraft(answering, path));
  };
  const spend = (state: ResponseState, node: Node): ResponseState => {
    for (const writer of state.status?.writers ?? []) spent.add(writer);
    return { ...state, sends: [...state.sends, node] };
  };

  const { applyError, applyThrown, alwaysThrows, applyThrow, finish } = createErrorAnswers(
    of,
    file,
    ignored,
    (...one) => note(drafts, ...one),
    spend,
  );

  const applyCall = (
    read: ResponseCall,
    path: ResponsePath,
    catcher: CatchClause | undefined,
  ): ResponseState | undefined => {
    if (read.method.role === 'throw' && !read.free) {
      if (read.status && !catcher) passedOn.set(read.call, { kind: 'error', status: read.status.symbolic });
      return applyThrow(read, path, catcher);
    }
    if (of.adapter.settles) return settleCall(read, path, file);
    const { call, method, status, name } = read;
    const headers = readHeaders(read, file);
    let { state } = path;
    if (headers.length > 0)
      state = {
        ...state,
        headers: [...state.headers, ...headers],
        headersKnown: state.headersKnown && headers.every(({ name }) => name !== '*'),
      };
    const given = status?.unlessSet && state.status ? undefined : (status ?? readStatusOfError(read, path, of, file));
    if (given) {
      const written = { ...given, values: given.written ? [given.written] : [], writers: [call] };
      ignored.replaced(state.status, written, call);
      state = { ...state, status: written };
    }
    if (method.role === 'header') return state;
    const after = { ...path, state };
    if (method.role === 'make' || method.role === 'throw') return applyMade(read, after, path.state);
    if (method.role === 'status') {
      note(writers, prepared(call), after);
      return state;
    }
    if (method.role === 'stream') {
      if (!state.handedOn) note(drafts, { ...prepared(call), sent: true, body: readSentBody(read, file) }, after);
      return { ...spend(state, call), sends: path.state.sends, handedOn: true, streamed: true };
    }
    // After an answer an empty `end()` does nothing at all.
    if (name === 'end' && call.arguments?.length === 0 && state.sends.length > 0) return state;
    if (name === 'end' && state.handedOn && state.sends.length === 0 && drafts.size > 0 && !status)
      return spend(state, call);
    note(drafts, { ...prepared(call), sent: true, body: readSentBody(read, file) }, after);
    return spend(state, call);
  };

  /** A response that is made as a value. What was set on a response object before is not part of one made freely. */
  const applyMade = (read: ResponseCall, path: ResponsePath, before: ResponseState): ResponseState | undefined => {
    const { call, free, method, status } = read;
    const throwing = method.role === 'throw';
    const fate = throwing ? 'thrown' : followFate(call, file);
    const sent = fate !== 'discarded';
    const answering = { ...prepared(call), sent, discarded: !sent, body: readSentBody(read, file) };
    const own = free && !status && !method.ofContext ? { ...path.state, status: undefined } : path.state;
    const state = !throwing && fate === 'thrown' ? throwMade(own, of, file) : own;
    note(drafts, { ...answering, via: throwing ? 'throw' : 'response' }, { ...path, state });
    return throwing ? undefined : { ...spend(state, call), ...kept(before, sent) };
  };

  /** An object that is a response by its properties. */
  const applyShaped = ({ answering, status, headers }: ShapedAnswer, path: ResponsePath): ResponseState => {
    const state = { ...path.state, status, headers: [...path.state.headers, ...headers] };
    note(drafts, answering, { ...path, state });
    return { ...spend(state, answering.node), ...kept(path.state, true) };
  };

  /** A response that was made sends nothing by itself, and leaves the context as it was. */
  const kept = (before: ResponseState, answered: boolean): Partial<ResponseState> => ({
    status: before.status,
    headers: before.headers,
    sends: before.sends,
    answered: before.answered || answered,
  });

  /** An answer that code elsewhere gives for this place. */
  const applyHelper = (call: CallExpression, answer: HelperAnswer, path: ResponsePath): ResponseState => {
    if (of.adapter.settles) return settleHelper(call, answer, path);
    const headers = answer.headers.map((name) => ({ name, span: file.span(call) }));
    const state = {
      ...path.state,
      status: answer.status ?? (answer.made ? undefined : path.state.status),
      headers: [...path.state.headers, ...headers],
    };
    const after = { ...path, state };
    const { helper, body, sent } = answer;
    if (answer.uncertain) return { ...state, status: sent ? path.state.status : unreadStatus, handedOn: true };
    if (!sent) {
      note(writers, { ...prepared(call), via: 'helper', helper, discarded: answer.made }, after);
      return state;
    }
    note(drafts, { node: call, sent, body, via: 'helper', helper }, after);
    if (answer.later) return { ...path.state, handedOn: true };
    return takesMade ? { ...spend(state, call), ...kept(path.state, true) } : spend(state, call);
  };

  /** A function that runs when this one has gone on: what is sent in it comes behind nothing. */
  const walkLater = (fn: FunctionLikeDeclaration, path: ResponsePath): void => {
    if (walked.has(fn)) return;
    walked.add(fn);
    waiting.push({ fn, start: { ...path, state: { ...path.state, sends: [], handedOn: false } } });
  };

  const readOther = createOtherCallReader(of, file);
  const visitCall = (
    call: CallExpression,
    path: ResponsePath,
    catcher: CatchClause | undefined,
  ): ResponseState | undefined => {
    const read = readResponseCall(call, of, file);
    if (read) return applyCall(read, path, catcher);
    if (endsProcess(call)) return undefined;
    const left = findLeftToBase(call, of, file);
    if (left) {
      passedOn.set(call, readValue(left, file));
      return { ...path.state, handedOn: true };
    }
    if (isAtPlace(call.expression, of.next, file)) {
      const [error] = call.arguments;
      if (error) {
        passedOn.set(error, readValue(error, file));
        work.handOn(call, path);
      } else work.pass(call, path);
      if (of.adapter.settles) return settleNext(path.state);
      const state = error ? applyError(call, error, 'next', path) : path.state;
      return { ...state, handedOn: true };
    }
    const rejection = readRejection(call, of, file);
    if (rejection) {
      applyThrown(call, rejection.error, path, catcher, rejection.fate);
      return rejection.ends ? undefined : { ...path.state, handedOn: true };
    }
    const { given, helped, closure, later } = readOther(call);
    for (const inner of helped && closure ? [closure, ...later] : later) walkLater(inner, path);
    const open = path.state.open || later.length > 0;
    if (!helped && (!given || takesMade)) {
      work.visit(call, path);
      const thrown = catcher ? undefined : findThrown(call, file);
      if (thrown) passedOn.set(call, thrown);
      const state = alwaysThrows(call, path, catcher);
      return state && open !== state.open ? { ...state, open } : state;
    }
    if (!helped || helped.uncertain) mayBeLost = true;
    const after = helped ? applyHelper(call, helped, path) : { ...path.state, handedOn: true };
    return given && findThrown(call, file) ? undefined : after;
  };

  const visitAssignment = (node: BinaryExpression, path: ResponsePath): ResponseState => {
    if (!isAssignedToResponse(node, of, file)) return path.state;
    if (of.adapter.settles) return settleAssignment(node, path, of, file);
    const status = readStatusAssigned(node, of, file);
    if (!status) return path.state;
    const state = { ...path.state, status };
    ignored.replaced(path.state.status, status, node);
    note(writers, prepared(node), { ...path, state });
    return state;
  };

  /** A response that is made, or an error that is not thrown where it is made, but given back or handed to somebody who does. */
  const visitNew = (node: NewExpression, path: ResponsePath): ResponseState | undefined => {
    const read = readResponseCall(node, of, file);
    if (read) return applyCall(read, path, undefined);
    const dropped = findDroppedError(node, file);
    if (dropped) note(drafts, dropped.answering, { ...path, state: { ...path.state, status: dropped.status } });
    else if (of.framework.handlers.ownErrors && isHandedOver(node, of) && findFate(node, of, file).kind !== 'lost')
      applyError(node, node, 'throw', path);
    return path.state;
  };

  /** What the handler gives back is its answer, if the framework takes it for one. */
  const giveBack = (left: Node, path: ResponsePath): boolean => {
    const read = readReturned(left, path, of, file);
    if (!read) return false;
    const status = read.status ?? path.state.status;
    if (read.lost) ignored.lost(read.answering.node, 'given back', read.lost);
    else if (read.lostBy) ignored.lost(read.answering.node, 'given back by a call', read.lostBy);
    note(drafts, read.answering, { ...path, state: { ...path.state, status } });
    spend({ ...path.state, status }, read.answering.node);
    return true;
  };

  /** What decorators set before the function ran, where every path sets something else. */
  const declared = (): readonly Draft[] => {
    const [node] = of.start?.writers ?? [];
    if (!node || spent.has(node)) return [];
    const state = { ...untouched, status: of.start };
    const draft = createDraft({ ...prepared(node), via: 'return' }, { frames: [], facts: [], catches: [], state });
    return ignored.find(draft, []) ? [draft] : [];
  };

  const hooks: FlowHooks<ResponseState> = {
    visit: (node, path, catcher) => {
      if (isCallExpression(node)) return visitCall(node, path, catcher);
      if (isNewExpression(node)) return visitNew(node, path);
      const shaped = readShaped(node, of.adapter, file);
      if (shaped) return applyShaped(shaped, path);
      return isBinaryExpression(node) ? visitAssignment(node, path) : path.state;
    },
    leftBehind: (callback, state) =>
      state.open || isNeverCalled(callback) || !mayAnswer(callback, of) ? state : { ...state, open: true },
    runs: (callback, paths) => {
      const when = whenItRuns(callback);
      if (
        when === 'later' &&
        !isNeverCalled(callback) &&
        (throws(callback) ||
          (of.framework.handlers.ownErrors === true && makesErrors(callback)) ||
          makes(callback, of, file) ||
          mayAnswer(callback, of))
      ) {
        const start = joinPaths(paths, join);
        if (start) walkLater(callback, start);
      }
      return when;
    },
    // What was sent was sent: the status of it is none of an answer that a catch clause gives.
    intoCatch: (state) => {
      if (of.adapter.settles) return settleCatch(state);
      return state.sends.length === 0 ? state : { ...state, status: undefined, sends: [], open: true };
    },
    thrown: (node, path, catcher) => {
      if (!catcher && findFate(node, of, file).kind === 'heard') passedOn.set(node, readValue(node.expression, file));
      applyThrown(node, node.expression, path, catcher);
    },
    join,
    // What was sent is known to be sent, and error middleware runs because there is an error.
    allows: ({ state: { sends }, frames }, frame) =>
      !frame.atoms.some(
        ({ subject, holds, literal }) =>
          !holds &&
          ((sends.length > 0 && SENT_ALREADY.test(subject)) || (literal === undefined && subject === nameOfError)),
      ) &&
      !(sends.length > 0 && isOneOfTwo(frames, frame, file)) &&
      (frame.subject !== undefined || allowsTest(frame.test, frame.holds)),
    leave: (how, path, node) => {
      if (path.state.sends.length === 0) ignored.left(path.state.status);
      if (how === 'throw') return;
      if (!path.state.status) setsStatus = false;
      if (of.adapter.settles) {
        for (const { answering, path: way } of listSettled(path)) note(drafts, answering, way);
        if (path.state.settled.every(({ statusAt, body }) => statusAt || body)) return;
        mayStaySilent = true;
        mayBeLost = true;
        if (walking === of.fn) giveBack(node, path);
        return;
      }
      if (path.state.sends.length === 0 && !path.state.answered) mayStaySilent = true;
      if (walking === of.fn) silence.left(path, node);
      const isGiven = of.returned?.kind === 'value' && path.state.answered;
      const gives = walking === of.fn && path.state.sends.length === 0 && !isGiven && giveBack(node, path);
      if (path.state.sends.length === 0 && !path.state.answered && !path.state.handedOn && !gives) mayBeLost = true;
    },
  };

  waiting.push({ fn: of.fn, start: { frames: [], facts: [], catches: [], state: { ...untouched, status: of.start } } });
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    walking = next.fn;
    if (from && next.fn === of.fn) walkStatements(from, next.start, hooks, file);
    else walkFunction(next.fn, next.start, hooks, file);
  }

  const unspent = [...writers].filter(([node]) => !spent.has(node)).map(([, draft]) => draft);
  const later = new Map<Node, Node>();
  // An error that is thrown after an answer is no second one.
  for (const { node, earlier, via } of drafts.values())
    for (const sent of via === 'throw' || via === 'next' ? [] : earlier) if (!later.has(sent)) later.set(sent, node);
  const followed = [...drafts.values()].map((draft) => ({
    ...draft,
    later: later.get(draft.node),
    goesOnTo: work.after(draft.node),
  }));
  const unsent = unspent.map((draft) => ({
    ...draft,
    earlier: draft.onlyAfterOthers ? draft.earlier : [],
    earlierStatus: draft.earlier[0] && (drafts.get(draft.earlier[0])?.status?.value ?? one(defaultStatus)),
    unsentAt:
      silence.unsentAt(draft.node) ??
      (of.adapter.unanswered ? findLoneStatus(draft.node, of, file, drafts.size > 0) : undefined),
  }));
  const all = [...followed, ...unsent, ...declared()];
  const late = new Map(unsent.flatMap((draft) => draft.earlier.map((sent) => [sent, draft.node] as const)));
  const told = all.map((draft) => ({
    ...finish(draft, all),
    statusAfter: late.get(draft.node),
    ignored: ignored.find(draft, all),
    caughtAs: ignored.findCaughtAs(draft, all),
    takesOver: ignored.findTakenOver(draft),
  }));
  return { drafts: told, mayStaySilent, setsStatus, silence, passedOn: [...passedOn.values()], mayBeLost };
}
