import type { FrameworkAdapter } from '../adapter.ts';
import type { Path } from '../flow/path.ts';
import { join, type Known, one } from '../known.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  isBlock,
  isCallExpression,
  isReturnStatement,
  type Node,
  SyntaxKind,
} from '../syntax/parser.ts';
import { unwrapAwait } from '../syntax/tree.ts';
import { findErrorStatus, isError } from '../values/errors.ts';
import { workOut } from '../values/evaluate.ts';
import { unknownValue, type Value, withoutFields } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import { findCallee } from './callee.ts';
import type { Answering } from './draft.ts';
import type { HandlerFunction } from './handler-function.ts';
import { readBody } from './read-body.ts';
import type { Returned } from './registration.ts';
import { chooseBranch, findReturnedBody, isNothing, readStatusOfBody } from './returned-body.ts';
import type { ResponseState, WrittenStatus } from './state.ts';

/** An answer that a handler gives by what it gives back. */
export interface ReturnedAnswer {
  readonly answering: Answering;
  /** Undefined: the status in force. */
  readonly status: WrittenStatus | undefined;
  /** The status of an error that is sent as a body, and so is lost. */
  readonly lost?: Known<number>;
  /** The same, where what is called gives back such an error on some way through it. */
  readonly lostBy?: Known<number> | undefined;
}

/** Reads what a `return`, the body of an arrow function or the end of a function's body answers. */
export function readReturned(
  left: Node,
  path: Path<ResponseState>,
  of: HandlerFunction,
  file: FileView,
): ReturnedAnswer | undefined {
  const { returned, fn } = of;
  const inForce = path.state.status;
  const given = givenBack(left);
  switch (returned?.kind) {
    case 'body':
      return readReturnedBody(given, inForce, returned, of, file);
    case 'value':
      return readReturnedValue(given, path, of, file);
    case 'response':
      return path.state.answered ? undefined : readOtherValue(given, path, returned, of, file);
    case 'redirection': {
      const node = inForce?.writers[0] ?? fn.name ?? fn;
      return { answering: { ...answered(node), body: { kind: 'none' } }, status: undefined };
    }
    case 'permission':
      return given?.kind === SyntaxKind.FalseKeyword
        ? { answering: { ...answered(given), body: { kind: 'none' } }, status: fixed(returned.refusal) }
        : undefined;
    default:
      return undefined;
  }
}

function givenBack(left: Node): Expression | undefined {
  if (isReturnStatement(left)) return left.expression && unwrapAwait(left.expression);
  return isBlock(left) ? undefined : unwrapAwait(left as Expression);
}

function answered(node: Node): Omit<Answering, 'body'> {
  return { node, sent: true, via: 'return', helper: undefined };
}

function fixed(status: number): WrittenStatus {
  return { value: one(status), symbolic: { kind: 'literal', value: status }, values: [], writers: [] };
}

function readReturnedBody(
  given: Expression | undefined,
  inForce: WrittenStatus | undefined,
  returned: Extract<Returned, { kind: 'body' }>,
  of: HandlerFunction,
  file: FileView,
): ReturnedAnswer {
  const { emptyUnlessSet } = returned;
  if (emptyUnlessSet !== undefined && (!given || given.kind === SyntaxKind.NullKeyword)) {
    const answering = { ...answered(given ?? of.fn.name ?? of.fn), body: { kind: 'empty' as const } };
    return { answering, status: !inForce || inForce.byFramework ? fixed(emptyUnlessSet) : undefined };
  }
  if (!given) {
    const answering = { ...answered(of.fn.name ?? of.fn), body: { kind: 'empty' as const } };
    return { answering, status: returned.nothing === undefined ? undefined : fixed(returned.nothing) };
  }
  if (returned.null !== undefined && given.kind === SyntaxKind.NullKeyword)
    return { answering: { ...answered(given), body: { kind: 'none' } }, status: fixed(returned.null) };
  const value = workOut(readValue(given, file), file.world);
  const error = isOneError(value, file) ? findErrorStatus(value, file.world) : undefined;
  if (!error) {
    const read = readBody(given, file);
    const sent = read.kind === 'opaque' ? { ...read, mayBeEmpty: true } : read;
    const answering = { ...answered(given), body: sent };
    return { answering, status: undefined, lostBy: findGivenByCall(given, of, file) };
  }
  const body = { kind: 'opaque' as const, span: file.span(given) };
  const answering = { ...answered(given), body };
  if (!answersErrors(of.adapter, of.framework)) return { answering, status: undefined, lost: error };
  const status = { value: error, symbolic: unknownValue('not written here'), values: [], writers: [] };
  return { answering, status };
}

function isOneError(value: Value, { world }: FileView): boolean {
  return withoutFields(workOut(value, world)).kind !== 'some' && isError(value, world);
}

/** The status of the errors that a function which is called gives back, one of several things that it may give. */
function findGivenByCall(given: Expression, of: HandlerFunction, file: FileView): Known<number> | undefined {
  if (!isCallExpression(given) || answersErrors(of.adapter, of.framework)) return undefined;
  const { world } = file;
  const callee = findCallee(readValue(given.expression, file), world);
  if (callee?.kind !== 'function') return undefined;
  const args = given.arguments.map((argument) => readValue(argument, file));
  const value = workOut({ kind: 'call', callee, args }, world);
  const options = value.kind === 'some' ? value.options : [];
  const statuses = options.flatMap((option) =>
    isOneError(option, file) ? (findErrorStatus(option, world) ?? []) : [],
  );
  const [first, ...others] = statuses;
  return first && others.reduce(join, first);
}

function readReturnedValue(
  given: Expression | undefined,
  path: Path<ResponseState>,
  of: HandlerFunction,
  file: FileView,
): ReturnedAnswer | undefined {
  const value = given && findReturnedBody(given, path, of, file);
  const { statusOfNull } = of.adapter;
  if (value?.kind === SyntaxKind.NullKeyword && statusOfNull !== undefined)
    return {
      answering: { ...answered(value), body: { kind: 'empty' } },
      status: path.state.status ?? fixed(statusOfNull),
    };
  return (
    value && {
      answering: { ...answered(value), body: readBody(value, file) },
      status: readStatusOfBody(value, path, of, file),
    }
  );
}

/** What the framework makes of a value that is given back in place of a response; undefined where it may be one. */
function readOtherValue(
  given: Expression | undefined,
  path: Path<ResponseState>,
  { other, nothing }: Extract<Returned, { kind: 'response' }>,
  of: HandlerFunction,
  file: FileView,
): ReturnedAnswer | undefined {
  const chosen = given && chooseBranch(given, path);
  const status =
    chosen && !isNothing(chosen)
      ? isNoResponse(workOut(readValue(chosen, file), file.world), of.adapter)
        ? other
        : undefined
      : nothing;
  if (status === undefined) return undefined;
  const node = chosen ?? of.fn.name ?? of.fn;
  return {
    answering: { ...answered(node), body: { kind: 'opaque', span: file.span(node) }, via: 'framework' },
    status: { ...fixed(status), byFramework: true },
  };
}

/** True for a value that can be nothing but data. */
function isNoResponse(value: Value, adapter: FrameworkAdapter): boolean {
  switch (value.kind) {
    case 'some':
      return value.options.every((option) => isNoResponse(option, adapter));
    case 'object':
      return !adapter.shaped || !(value.open || value.properties.has(adapter.shaped.status));
    case 'literal':
    case 'text':
    case 'sum':
    case 'array':
      return true;
    default:
      return false;
  }
}

/** True if the framework takes an error that is given back for one that was thrown. */
function answersErrors(platform: FrameworkAdapter, framework: FrameworkAdapter): boolean {
  return (framework.answersReturnedErrors ?? []).includes(platform.id);
}
