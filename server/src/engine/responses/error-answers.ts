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
  type ThrowStatement,
} from '../syntax/parser.ts';
import { accessedName, unwrap } from '../syntax/tree.ts';
import { findErrorClass, findErrorStatus, isErrorOf, isWithoutStatus } from '../values/errors.ts';
import { workOut } from '../values/evaluate.ts';
import { unknownValue, type Value } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import { findAnswerToError, preferTold } from './answers-to-errors.ts';
import { replaces } from './caught.ts';
import type { Answering } from './draft.ts';
import type { HandlerFunction } from './handler-function.ts';
import type { IgnoredStatuses } from './ignored.ts';
import type { ResponseCall } from './response-call.ts';
import { failedAssertion } from './settle.ts';
import type { ResponseState } from './state.ts';
import { findMaker, findStatusArgument, findThrown, isLost, keepsError, passesOn } from './thrown.ts';

type ResponsePath = Path<ResponseState>;

/** Answers that are given by errors: each gives the state behind it, or undefined where the path ends. */
export interface ErrorAnswers {
  /** `catcher` is the catch clause of the handler itself that takes the error. */
  readonly applyError: (
    node: Node,
    error: Expression,
    via: 'throw' | 'next',
    path: ResponsePath,
    catcher?: CatchClause,
  ) => ResponseState;
  readonly applyThrown: (node: ThrowStatement, path: ResponsePath, catcher: CatchClause | undefined) => void;
  readonly alwaysThrows: (call: CallExpression, path: ResponsePath) => ResponseState | undefined;
  readonly applyThrow: (
    read: ResponseCall,
    path: ResponsePath,
    catcher: CatchClause | undefined,
  ) => ResponseState | undefined;
}

/** The status that the settings give to the class of an error. */
function findToldStatus(error: Expression, { extra }: HandlerFunction): Known<number> | undefined {
  const made = unwrap(error);
  const callee = isNewExpression(made) || isCallExpression(made) ? unwrap(made.expression) : undefined;
  const name = callee && (isIdentifier(callee) ? callee.text : accessedName(callee));
  const classes = extra?.errorClasses ?? {};
  const status = name !== undefined && Object.hasOwn(classes, name) ? classes[name] : undefined;
  return status === undefined ? undefined : one(status);
}

/** Reads the answers of a handler that are errors, and notes each. */
export function createErrorAnswers(
  of: HandlerFunction,
  file: FileView,
  ignored: IgnoredStatuses,
  note: (answering: Answering, path: ResponsePath) => void,
  spend: (state: ResponseState, node: Node) => ResponseState,
): ErrorAnswers {
  /** The status that an error carries; where the framework does not ask for it, only the project's own code can. */
  const readOwnStatus = (error: Value): Known<number> | undefined => {
    const carried = findErrorStatus(error, file.world);
    const { errorModules } = of.adapter;
    // What the framework does not call itself has somebody around it who may ask the error.
    if (!carried || !errorModules || (of.by !== 'call' && of.by !== 'export')) return carried;
    if (isErrorOf(error, errorModules, file.world)) return carried;
    return unknown('answered by an error handler that was not found', theOne(carried));
  };

  /** An error that carries its status: thrown, or handed to `next`. */
  const applyError: ErrorAnswers['applyError'] = (node, error, via, path, catcher) => {
    const value = readValue(error, file);
    const own = readOwnStatus(value) ?? findToldStatus(error, of);
    const isCaught = catcher !== undefined && replaces(catcher, file);
    if (isCaught && !own) return path.state;
    const told =
      catcher && (isCaught || keepsError(catcher, of, file))
        ? undefined
        : findAnswerToError(value, path.state.status?.symbolic, own !== undefined, of, file);
    const status = isWithoutStatus(value, file.world) ? statusInForce(path.state) : preferTold(told, own);
    if (!status) return applyStatusInForce(node, value, via, path);
    if (own && isWithoutStatus(value, file.world)) ignored.lost(node, 'no status', own);
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
    // An error that carries no status of its own is answered by whoever takes it: the place is told, not judged.
    const elsewhere = own === undefined;
    note({ node, sent: !isCaught, body: { kind: 'none' }, via, helper, elsewhere }, { ...path, state });
    return state;
  };

  /** A `throw` is answered unless a catch clause of the same function takes the error for itself. */
  const applyThrown = (node: ThrowStatement, path: ResponsePath, catcher: CatchClause | undefined): void => {
    const isCaught = catcher !== undefined && replaces(catcher, file);
    if (isCaught) ignored.caught(node, catcher);
    if (!catcher || isCaught || passesOn(catcher, of, file)) applyError(node, node.expression, 'throw', path, catcher);
  };

  /** The status with which a framework answers an error of its own that has none. */
  const statusInForce = ({ status }: ResponseState): Known<number> =>
    of.by === 'decorator' ? (status?.value ?? one(of.defaultStatus)) : some([200, 201]);

  /** An error without a status is answered with the one that was set before, if that is one of an error. */
  const applyStatusInForce = (node: Node, error: Value, via: 'throw' | 'next', path: ResponsePath): ResponseState => {
    const { status } = path.state;
    const isError = workOut(error, file.world).kind === 'new';
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
  const alwaysThrows = (call: CallExpression, path: ResponsePath): ResponseState | undefined => {
    const thrown = findThrown(call, file);
    if (!thrown) return path.state;
    const status = path.state.sends.length === 0 ? readOwnStatus(thrown) : undefined;
    if (!status) return undefined;
    const state = {
      ...path.state,
      status: { value: status, symbolic: unknownValue('not written here'), values: [], writers: [call] },
    };
    const helper = findErrorClass(thrown, file.world);
    note({ node: call, sent: true, body: { kind: 'none' }, via: 'throw', helper }, { ...path, state });
    return undefined;
  };

  /** A method such as `ctx.throw(404)`, which is no answer where nobody passes it on. */
  const applyThrow = (
    read: ResponseCall,
    path: ResponsePath,
    catcher: CatchClause | undefined,
  ): ResponseState | undefined => {
    const { call, args, method, status } = read;
    const isCaught = catcher !== undefined && replaces(catcher, file);
    if (isCaught) ignored.caught(call, catcher);
    const sent = !isLost(call, of) && !isCaught && (!catcher || passesOn(catcher, of, file));
    const failed = failedAssertion(read, path, file);
    const given = status && { ...status, values: status.written ? [status.written] : [], writers: [call] };
    const state = { ...failed.state, status: given };
    // The message of an error that the client caused is sent to it.
    const isExposed = status !== undefined && every(status.value, (code) => code < 500);
    const from = isExposed && typeof method.body === 'number' ? args[method.body] : undefined;
    note({ node: call, sent, body: { kind: 'none' }, via: 'throw', helper: undefined, from }, { ...failed, state });
    return method.unless === undefined ? undefined : path.state;
  };

  return { applyError, applyThrown, alwaysThrows, applyThrow };
}
