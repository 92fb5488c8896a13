/**
 * What is known of a value that was read from source code: one value, one of several, or nothing.
 * A fact that could not be read is `unknown` with its reason; it is never a guess.
 */
export type Known<T> =
  | { readonly kind: 'one'; readonly value: T }
  | { readonly kind: 'some'; readonly values: readonly T[] }
  | { readonly kind: 'unknown'; readonly why: UnknownReason; readonly fallback?: T };

/** Why a value could not be read. Shown by `npm run try` and counted over whole repositories. */
export type UnknownReason =
  | 'parameter'
  | 'property of a value made elsewhere'
  | 'call that was not read'
  | 'variable assigned more than once'
  | 'imported from a file that was not read'
  | 'operator'
  | 'template with unreadable parts'
  | 'global name'
  | 'spread'
  | 'differs between versions of the framework'
  | 'not written here'
  | 'no status code'
  | 'answered by an error handler that was not found'
  | 'too deep';

/** Wraps a value that is known. */
export function one<T>(value: T): Known<T> {
  return { kind: 'one', value };
}

/** Wraps a set of possible values: duplicates are dropped, a single value becomes `one`. An empty set is unknown. */
export function some<T>(values: readonly T[]): Known<T> {
  const distinct = [...new Set(values)];
  const [first] = distinct;
  if (first === undefined) return unknown('not written here');
  return distinct.length === 1 ? one(first) : { kind: 'some', values: distinct };
}

/** Wraps the reason why a value cannot be known, with the value of a `??` or `||` fallback if there is one. */
export function unknown<T>(why: UnknownReason, fallback?: T): Known<T> {
  return fallback === undefined ? { kind: 'unknown', why } : { kind: 'unknown', why, fallback };
}

/** All values that `known` may have, or undefined if it is unknown. */
export function valuesOf<T>(known: Known<T>): readonly T[] | undefined {
  if (known.kind === 'one') return [known.value];
  return known.kind === 'some' ? known.values : undefined;
}

/** The value if exactly one is possible. */
export function theOne<T>(known: Known<T>): T | undefined {
  return known.kind === 'one' ? known.value : undefined;
}

/** True if the value is known and every possibility satisfies `test`. */
export function every<T>(known: Known<T>, test: (value: T) => boolean): boolean {
  return valuesOf(known)?.every(test) ?? false;
}

/** Joins what two paths know: unknown wins, otherwise the union. */
export function join<T>(a: Known<T>, b: Known<T>): Known<T> {
  if (a.kind === 'unknown') return a;
  if (b.kind === 'unknown') return b;
  return some([...(valuesOf(a) ?? []), ...(valuesOf(b) ?? [])]);
}
