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
  /** The stamps of other files on which readings rest; null for one that was not there. */
  readonly others: ReadonlyMap<string, string | null>;
  /** The stamps of the files on which it depends where imports lead; null for one that was not there. */
  readonly configuration: ReadonlyMap<string, string | null>;
}

const FORMAT = 5;

/** What a next session may begin with. `edition` tells the engine that read the files from all others. */
export function writeIndex({ files, readings, others, configuration }: SavedIndex, edition: string): string {
  const paths = [...files.keys()];
  const numbers = new Map(paths.map((path, index) => [path, index]));
  const text = JSON.stringify({
    files: [...files].map(([path, { stamp, hash, registers, hasRoutes }]) => [path, stamp, hash, registers, hasRoutes]),
    readings: [...readings].map(([path, { routes, restsOn }]) => [
      path,
      routes,
      restsOn.map((one) => numbers.get(one) ?? one),
    ]),
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
  return { files: new Map(), readings: new Map(), others: new Map(), configuration: new Map() };
}

interface Written {
  readonly files: readonly (readonly [
    path: string,
    stamp: string,
    hash: number,
    registers: boolean,
    hasRoutes: boolean,
  ])[];
  readonly readings: readonly (readonly [path: string, routes: unknown, restsOn: readonly (number | string)[]])[];
  readonly others: readonly (readonly [path: string, stamp: string | null])[];
  readonly configuration: Written['others'];
}

function toIndex({ files, readings, others, configuration }: Written): SavedIndex {
  const pathOf = (one: number | string): string => (typeof one === 'number' ? (files[one]?.[0] ?? '') : one);
  return {
    files: new Map(
      files.map(([path, stamp, hash, registers, hasRoutes]) => [path, { stamp, hash, registers, hasRoutes }]),
    ),
    readings: new Map(readings.map(([path, routes, restsOn]) => [path, { routes, restsOn: restsOn.map(pathOf) }])),
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
