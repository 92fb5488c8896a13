import type { ResponseMethod } from '../adapter.ts';
import type { Known } from '../known.ts';
import type { InvalidStatus } from '../model.ts';
import type { CallExpression, Expression, NewExpression } from '../syntax/parser.ts';
import type { Value } from '../values/model.ts';

/** A call of a method on the response object, or one that makes a response, as its adapter declares it. */
export interface ResponseCall {
  readonly call: CallExpression | NewExpression;
  readonly args: readonly Expression[];
  /** True if it makes a response by itself, whatever was set on a response object before. */
  readonly free: boolean;
  readonly name: string;
  /** True for a method of something else, which is given the response. */
  readonly foreign?: boolean;
  readonly method: ResponseMethod;
  readonly status: CalledStatus | undefined;
}

/** The status that a call gives, and the argument that says it. */
export interface CalledStatus {
  readonly value: Known<number>;
  readonly symbolic: Value;
  readonly written: Expression | undefined;
  /** Values that it may have and that are no status. */
  readonly invalid?: readonly InvalidStatus[];
  /** True if a status that was set before stays in force. */
  readonly unlessSet?: boolean;
}
