import type { Expression } from '../syntax/parser.ts';
import type { Value } from '../values/model.ts';
import type { Draft } from './draft.ts';
import type { Silence } from './silence.ts';

/** What a walk through a function that answers gave. */
export interface Collected {
  readonly drafts: readonly Draft[];
  /** True if some path comes to its end without an answer from this function. */
  readonly mayStaySilent: boolean;
  /** True if every path comes to its end with a status set. */
  readonly setsStatus: boolean;
  readonly silence: Silence;
  /** What is given to `next`, or thrown out of the function. */
  readonly passedOn: readonly Value[];
  /** True if some path comes to its end although it neither answers nor calls `next`, or lets code answer that was not read. */
  readonly mayBeLost: boolean;
}

/** Leaves out the paths that a test rules out, for one call whose arguments are known. */
export type AllowsTest = (test: Expression, holds: boolean) => boolean;
