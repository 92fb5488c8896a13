import type { Frame } from '../flow/conditions.ts';
import type { Known } from '../known.ts';
import { join, one, unknown } from '../known.ts';
import type { Body, HeaderField, InvalidStatus, Response } from '../model.ts';
import type { CatchClause, Expression, Node } from '../syntax/parser.ts';
import { someOf, unknownValue, type Value } from '../values/model.ts';

/** A status that was written on a path and is in force until another is. */
export interface WrittenStatus {
  readonly value: Known<number>;
  /** The same in terms of the function's parameters, for those who call it. */
  readonly symbolic: Value;
  /** The expressions that give it. */
  readonly values: readonly Expression[];
  /** The calls or assignments that set it. */
  readonly writers: readonly Node[];
  /** True if the framework sets it before the handler runs, and nothing in the code says so. */
  readonly byFramework?: boolean;
  /** Values that were given and are no status. */
  readonly invalid?: readonly InvalidStatus[];
}

/**
 * What a context holds that its framework sends once the handlers have ended. A path that branches and comes together
 * again holds one of several, so that `if (a) ctx.status = 400; ctx.body = x` stays two answers.
 */
export interface Settled {
  readonly status: WrittenStatus | undefined;
  /** Where the status was written; undefined for an implicit one. */
  readonly statusAt: SettledPlace | undefined;
  readonly body: SettledBody | undefined;
  readonly headers: readonly HeaderField[];
}

/** What is sent, and where it was set. */
export interface SettledBody extends SettledPlace {
  readonly body: Body;
  /** The expression that gives it. */
  readonly from: Expression | undefined;
}

/** A call or an assignment, and the way that leads there. */
export interface SettledPlace {
  readonly node: Node;
  readonly frames: readonly Frame[];
  readonly catches: readonly CatchClause[];
  readonly via: Response['via'];
  readonly helper: Response['helper'];
}

/** What has become of the response on one path. */
export interface ResponseState {
  readonly status: WrittenStatus | undefined;
  readonly headers: readonly HeaderField[];
  /** False once fields were set whose names could not be read. */
  readonly headersKnown: boolean;
  /** The calls that sent something on this path, in order. */
  readonly sends: readonly Node[];
  /** True once somebody else may answer: `next()`, a stream, `res` given to a function that was not read. */
  readonly handedOn: boolean;
  /** True once a part of the body was written: the status is on its way. */
  readonly streamed: boolean;
  /** True once it cannot be said that nothing was sent: a function that may answer runs later, or a try block was left. */
  readonly open: boolean;
  /** True once a response was made that leaves the function as its answer. */
  readonly answered: boolean;
  /** What a context holds that is sent at the end: one of these. */
  readonly settled: readonly Settled[];
}

/** A status that may have been set by code of which too little is known. */
export const unreadStatus: WrittenStatus = {
  value: unknown('call that was not read'),
  symbolic: unknownValue('call that was not read'),
  values: [],
  writers: [],
};

/** A context in which nothing was set. */
export const untouchedContext: Settled = { status: undefined, statusAt: undefined, body: undefined, headers: [] };

export const untouched: ResponseState = {
  status: undefined,
  headers: [],
  headersKnown: true,
  sends: [],
  handedOn: false,
  streamed: false,
  open: false,
  answered: false,
  settled: [untouchedContext],
};

/**
 * What holds on one of two paths that are joined because there are too many. The conditions that kept them apart are
 * lost, so nothing is claimed of what was sent, and nothing of what was not.
 */
export function joinStates(a: ResponseState, b: ResponseState, defaultStatus: number): ResponseState {
  if (a === b) return a;
  return {
    status: joinStatus(a.status, b.status, defaultStatus),
    headers: a.headers.filter((header) => b.headers.some((other) => other.name === header.name)),
    headersKnown: a.headersKnown && b.headersKnown,
    sends: [],
    handedOn: a.handedOn || b.handedOn,
    streamed: a.streamed || b.streamed,
    open: true,
    answered: a.answered && b.answered,
    settled: joinSettled(a.settled, b.settled),
  };
}

/** What a context may hold on either of two paths. */
function joinSettled(a: readonly Settled[], b: readonly Settled[]): readonly Settled[] {
  if (a === b) return a;
  const isIn = (one: Settled): boolean => a.some((other) => one.statusAt === other.statusAt && one.body === other.body);
  return [...a, ...b.filter((one) => !isIn(one))];
}

/** What is known of a status that comes from one of two paths; a path without one counts with the default. */
export function joinStatus(
  a: WrittenStatus | undefined,
  b: WrittenStatus | undefined,
  defaultStatus: number,
): WrittenStatus | undefined {
  if (a === b) return a;
  const [first, second] = [a ?? implicit(defaultStatus), b ?? implicit(defaultStatus)];
  return {
    value: join(first.value, second.value),
    symbolic: someOf([first.symbolic, second.symbolic]),
    values: [...new Set([...first.values, ...second.values])],
    writers: [...new Set([...first.writers, ...second.writers])],
    invalid: [...new Set([...(first.invalid ?? []), ...(second.invalid ?? [])])],
  };
}

function implicit(status: number): WrittenStatus {
  return { value: one(status), symbolic: { kind: 'literal', value: status }, values: [], writers: [] };
}
