/** Why something around a handler answers in its place. */
export type OutsideReason =
  | 'malformed'
  | 'invalid'
  | 'too large'
  | 'media type'
  | 'upload'
  | 'not authenticated'
  | 'elsewhere'
  | 'not allowed'
  | 'forged'
  | 'limit'
  | 'preflight'
  | 'not modified'
  | 'late'
  | 'overload';

/** One answer that a library gives by itself. */
export interface LibraryAnswer {
  readonly status: number;
  readonly reason: OutsideReason;
  /** The header fields that tell more of it. */
  readonly fields?: readonly string[];
}

/** What was given to a library's function, as far as it can be read. */
export interface Given {
  /** The text, number or truth of an argument; `given` for anything else, undefined where nothing was given. */
  readonly argument: (index: number) => GivenValue;
  /** The same of a property of the last argument that is an object. */
  readonly option: (name: string) => GivenValue;
  /** True if a function is one of the arguments. */
  readonly callback: boolean;
}

export type GivenValue = string | number | boolean | null | 'given' | undefined;

/** What a middleware, plug-in, guard or pipe of a library answers before or around the handlers behind it. */
export interface Library {
  readonly package: string;
  /** The names that the module exports it by; `default` for the module itself. */
  readonly exports: readonly string[];
  /** The modules, where they are not the package itself. */
  readonly modules?: readonly string[];
  /** The version with which `test/conformance` has run it. What was not run is told, and judged by no rule. */
  readonly ran: string | undefined;
  /** Which requests it answers to, if not to all: those that write, or the preflights of browsers. */
  readonly on?: 'writes' | 'preflight';
  /** How it answers: by itself, or with an error that carries the status, which error handlers may answer otherwise. */
  readonly by: 'answer' | 'error';
  /** Empty for what never answers; undefined where the options take the answer out of its hands. */
  readonly answers: readonly LibraryAnswer[] | ((given: Given) => readonly LibraryAnswer[] | undefined);
}

/** The status in an option, or the usual one; undefined for one that cannot be read. */
export function statusIn(option: GivenValue, usual: number): number | undefined {
  if (option === undefined) return usual;
  return typeof option === 'number' ? option : undefined;
}

/** An answer whose status an option may set. */
export function answerWith(
  option: GivenValue,
  usual: number,
  reason: OutsideReason,
  fields: readonly string[] = [],
): readonly LibraryAnswer[] | undefined {
  const status = statusIn(option, usual);
  return status === undefined ? undefined : [{ status, reason, fields }];
}
