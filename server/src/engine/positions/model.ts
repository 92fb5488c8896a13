import type { Response, Span } from '../model.ts';

/** What a status is written for. */
export type PositionKind =
  /** It is answered with. */
  | 'response'
  /** It is compared with one that came back. */
  | 'comparison'
  /** It is the bound of a comparison by size. */
  | 'bound'
  /** A test expects it. */
  | 'expectation'
  /** It is the `status` or `statusCode` of an object. */
  | 'member'
  /** It is named as one of the answers of an operation, in code or in a comment. */
  | 'declaration'
  /** It is named by a constant, for whatever use. */
  | 'constant';

/** A place of a file in which a status is written. */
export interface StatusPosition {
  readonly kind: PositionKind;
  /** The number or the constant itself. */
  readonly span: Span;
  /** The codes that it may stand for, at least one. */
  readonly codes: readonly number[];
  /** The answer to which it belongs, where it could be read. */
  readonly response: Response | undefined;
  /** The operator of a bound, as if the status stood on its left side: `>=` in `status >= 400`. */
  readonly operator: string | undefined;
}

/** The numbers that can be a status (RFC 9110, section 15). */
export function isPossibleStatus(value: number): boolean {
  return Number.isInteger(value) && value >= 100 && value <= 599;
}
