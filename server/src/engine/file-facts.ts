import type { Literal, Response, Span } from './model.ts';

/** What a file as a whole shows, besides its handlers. Each part is read when a rule first asks for it. */
export interface FileFacts {
  readonly responses: readonly Response[];
  /** Where the status of an answer from elsewhere is compared with a value. */
  readonly comparisons: readonly StatusComparison[];
  /** How the statuses of the answers are written. */
  readonly spellings: readonly StatusSpelling[];
  /** Constants with an older name of their code, of tables that have the current one too. */
  readonly outdated: readonly OutdatedName[];
}

/** The status that a client was answered with, compared with a literal. */
export interface StatusComparison {
  /** The literal or constant. */
  readonly span: Span;
  /** As if the status stood on its left side. A clause of a `switch` compares with `===`. */
  readonly operator: string;
  readonly value: Literal;
  /** The expression that gives the status. */
  readonly status: string;
  /** What asked for the answer, as users call it. */
  readonly client: string;
  /** The statuses that the client gives on at all, by class or alone; undefined if it gives on every one. */
  readonly sees: 'successes' | 'failures' | 'all but redirections' | undefined;
  /** The test that has decided before whether it is a success. */
  readonly decided: { readonly success: boolean; readonly span: Span } | undefined;
}

/** A status as a number, or by its name. */
export interface StatusSpelling {
  readonly span: Span;
  readonly code: number;
  readonly form: 'number' | 'constant';
}

/** A constant whose name is that of an older RFC. */
export interface OutdatedName {
  /** The name alone. */
  readonly span: Span;
  readonly name: string;
  readonly current: string;
  readonly code: number;
}
