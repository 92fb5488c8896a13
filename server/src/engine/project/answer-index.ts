import type { SourceText } from '../model.ts';
import type { HungMethod } from '../routes/model.ts';
import { type AnswerTally, noAnswers } from '../scenarios/habit.ts';
import type { ProjectHost } from './host.ts';
import type { Reading } from './reading.ts';
import type { FileFact, SavedAnswers } from './saved-index.ts';

/** What the answers of one file show, and the files that were read to tell. */
export interface ReadAnswers {
  readonly tally: AnswerTally;
  readonly restsOn: ReadonlySet<string>;
}

/** What is needed of those who can read files. */
export interface AnswerReader {
  /** Begins to read the answers of a file, where other files hang such methods on responses. */
  readonly readAnswers: (path: string, hung: readonly HungMethod[]) => Reading<ReadAnswers>;
  /** True for a file that may answer requests; its text may be asked for. */
  readonly answersRequests: (source: SourceText) => boolean;
  /** The folder of the package in which a file stands. */
  readonly findPackage: (path: string) => string;
}

/** What the index around it knows. */
export interface AnswerSurroundings {
  readonly facts: ReadonlyMap<string, FileFact>;
  /** The methods that the files of the workspace hang on responses, in a stable order. */
  readonly listHung: () => readonly (readonly [path: string, hung: readonly HungMethod[]])[];
  /** What an earlier session has left. */
  readonly saved: SavedAnswers;
  /** True if files are as they were when that was read. */
  readonly areSame: (paths: readonly string[]) => boolean;
  /** Told each time when a tally has changed. */
  readonly onChange: () => void;
  readonly onFailure: (path: string, error: unknown) => void;
}

/** Reads how the files of a workspace tell of errors. */
export interface AnswerIndex {
  /** Does one small step, and gives what it cost; nothing where no step is left. */
  readonly step: () => number | undefined;
  /** The files of the workspace may be others than before. */
  readonly look: () => void;
  /** A text has changed: what rests on it is read again. Until then what was read counts: nothing is to flicker. */
  readonly change: (path: string) => void;
  readonly drop: (path: string) => void;
  /** The files on which the answers of one rest, as far as they were read. */
  readonly listRestsOn: (path: string) => Iterable<string>;
  /** In the order of their paths. */
  readonly list: () => readonly (readonly [path: string, read: ReadAnswers])[];
  /** What a next session may begin with, without files at which reading failed. */
  readonly save: (isFailed: (path: string) => boolean) => SavedAnswers;
}

const STEPS_TO_READ = 20;
const STEPS_TO_ASK = 3;

/**
 * Makes the part of an index that reads answers. A project none of whose texts has a code of its own costs nothing. Where
 * answers show one, and that errors may be told by it, all files of that package that may answer are read, as helpers
 * elsewhere may have the code, and as errors with a status of their own count as well.
 */
export function createAnswerIndex(reader: AnswerReader, around: AnswerSurroundings, host: ProjectHost): AnswerIndex {
  const { facts, saved } = around;
  const found = new Map<string, ReadAnswers>();
  /** Whether a file may answer, by the hash of the text that was asked. */
  const asked = new Map<string, { readonly hash: number; readonly answers: boolean }>();
  const waitingAsked: string[] = [];
  const waiting = new Set<string>();
  let reading: { readonly path: string; readonly steps: Reading<ReadAnswers> } | undefined;
  let hungBefore: string | undefined;
  let isDue = true;

  const keep = (path: string, read: ReadAnswers): void => {
    const before = found.get(path);
    found.set(path, read);
    if (describe(before) !== describe(read)) around.onChange();
  };

  const recall = (path: string): ReadAnswers | undefined => {
    const known = saved.hung === hungBefore ? saved.tallies.get(path) : undefined;
    return known && around.areSame(known.restsOn) ? { tally: known.tally, restsOn: new Set(known.restsOn) } : undefined;
  };

  /** Has a file be read, unless it was; false if that is nothing new. */
  const want = (path: string): boolean => {
    if (found.has(path) || waiting.has(path)) return false;
    const known = recall(path);
    if (known) keep(path, known);
    else waiting.add(path);
    return true;
  };

  /** True for a file that may answer; undefined if it has to be asked. */
  const mayAnswer = (path: string, hash: number): boolean | undefined => {
    const known = asked.get(path) ?? (around.areSame([path]) ? toAsked(hash, saved.asked.get(path)) : undefined);
    if (known?.hash !== hash) return undefined;
    asked.set(path, known);
    return known.answers;
  };

  /** Has read what is to be known by now; false if all of it is. */
  const plan = (): boolean => {
    const hung = JSON.stringify(
      around.listHung().map(([path, methods]) => [path, facts.get(path)?.hash, methods.map(({ name }) => name)]),
    );
    if (hungBefore !== undefined && hungBefore !== hung) for (const path of found.keys()) waiting.add(path);
    hungBefore = hung;
    let count = waiting.size;
    for (const [path, { carries }] of facts) if (carries && want(path)) count++;
    if (count > 0) return true;
    const packages = listSuspected();
    if (packages.size === 0) return false;
    for (const [path, { hash }] of facts) {
      if (found.has(path) || !packages.has(reader.findPackage(path))) continue;
      const answers = mayAnswer(path, hash);
      if (answers === undefined) waitingAsked.push(path);
      if (answers === undefined || (answers && want(path))) count++;
    }
    return count > 0;
  };

  /** The packages in which errors may be told by codes. */
  const listSuspected = (): ReadonlySet<string> => {
    const codes = new Map<string, Set<number>>();
    const suspected = new Set<string>();
    for (const [path, { tally }] of found) {
      if (tally.codes.length === 0) continue;
      const folder = reader.findPackage(path);
      const known = codes.get(folder) ?? new Set();
      codes.set(folder, known);
      for (const { code, told } of tally.codes) {
        known.add(code);
        if (told > 0 || known.size > 1) suspected.add(folder);
      }
    }
    return suspected;
  };

  const ask = (path: string): void => {
    const hash = facts.get(path)?.hash;
    const text = host.readFile(path) ?? '';
    if (hash !== undefined) asked.set(path, { hash, answers: reader.answersRequests({ path, text }) });
  };

  const goOn = (): void => {
    const [next] = waiting;
    if (!reading) {
      if (next === undefined) return;
      waiting.delete(next);
      const hung = around.listHung().flatMap(([by, methods]) => (by === next ? [] : methods));
      reading = { path: next, steps: reader.readAnswers(next, hung) };
    }
    const { path, steps } = reading;
    let read: ReadAnswers | undefined;
    try {
      read = steps.next();
    } catch (error) {
      around.onFailure(path, error);
      read = { tally: noAnswers, restsOn: new Set([path]) };
    }
    if (!read) return;
    reading = undefined;
    keep(path, read);
  };

  return {
    step: () => {
      const path = waitingAsked.pop();
      if (path !== undefined) {
        ask(path);
        return STEPS_TO_ASK;
      }
      if (reading || waiting.size > 0) {
        goOn();
        return STEPS_TO_READ;
      }
      if (!isDue) return undefined;
      isDue = plan();
      return 1;
    },
    look: () => {
      isDue = true;
    },
    change: (path) => {
      isDue = true;
      for (const [other, { restsOn }] of found) if (restsOn.has(path)) waiting.add(other);
      if (reading) waiting.add(reading.path);
      reading = undefined;
    },
    drop: (path) => {
      isDue = true;
      waiting.delete(path);
      if (reading?.path === path) reading = undefined;
      if (found.delete(path)) around.onChange();
    },
    listRestsOn: (path) => found.get(path)?.restsOn ?? [],
    list: () => [...found].sort(([a], [b]) => (a < b ? -1 : 1)),
    save: (isFailed) => {
      const read = [...found].filter(([path]) => !isFailed(path));
      const current = [...asked].filter(([path, { hash }]) => facts.get(path)?.hash === hash);
      return {
        hung: hungBefore,
        tallies: new Map(read.map(([path, { tally, restsOn }]) => [path, { tally, restsOn: [...restsOn] }])),
        asked: new Map(current.map(([path, { answers }]) => [path, answers])),
      };
    },
  };
}

function toAsked(hash: number, answers: boolean | undefined) {
  return answers === undefined ? undefined : { hash, answers };
}

function describe(read: ReadAnswers | undefined): string {
  return JSON.stringify(read?.tally ?? noAnswers);
}
