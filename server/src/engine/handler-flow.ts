import type { CatchPlace, Condition, Handler, Response, Span } from './model.ts';

/** A handler as a whole: what a walk along all of its paths gave. */
export interface HandlerFlow {
  readonly handler: Handler;
  /** In the order of the text. */
  readonly responses: readonly Response[];
  /** Ways through it that end without an answer, where the request then hangs or the framework answers a failure. */
  readonly silentPaths: readonly SilentPath[];
  /** Awaits and throws whose failure nobody hears of. */
  readonly unguarded: readonly Span[];
}

/** A way through a handler that neither answers nor hands the request on. */
export interface SilentPath {
  /** What a person would change: the `return`, the catch clause, or the test that lacks another branch. */
  readonly span: Span;
  readonly conditions: readonly Condition[];
  readonly inCatch: CatchPlace | undefined;
  /** What the framework sends for want of an answer, with nothing in it; undefined if the request hangs. */
  readonly answered: number | undefined;
}
