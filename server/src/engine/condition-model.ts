import type { Span } from './body-model.ts';

/** A condition under which a path runs, from the outermost in. */
export interface Condition {
  readonly span: Span;
  /** False if the path runs when the test fails. */
  readonly holds: boolean;
  readonly text: string;
  /** True if the answer stands inside the branch of this test; false if it stands after a branch that leaves. */
  readonly inside: boolean;
  /** True if the answer is given by a callback that begins after the test: much may have happened in between. */
  readonly before: boolean;
  /** What surely follows from the outcome; empty where a joined test leaves it open. */
  readonly tests: readonly ConditionTest[];
  /** Where the outcome leaves open which part of a joined test decided: at least one of these is the case. */
  readonly alternatives: readonly ConditionTest[];
}

/** Where a value came from. */
export type Origin =
  | 'path parameter'
  | 'body'
  | 'query'
  | 'header'
  | 'session or user'
  | 'look-up'
  | 'verification'
  | 'validation'
  | 'caught error'
  | 'environment'
  /** What a function that is no handler was given: a service does not see the request. */
  | 'argument'
  | 'other call'
  | 'unknown';

/** One fact that holds on a path: a value is truthy, falsy, equal to something, different from it, or compared. */
export interface ConditionTest {
  /** The tested expression, white space and `?.` made even. */
  readonly subject: string;
  readonly origin: Origin;
  readonly outcome: 'truthy' | 'falsy' | 'equal' | 'different' | 'compared' | 'instance' | 'other instance';
  /** The other side of a comparison, as written; strings in double quotes. */
  readonly literal: string | undefined;
  /** Where the other side came from. */
  readonly other: Origin;
  /** The call that gave the value, as in `User.findOne`. */
  readonly call: string | undefined;
  /** What the value was looked up or verified by; the path goes before whatever else is asked for. */
  readonly by: Origin;
  /** The field by which it was looked up, as in `id` or `email`. */
  readonly key: string | undefined;
  /** True if something of this very user was asked for besides: what belongs to others is not found. */
  readonly scoped: boolean;
  /** True if something that proves who somebody is was given to the call. */
  readonly proves: boolean;
  /** True if the call gives a list, which is there even when nothing is in it. */
  readonly list: boolean;
  /** What the same function had written there before: what it made or changed and cannot find is lost, not missing. */
  readonly written: 'made' | 'changed' | undefined;
  /** True if a failure of the call was turned into this value, as by `.catch(() => null)`. */
  readonly swallowed: boolean;
  /** True if one of a list is taken out of it elsewhere in the function: then that one is meant. */
  readonly picked: boolean;
  /** True for a part of something that was found: `const provider = order.provider`. */
  readonly part: boolean;
  /** True if it is read through `?.`, so that what it hangs on may be missing as well. */
  readonly optional: boolean;
  /** The property that was read last, also where destructuring renamed it. */
  readonly property: string | undefined;
  /** The status that the settings give to the class of errors that is asked for. */
  readonly errorStatus: number | undefined;
  /** Of a comparison: true if the subject is the greater one. */
  readonly more: boolean | undefined;
}
