import { createFrame, type Frame } from '../flow/conditions.ts';
import type { Path } from '../flow/path.ts';
import { every, type Known, one, some, theOne, unknown } from '../known.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type CatchClause,
  type Expression,
  isCallExpression,
  isIdentifier,
  isNewExpression,
  type Node,
} from '../syntax/parser.ts';
import { accessedName, unwrap } from '../syntax/tree.ts';
import { findErrorClass, findErrorStatus, isErrorOf, isWithoutStatus } from '../values/errors.ts';
import { workOut } from '../values/evaluate.ts';
import { toNumber } from '../values/literal.ts';
import { someOf, unknownValue, type Value, withoutFields } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import { answerInCatch } from './answers-in-catch.ts';
import { areHandlersAwaited, areHandlersFound, findAnswerToError, preferTold } from './answers-to-errors.ts';
import { readInjected } from './callee.ts';
import { replaces } from './caught.ts';
import type { Answering, Draft } from './draft.ts';
import { asksErrors } from './format.ts';
import type { HandlerFunction } from './handler-function.ts';
import type { IgnoredStatuses } from './ignored.ts';
import { readMade } from './made-value.ts';
import type { ResponseCall } from './response-call.ts';
import { failedAssertion } from './settle.ts';
import type { ResponseState } from './state.ts';
import { type Fate, findFate, keepsError, passesOn, type Taker, takerOfClause, throwsAgain } from './takers.ts';
import { findMaker, findStatusArgument, findThrower, findThrown, listPossibleThrows } from './thrown.ts';

type ResponsePath = Path<ResponseState>;

/** Answers that are given by errors: each gives the state behind it, or undefined where the path ends. */
export interface ErrorAnswers {
  /** `taker` is the code of the handler itself that is given the error. */
  readonly applyError: (
    node: Node,
    error: Expression,
    via: 'throw' | 'next',
    path: ResponsePath,
    taker?: Taker,
  ) => ResponseState;
  /** An error is thrown, or a promise is rejected with it. */
  readonly applyThrown: (
    node: Node,
    error: Expression,
    path: ResponsePath,
    catcher: CatchClause | undefined,
    fate?: Fate,
  ) => void;
  /** A call of a function of the project that throws, or may throw, what it is given. */
  readonly alwaysThrows: (
    call: CallExpression,
    path: ResponsePath,
    catcher: CatchClause | undefined,
  ) => ResponseState | undefined;
  readonly applyThrow: (
    read: ResponseCall,
    path: ResponsePath,
    catcher: CatchClause | undefined,
  ) => ResponseState | undefined;
  /** What is known of a draft once the whole function was walked. */
  readonly finish: (draft: Draft, all: readonly Draft[]) => Draft;
}

/** How handlers are recognised that nobody but the framework calls. */
const CALLED_BY_FRAMEWORK: ReadonlySet<HandlerFunction['by']> = new Set(['call', 'export', 'decorator'] as const);

/** The status that the settings give to the class of an error. */
function findToldStatus(error: Expression, { extra }: HandlerFunction): Known<number> | undefined {
  const made = unwrap(error);
  const callee = isNewExpression(made) || isCallExpression(made) ? unwrap(made.expression) : undefined;
  const name = callee && (isIdentifier(callee) ? callee.text : accessedName(callee));
  const classes = extra?.errorClasses ?? {};
  const status = name !== undefined && Object.hasOwn(classes, name) ? classes[name] : undefined;
  return status === undefined ? undefined : one(status);
}

/** The status that was set before an error is thrown. */
function findInForce({ status, settled }: ResponseState, { adapter }: HandlerFunction): Value | undefined {
  if (!adapter.settles) return status?.symbolic;
  const [first, ...others] = settled.map((held) => held.status?.symbolic);
  return others.every((other) => other === first) ? first : unknownValue('not written here');
}

/** True if an error carries one status and is answered with another. */
function isOverruled(own: Known<number> | undefined, status: Known<number>): boolean {
  const carried = own?.kind === 'unknown' ? own.fallback : own && theOne(own);
  const answered = theOne(status);
  return carried !== undefined && answered !== undefined && carried !== answered;
}

/** Reads the answers of a handler that are errors, and notes each. */
export function createErrorAnswers(
  of: HandlerFunction,
  file: FileView,
  ignored: IgnoredStatuses,
  note: (answering: Answering, path: ResponsePath) => void,
  spend: (state: ResponseState, node: Node) => ResponseState,
): ErrorAnswers {
  const frames = new Map<Node, Frame>();
  /** Errors that a catch clause keeps for itself. */
  const kept = new Map<Node, { readonly clause: CatchClause; readonly error: Value }>();

  const readError = (error: Expression): Value => readInjected(readValue(error, file), file.world);

  /** The status that an error carries; where the framework does not ask for it, only the project's own code can. */
  const readOwnStatus = (error: Value): Known<number> | undefined => {
    const carried = findErrorStatus(error, file.world);
    const { errorModules } = of.by === 'decorator' ? of.framework : of.adapter;
    // What the framework does not call itself has somebody around it who may ask the error.
    const { asksErrorsWith } = of.adapter.handlers;
    if (carried && asksErrorsWith && (of.format || !asksErrors(of.fn, asksErrorsWith, file)))
      return unknown('answered by an error handler that was not found', theOne(carried));
    if (!carried || !errorModules || !CALLED_BY_FRAMEWORK.has(of.by)) return carried;
    if (isErrorOf(error, errorModules, file.world)) return carried;
    return unknown('answered by an error handler that was not found', theOne(carried));
  };

  /** The status of a response that a function of the project throws, where that is its answer. */
  const readThrownResponse = (thrown: Value): Known<number> | undefined => {
    const made = readMade(thrown, file.world, undefined);
    if (!made?.every((one) => one.thrown || of.adapter.answersThrownResponses)) return undefined;
    return toNumber(someOf(made.map(({ status }) => status)), file.world);
  };

  /** An error that carries its status: thrown, or handed to `next`. */
  const applyError: ErrorAnswers['applyError'] = (node, error, via, path, taker) => {
    const value = readError(error);
    const own = readOwnStatus(value) ?? findToldStatus(error, of);
    const isCaught = taker !== undefined && replaces(taker, file);
    if (isCaught && !own) return path.state;
    const told =
      taker && (isCaught || keepsError(taker, of, file))
        ? undefined
        : findAnswerToError(value, findInForce(path.state, of), own !== undefined, of, file);
    const status = isWithoutStatus(value, file.world) ? statusInForce(path.state) : preferTold(told, own);
    if (!status) return applyStatusInForce(node, value, via, path);
    if (own && isWithoutStatus(value, file.world)) ignored.lost(node, 'no status', own);
    const overruled = isOverruled(own, status);
    const written = findStatusArgument(error, file);
    const state = {
      ...path.state,
      status: {
        value: status,
        symbolic: unknownValue('not written here'),
        values: written ? [written] : [],
        writers: [node],
      },
    };
    const maker = of.framework.handlers.ownErrors ? findMaker(error, file) : undefined;
    const helper = maker ?? findErrorClass(value, file.world);
    // An error that carries no status of its own, or whose status is overruled, is answered by whoever takes it: the
    // place is told, not judged.
    const elsewhere = own === undefined;
    // A status that was set before is judged where it was set.
    const awaited = areHandlersAwaited(of, file);
    const surelyTaken = !awaited && elsewhere && !taker && !path.state.status && areHandlersFound(of, file);
    const place = { node, sent: !isCaught, body: { kind: 'none' as const }, via, helper };
    note({ ...place, elsewhere, overruled, awaited, surelyTaken }, { ...path, state });
    return state;
  };

  /** A `throw` is answered unless a catch clause of the same function takes the error for itself. */
  const applyThrown: ErrorAnswers['applyThrown'] = (node, error, path, catcher, known) => {
    const clause = catcher && takerOfClause(catcher);
    const fate = clause && !throwsAgain(clause) ? undefined : (known ?? findFate(node, of, file));
    if (fate?.kind === 'lost') return;
    const taker = clause ?? (fate?.kind === 'taken' ? fate.by : undefined);
    const isCaught = taker !== undefined && replaces(taker, file);
    if (isCaught && !clause) return;
    if (isCaught && catcher) ignored.caught(node, catcher);
    if (clause && catcher) {
      const own = readOwnStatus(readError(error));
      if (own) ignored.thrown(node, catcher, own);
    }
    if (taker && !isCaught && !passesOn(taker, of, file)) return;
    applyError(node, error, 'throw', path, taker);
    if (catcher && taker && keepsError(taker, of, file)) kept.set(node, { clause: catcher, error: readError(error) });
  };

  /** Of an error that a catch clause asks for its status, what that clause answers. */
  const finish: ErrorAnswers['finish'] = (draft, all) => {
    const asked = kept.get(draft.node);
    const told = asked && draft.sent && answerInCatch(asked.error, asked.clause, all, file);
    return told && draft.status ? { ...draft, status: { ...draft.status, value: told } } : draft;
  };

  /** The status with which a framework answers an error of its own that has none. */
  const statusInForce = ({ status }: ResponseState): Known<number> =>
    of.by === 'decorator' ? (status?.value ?? one(of.defaultStatus)) : some([200, 201]);

  /** An error without a status is answered with the one that was set before, if that is one of an error. */
  const applyStatusInForce = (node: Node, error: Value, via: 'throw' | 'next', path: ResponsePath): ResponseState => {
    const { status } = path.state;
    const isError = withoutFields(workOut(error, file.world)).kind === 'new';
    if (
      !isError ||
      of.framework.handlers.ownErrors ||
      !status ||
      !every(status.value, (code) => code >= 400 && code < 600)
    )
      return path.state;
    note({ node, sent: true, body: { kind: 'none' }, via, helper: undefined }, path);
    return spend(path.state, node);
  };

  /** A call of a function that does nothing but throw ends the path, with the status of what it throws. */
  const alwaysThrows: ErrorAnswers['alwaysThrows'] = (call, path, catcher) => {
    const thrown = findThrown(call, file);
    if (!thrown) return mayThrow(call, path, catcher);
    const status = path.state.sends.length === 0 ? (readOwnStatus(thrown) ?? readThrownResponse(thrown)) : undefined;
    if (!status) return undefined;
    const state = {
      ...path.state,
      status: { value: status, symbolic: unknownValue('not written here'), values: [], writers: [call] },
    };
    const helper = findErrorClass(thrown, file.world) ?? findThrower(call, file);
    note({ node: call, sent: true, body: { kind: 'none' }, via: 'throw', helper }, { ...path, state });
    return undefined;
  };

  /** The same frame each time, so that paths can be compared. */
  const frameOf = (given: Expression, holds: boolean): Frame => {
    const frame = frames.get(given) ?? createFrame(given, holds, file);
    frames.set(given, frame);
    return frame;
  };

  /** A call such as `assertThat(id, new BadRequest())`, which answers if it throws, and comes back if not. */
  const mayThrow = (call: CallExpression, path: ResponsePath, catcher: CatchClause | undefined): ResponseState => {
    const taker = catcher && takerOfClause(catcher);
    const fate = taker ? undefined : findFate(call, of, file);
    if (path.state.sends.length > 0 || fate?.kind === 'lost' || fate?.kind === 'taken') return path.state;
    if (taker && (replaces(taker, file) || !passesOn(taker, of, file))) return path.state;
    for (const { error, test } of listPossibleThrows(call, file)) {
      const own = readOwnStatus(error);
      const made = own ? undefined : readThrownResponse(error);
      const told =
        made || (own && taker && keepsError(taker, of, file))
          ? undefined
          : findAnswerToError(error, path.state.status?.symbolic, own !== undefined, of, file);
      const value = made ?? (own && preferTold(told, own));
      if (!value || value.kind === 'unknown') continue;
      const written = findStatusArgument(call, file);
      const given = test && call.arguments[test.index];
      const way = given && test ? [...path.frames, frameOf(given, test.holds)] : path.frames;
      const symbolic = unknownValue('not written here');
      const status = { value, symbolic, values: written ? [written] : [], writers: [call] };
      const helper = findErrorClass(error, file.world) ?? findThrower(call, file);
      note(
        { node: call, sent: true, body: { kind: 'none' }, via: 'throw', helper, awaited: areHandlersAwaited(of, file) },
        { ...path, frames: way, state: { ...path.state, status } },
      );
    }
    return path.state;
  };

  /** A method such as `ctx.throw(404)`, which is no answer where nobody passes it on. */
  const applyThrow = (
    read: ResponseCall,
    path: ResponsePath,
    catcher: CatchClause | undefined,
  ): ResponseState | undefined => {
    const { call, args, method, status } = read;
    const taker = catcher && takerOfClause(catcher);
    const isCaught = taker !== undefined && replaces(taker, file);
    if (isCaught && catcher) ignored.caught(call, catcher);
    if (catcher && status) ignored.thrown(call, catcher, status.value);
    const isLost = findFate(call, of, file).kind === 'lost';
    const sent = !isLost && !isCaught && (!taker || passesOn(taker, of, file));
    const failed = failedAssertion(read, path, file);
    const given = status && { ...status, values: status.written ? [status.written] : [], writers: [call] };
    const state = { ...failed.state, status: given };
    // The message of an error that the client caused is sent to it.
    const isExposed = status !== undefined && every(status.value, (code) => code < 500);
    const from = isExposed && typeof method.body === 'number' ? args[method.body] : undefined;
    note({ node: call, sent, body: { kind: 'none' }, via: 'throw', helper: undefined, from }, { ...failed, state });
    return method.unless === undefined ? undefined : path.state;
  };

  return { applyError, applyThrown, alwaysThrows, applyThrow, finish };
}
