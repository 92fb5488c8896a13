import type { Span } from '../model.ts';
import { movePlace, type TextChange } from '../syntax/text-change.ts';

/** A place in what has changed was asked for: what holds it cannot be used any more. */
export class PlaceIsGone extends Error {}

/** Moves facts of a file to where their places are after a change of its text. What does not move stays the same object. */
export interface Mover {
  readonly move: <T>(fact: T) => T;
  readonly movePlace: (place: number) => number;
  /** Moves the places in the names of functions that have no other. */
  readonly moveNames: (text: string) => string;
  /** True if nothing moves that ends before a place. */
  readonly leaves: (place: number) => boolean;
}

/**
 * Makes a mover for plain facts: every `{ start, end }` in them is a place of the file, but for what has the `path` of
 * another file.
 */
export function createMover(change: TextChange, path: string): Mover {
  // Handlers stand in each of their answers.
  const moved = new Map<object, unknown>();
  const named = new RegExp(`(${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}:)(\\d+)`, 'g');
  const moveOne = (place: number): number => {
    const to = movePlace(place, change);
    if (to === undefined) throw new PlaceIsGone();
    return to;
  };
  const moveSpan = (span: Span): Span => {
    const start = moveOne(span.start);
    const end = moveOne(span.end);
    return start === span.start && end === span.end ? span : { start, end };
  };
  const move = (fact: unknown): unknown => {
    if (typeof fact !== 'object' || fact === null) return fact;
    if (Array.isArray(fact)) return fact.length === 0 ? fact : moveList(fact);
    if (isSpan(fact)) return moveSpan(fact);
    return moveRecord(fact as Readonly<Record<string, unknown>>);
  };
  const moveHandler = (handler: object): unknown => {
    const known = moved.get(handler) ?? move(handler);
    moved.set(handler, known);
    return known;
  };
  const moveList = (list: readonly unknown[]): readonly unknown[] => {
    let copy: unknown[] | undefined;
    for (let index = 0; index < list.length; index++) {
      const one = list[index];
      const next = move(one);
      if (next === one) continue;
      copy ??= [...list];
      copy[index] = next;
    }
    return copy ?? list;
  };
  const moveRecord = (record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
    if (typeof record['path'] === 'string' && record['path'] !== path) return record;
    let copy: Record<string, unknown> | undefined;
    for (const key in record) {
      const one = record[key];
      if (typeof one !== 'object' || one === null) continue;
      const next = key === 'handler' ? moveHandler(one) : move(one);
      if (next === one) continue;
      copy ??= { ...record };
      copy[key] = next;
    }
    return copy ?? record;
  };
  return {
    move: <T>(fact: T) => move(fact) as T,
    movePlace: moveOne,
    moveNames: (text) =>
      text.replace(named, (_, start: string, digits: string) => `${start}${moveOne(Number(digits))}`),
    leaves: (place) => place < change.start,
  };
}

/** The last place that plain facts of a file tell of. */
export function findReach(fact: unknown, path: string): number {
  if (typeof fact !== 'object' || fact === null) return 0;
  if (Array.isArray(fact)) return fact.reduce<number>((last, one) => Math.max(last, findReach(one, path)), 0);
  if (isSpan(fact)) return fact.end;
  const record = fact as Readonly<Record<string, unknown>>;
  if (typeof record['path'] === 'string' && record['path'] !== path) return 0;
  let last = 0;
  for (const key in record) if (key !== 'handler') last = Math.max(last, findReach(record[key], path));
  return last;
}

function isSpan(fact: object): fact is Span {
  return 'start' in fact && typeof fact.start === 'number' && 'end' in fact && typeof fact.end === 'number';
}
