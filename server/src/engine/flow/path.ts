import type { CatchClause } from '../syntax/parser.ts';
import type { Atom, Frame } from './conditions.ts';

/** One way through a function up to the current point: what was tested and what has become of the response. */
export interface Path<S> {
  readonly frames: readonly Frame[];
  /** What assignments of literals tell, as `found = false` does. They exclude later tests, and are no reasons. */
  readonly facts: readonly Atom[];
  readonly catches: readonly CatchClause[];
  readonly state: S;
}

/** How many paths are kept apart. Past it they are joined, so that nested conditions cannot explode. */
export const MAX_PATHS = 24;

/**
 * Merges paths that no longer differ in their state, and joins the rest past the bound. A merged path keeps the
 * frames that all of its paths began with.
 */
export function mergePaths<S>(paths: readonly Path<S>[], join: (a: S, b: S) => S): readonly Path<S>[] {
  const [only, second] = paths;
  if (!only || !second) return paths;
  if (paths.length === 2 && only.state !== second.state) return paths;
  const byState = new Map<S, Path<S>>();
  for (const path of paths) {
    const other = byState.get(path.state);
    byState.set(path.state, other ? combine(other, path, path.state) : path);
  }
  const merged = [...byState.values()];
  while (merged.length > MAX_PATHS) {
    const last = merged.pop();
    const before = merged.pop();
    if (last && before) merged.push(combine(before, last, join(before.state, last.state)));
  }
  return merged;
}

function combine<S>(a: Path<S>, b: Path<S>, state: S): Path<S> {
  return {
    frames: commonStart(a.frames, b.frames),
    facts: a.facts === b.facts ? a.facts : a.facts.filter((fact) => b.facts.includes(fact)),
    catches: commonStart(a.catches, b.catches),
    state,
  };
}

/** One path for all of `paths`; undefined if there is none. */
export function joinPaths<S>(paths: readonly Path<S>[], join: (a: S, b: S) => S): Path<S> | undefined {
  const [first, ...others] = paths;
  return first && others.reduce((all, path) => combine(all, path, join(all.state, path.state)), first);
}

/** The elements with which both lists begin. */
export function commonStart<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length === a.length ? a : a.slice(0, length);
}
