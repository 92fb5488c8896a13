import type { AnswerTally } from '../scenarios/habit.ts';
import { isObject } from './json-with-comments.ts';

/** What is remembered of a file between sessions. */
export interface FileFact {
  /** Its size and time, as the host tells them. */
  readonly stamp: string;
  readonly hash: number;
  /** True if it may register handlers, so that it is worth parsing. */
  readonly registers: boolean;
  /** True if it may hold handlers that have routes without being registered. */
  readonly hasRoutes: boolean;
  /** True if its answers may carry codes of the project's own. */
  readonly carries: boolean;
}

/** What the answers of files show. */
export interface SavedAnswers {
  /** What files hang on responses, in words that can be compared; undefined if nothing was read. */
  readonly hung: string | undefined;
  readonly tallies: ReadonlyMap<string, SavedTally>;
  /** Files that were asked whether they may answer. */
  readonly asked: ReadonlyMap<string, boolean>;
}

/** What the answers of one file show, and the files that were read to tell. */
export interface SavedTally {
  readonly tally: AnswerTally;
  readonly restsOn: readonly string[];
}

/** What one file registered, as it was written, and the files that were read to tell. */
export interface SavedReading {
  readonly routes: unknown;
  readonly restsOn: readonly string[];
}

/** What an index leaves for the next session. */
export interface SavedIndex {
  readonly files: ReadonlyMap<string, FileFact>;
  /** By the file that registers. */
  readonly readings: ReadonlyMap<string, SavedReading>;
  readonly answers: SavedAnswers;
  /** The stamps of other files on which readings rest; null for one that was not there. */
  readonly others: ReadonlyMap<string, string | null>;
  /** The stamps of the files on which it depends where imports lead; null for one that was not there. */
  readonly configuration: ReadonlyMap<string, string | null>;
}

const FORMAT = 6;

/** What a next session may begin with. `edition` tells the engine that read the files from all others. */
export function writeIndex({ files, readings, answers, others, configuration }: SavedIndex, edition: string): string {
  const paths = [...files.keys()];
  const numbers = new Map(paths.map((path, index) => [path, index]));
  const short = (path: string): number | string => numbers.get(path) ?? path;
  const text = JSON.stringify({
    files: [...files].map(([path, { stamp, hash, registers, hasRoutes, carries }]) => [
      path,
      stamp,
      hash,
      registers,
      hasRoutes,
      carries,
    ]),
    readings: [...readings].map(([path, { routes, restsOn }]) => [path, routes, restsOn.map(short)]),
    hung: answers.hung,
    tallies: [...answers.tallies].map(([path, { tally, restsOn }]) => [short(path), tally, restsOn.map(short)]),
    asked: [...answers.asked].map(([path, mayAnswer]) => [short(path), mayAnswer]),
    others: [...others],
    configuration: [...configuration],
  });
  return `${firstLine(text, edition)}\n${text}`;
}

/**
 * Reads what an earlier session saved. Garbage is taken for nothing, and so is what another edition of the engine has
 * read: the first line proves that the rest is what was written.
 */
export function loadIndex(saved: string, edition: string): SavedIndex {
  const end = saved.indexOf('\n');
  const text = saved.slice(end + 1);
  try {
    const raw: unknown = saved.slice(0, end) === firstLine(text, edition) ? JSON.parse(text) : undefined;
    if (isObject(raw)) return toIndex(raw as unknown as Written);
  } catch {
    // No JSON: nothing is known.
  }
  const answers = { hung: undefined, tallies: new Map(), asked: new Map() };
  return { files: new Map(), readings: new Map(), answers, others: new Map(), configuration: new Map() };
}

/** A path, or the number of a file of the workspace. */
type ShortPath = number | string;

interface Written {
  readonly files: readonly (readonly [
    path: string,
    stamp: string,
    hash: number,
    registers: boolean,
    hasRoutes: boolean,
    carries: boolean,
  ])[];
  readonly readings: readonly (readonly [path: string, routes: unknown, restsOn: readonly ShortPath[]])[];
  readonly hung?: string;
  readonly tallies: readonly (readonly [path: ShortPath, tally: AnswerTally, restsOn: readonly ShortPath[]])[];
  readonly asked: readonly (readonly [path: ShortPath, mayAnswer: boolean])[];
  readonly others: readonly (readonly [path: string, stamp: string | null])[];
  readonly configuration: Written['others'];
}

function toIndex({ files, readings, hung, tallies, asked, others, configuration }: Written): SavedIndex {
  const pathOf = (one: ShortPath): string => (typeof one === 'number' ? (files[one]?.[0] ?? '') : one);
  return {
    files: new Map(
      files.map(([path, stamp, hash, registers, hasRoutes, carries]) => [
        path,
        { stamp, hash, registers, hasRoutes, carries },
      ]),
    ),
    readings: new Map(readings.map(([path, routes, restsOn]) => [path, { routes, restsOn: restsOn.map(pathOf) }])),
    answers: {
      hung,
      tallies: new Map(
        tallies.map(([path, tally, restsOn]) => [pathOf(path), { tally, restsOn: restsOn.map(pathOf) }]),
      ),
      asked: new Map(asked.map(([path, mayAnswer]) => [pathOf(path), mayAnswer])),
    },
    others: new Map(others),
    configuration: new Map(configuration),
  };
}

function firstLine(text: string, edition: string): string {
  return `format ${FORMAT}, hash ${hashOf(text)}, engine ${edition}`;
}

/** FNV-1a over UTF-16 code units: it only has to notice that a text changed. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
