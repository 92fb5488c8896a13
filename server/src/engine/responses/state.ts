import type { Known } from '../known.ts';
import { join, one } from '../known.ts';
import type { HeaderField } from '../model.ts';
import type { Expression, Node } from '../syntax/parser.ts';
import { someOf, type Value } from '../values/model.ts';

/** A status that was written on a path and is in force until another is. */
export interface WrittenStatus {
  readonly value: Known<number>;
  /** The same in terms of the function's parameters, for those who call it. */
  readonly symbolic: Value;
  /** The expressions that give it. */
  readonly values: readonly Expression[];
  /** The calls or assignments that set it. */
  readonly writers: readonly Node[];
}

/** What has become of the response on one path. */
export interface ResponseState {
  readonly status: WrittenStatus | undefined;
  readonly headers: readonly HeaderField[];
  /** The calls that sent something on this path, in order. */
  readonly sends: readonly Node[];
  /** True once somebody else may answer: `next()`, a stream, a callback, `res` given to a function that was not read. */
  readonly handedOn: boolean;
}

export const untouched: ResponseState = { status: undefined, headers: [], sends: [], handedOn: false };

/** What holds on one of two paths. */
export function joinStates(a: ResponseState, b: ResponseState, defaultStatus: number): ResponseState {
  if (a === b) return a;
  return {
    status: joinStatus(a.status, b.status, defaultStatus),
    headers: a.headers.filter((header) => b.headers.some((other) => other.name === header.name)),
    // Past the bound nothing is claimed of what was sent before.
    sends: a.sends.length <= b.sends.length ? a.sends : b.sends,
    handedOn: a.handedOn || b.handedOn,
  };
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
  };
}

function implicit(status: number): WrittenStatus {
  return { value: one(status), symbolic: { kind: 'literal', value: status }, values: [], writers: [] };
}
