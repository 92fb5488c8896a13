import { describeError } from '../describe-error.ts';
import type { SourceText } from '../model.ts';
import { noRoutes, type ResolvedRoutes } from '../routes/model.ts';
import type { AnswerTally } from '../scenarios/habit.ts';
import { type AnswerReader, createAnswerIndex } from './answer-index.ts';
import type { ProjectHost } from './host.ts';
import { type ReadRoutes, recallReadings, stampOf, toSavedReading } from './kept-readings.ts';
import { mayRegister } from './may-register.ts';
import { dirname, joinPath } from './paths.ts';
import type { Reading } from './reading.ts';
import { type FileFact, hashOf, loadIndex, type SavedReading, writeIndex } from './saved-index.ts';
import type { OpenFile } from './saved-values.ts';

/** What an index needs of those who can read files. */
export interface IndexReader extends AnswerReader {
  /** Begins to read what one file registers: nothing, if it cannot be read. */
  readonly read: (path: string) => Reading<ReadRoutes>;
  /** Opens a file for what was kept of it. */
  readonly open: OpenFile;
  /** The files that were asked where imports lead, also those that are not there. */
  readonly listConfiguration: () => Iterable<string>;
  /** True for a file that may hold handlers that have routes without being registered. */
  readonly mayHaveRoutes: (source: SourceText) => boolean;
  /** True for a file whose answers may carry codes of the project's own. */
  readonly mayCarryCode: (source: SourceText) => boolean;
}

/** What an earlier session left. */
export interface Earlier {
  /** What `save` gave; garbage is taken for nothing. */
  readonly saved?: string | undefined;
  /** Tells the engine at work from all others, which may have read files in another way. */
  readonly edition?: string | undefined;
}

/** A file that registers nothing as far as is known, as the engine failed at it. */
export interface FailedFile {
  readonly path: string;
  readonly error: string;
}

/** Reads a whole workspace in small steps, for what its files know of each other. */
export interface WorkspaceIndex {
  /** Goes on for about `steps` small steps; true once everything was read. */
  readonly advance: (steps: number) => boolean;
  readonly complete: boolean;
  /**
   * A file or a folder was written or deleted: it is looked at again when the index next advances.
   * @returns true if this concerns the index
   */
  readonly change: (path: string, deleted: boolean) => boolean;
  /** True if what is known of routes may have changed since this was last asked. */
  readonly takeNews: () => boolean;
  /** The files at which reading failed since this was last asked, each of them told once. */
  readonly takeFailures: () => readonly FailedFile[];
  /** True if the file at `path` registers something, as it was last read. */
  readonly registers: (path: string) => boolean;
  /** Counts the changes of what is known. */
  readonly version: number;
  /** What the files register, once complete, without the one at `except`. */
  readonly list: (except: string) => Iterable<ResolvedRoutes>;
  /** The files that may hold handlers that have routes without being registered. */
  readonly listWithRoutes: () => readonly string[];
  /** What the answers of files show of how errors are told, in the order of their paths. */
  readonly listAnswers: () => readonly (readonly [path: string, tally: AnswerTally])[];
  /** What a next session may begin with. */
  readonly save: () => string;
}

const SOURCE = /\.[cm]?[jt]sx?$/;
const CONFIGURES = /^(?:package|(?:ts|js)config.*)\.json$/;
const NOT_READ = /\.d\.[cm]?ts$|\.min\.js$|\.(?:test|spec|stories)\.\w+$/;
const SKIPPED_FOLDERS = /^(?:node_modules|dist|build|out|coverage|__tests__|__mocks__|cypress|e2e|\..*)$/;
/** Beside a package.json what browsers load or others have written; elsewhere a part of the product may be called so. */
const SKIPPED_IN_PACKAGES = /^(?:vendor|public)$/;
/** A step of reading may parse a file, which takes as long as looking at many. */
const STEPS_TO_READ = 20;
const STEPS_TO_HASH = 2;
/** Larger workspaces are several projects: what was read until then is used. */
const MAX_FILES = 50_000;

/** So many files that come or go at once are a switch of branches: asking who imports them takes longer than reading on. */
const MANY_NAMES = 50;

/**
 * Makes an index of the sources below `folders`.
 */
export function createWorkspaceIndex(
  folders: readonly string[],
  host: ProjectHost,
  reader: IndexReader,
  { saved = '', edition = '' }: Earlier = {},
): WorkspaceIndex {
  const { read, open, listConfiguration } = reader;
  const earlier = loadIndex(saved, edition);
  /** What was known of files at the end of an earlier session, and has not been seen to change. */
  const before = new Map(earlier.files);
  const configuration = new Set<string>();
  const facts = new Map<string, FileFact>();
  const resolved = new Map<string, ReadRoutes>();
  const waitingFolders = [...folders];
  const waitingFiles: string[] = [];
  /** Files of which an earlier session may have left what they register. */
  const waitingKept: string[] = [];
  /** Each with whether its text, or one on which it rests, has changed; or only where imports may lead. */
  const waitingReads = new Map<string, 'changed' | 'doubted'>();
  /** Files that came or went: those that name them in an import may register something else now. */
  const names = new Set<string>();
  let doubts: { readonly names: readonly string[]; readonly waiting: string[] } = { names: [], waiting: [] };
  let reading:
    | { readonly path: string; readonly why: 'changed' | 'doubted'; readonly steps: Reading<ReadRoutes> }
    | undefined;
  const failed = new Set<string>();
  let failures: FailedFile[] = [];
  let complete = false;
  let compared = false;
  let news = true;
  let version = 0;

  const fail = (path: string, error: unknown): void => {
    if (!failed.has(path)) failures.push({ path, error: describeError(error) });
    failed.add(path);
  };

  /** A file that the engine fails at registers nothing: the others are read all the same. */
  const goOn = (path: string, steps: Reading<ReadRoutes>): ReadRoutes | undefined => {
    try {
      return steps.next();
    } catch (error) {
      fail(path, error);
      return { routes: noRoutes, restsOn: new Set() };
    }
  };

  const tell = (): void => {
    news = true;
    version++;
    order = undefined;
    answers.look();
  };

  let order: readonly string[] | undefined;
  /** The files that register something, always in one order: in that of a folder, or of what was kept, lies no meaning. */
  const listRegistering = (): readonly string[] => {
    order ??= [...resolved].flatMap(([path, read]) => (saysAnything(read) ? [path] : [])).sort();
    return order;
  };

  const listFolder = (folder: string): void => {
    for (const name of host.listFiles(folder))
      if (SOURCE.test(name) && !NOT_READ.test(name)) waitingFiles.push(joinPath(folder, name));
      else if (CONFIGURES.test(name)) configuration.add(joinPath(folder, name));
    for (const name of host.listFolders(folder))
      if (!isSkipped(folder, name, host)) waitingFolders.push(joinPath(folder, name));
  };

  /** Looks at one file; true if its text had to be read. */
  const look = (path: string): boolean => {
    answers.look();
    const stamp = host.findStamp(path);
    if (stamp === undefined || facts.size >= MAX_FILES) return false;
    if (!facts.has(path) && !before.has(path) && (complete || before.size > 0)) names.add(nameOf(path));
    const known = before.get(path);
    if (known?.stamp === stamp) {
      facts.set(path, known);
      if (known.registers) waitingKept.push(path);
      return false;
    }
    const text = host.readFile(path);
    if (text === undefined) return true;
    const hash = hashOf(text);
    const registers = known?.hash === hash ? known.registers : mayRegister(text);
    const hasRoutes = known?.hash === hash ? known.hasRoutes : reader.mayHaveRoutes({ path, text });
    const carries = known?.hash === hash ? known.carries : reader.mayCarryCode({ path, text });
    facts.set(path, { stamp, hash, registers, hasRoutes, carries });
    if (registers && known?.hash === hash) waitingKept.push(path);
    else if (registers) waitingReads.set(path, 'changed');
    else if (resolved.delete(path)) tell();
    return true;
  };

  /** Goes on with the file that is being read, or begins with the next one; false if there is none. */
  const readOn = (): boolean => {
    const [next] = waitingReads;
    if (reading === undefined) {
      if (next === undefined) return false;
      const [path, why] = next;
      waitingReads.delete(path);
      reading = { path, why, steps: read(path) };
    }
    const { path, why, steps } = reading;
    const found = goOn(path, steps);
    if (found === undefined) return true;
    reading = undefined;
    const old = resolved.get(path);
    resolved.set(path, found);
    if (!saysAnything(found) && !saysAnything(old)) return true;
    if (why === 'changed' || describeEntries(old) !== describeEntries(found)) tell();
    return true;
  };

  const kept = recallReadings(earlier, { facts, before, configuration }, host, open);
  const answers = createAnswerIndex(
    reader,
    {
      facts,
      listHung: () => listRegistering().flatMap((path) => readHung(path, resolved.get(path))),
      saved: earlier.answers,
      areSame: kept.areSame,
      onChange: tell,
      onFailure: fail,
    },
    host,
  );
  /** Takes over what an earlier session read, or has it read again. */
  const recall = (path: string): void => {
    const found = kept.find(path);
    if (found) {
      resolved.set(path, found);
      tell();
    } else waitingReads.set(path, 'changed');
  };

  const drop = (path: string): void => {
    before.delete(path);
    if (facts.delete(path)) names.add(nameOf(path));
    if (reading?.path === path) reading = undefined;
    if (resolved.delete(path)) tell();
    answers.drop(path);
  };

  /** Has all be asked in turn whether they name what came or went; false if nothing did. */
  const beginToDoubt = (): boolean => {
    if (!compared) for (const path of before.keys()) if (!facts.has(path)) names.add(nameOf(path));
    compared = true;
    if (names.size === 0) return false;
    doubts = {
      names: [...names],
      waiting: [...new Set([...resolved.keys(), ...answers.list().map(([path]) => path)])],
    };
    names.clear();
    return true;
  };

  const isConcerned = (path: string): boolean => {
    if (doubts.names.length > MANY_NAMES) return true;
    const restsOn = new Set([...(resolved.get(path)?.restsOn ?? []), ...answers.listRestsOn(path)]);
    const texts = [...restsOn].map((one) => host.readFile(one) ?? '');
    return doubts.names.some((name) => texts.some((text) => text.includes(name)));
  };

  /** Does one small step, and gives what it cost; nothing where no step is left. */
  const step = (): number | undefined => {
    const folder = waitingFolders.pop();
    if (folder !== undefined) {
      listFolder(folder);
      return 1;
    }
    const file = waitingFiles.pop();
    if (file !== undefined) return look(file) ? 1 + STEPS_TO_HASH : 1;
    const recalled = waitingKept.pop();
    if (recalled !== undefined) {
      recall(recalled);
      return 1;
    }
    const doubted = doubts.waiting.pop();
    if (doubted !== undefined) {
      if (!waitingReads.has(doubted) && isConcerned(doubted)) {
        if (resolved.has(doubted)) waitingReads.set(doubted, 'doubted');
        answers.change(doubted);
      }
      return 1;
    }
    if (beginToDoubt()) return 1;
    return readOn() ? 1 + STEPS_TO_READ : answers.step();
  };

  return {
    advance: (steps) => {
      for (let left = steps; left > 0; ) {
        const cost = step();
        if (cost === undefined) {
          complete = true;
          return true;
        }
        left -= cost;
      }
      return false;
    },
    change: (path, deleted) => {
      if (!isLookedAt(path, folders, host)) return false;
      if (SOURCE.test(path)) {
        if (NOT_READ.test(path)) return false;
        for (const [other, { restsOn }] of resolved) if (restsOn.has(path)) waitingReads.set(other, 'changed');
        answers.change(path);
        if (deleted) drop(path);
        else {
          // What it registered counts until it has been read again: nothing is to flicker.
          before.delete(path);
          waitingFiles.push(path);
        }
        return true;
      }
      // Of a folder that comes or goes an editor tells once, and not of what it holds.
      const inside = [...facts.keys()].filter((known) => known.startsWith(`${path}/`));
      for (const one of inside) drop(one);
      const appeared = !deleted && !host.isFile(path);
      if (appeared) waitingFolders.push(path);
      return appeared || inside.length > 0;
    },
    takeNews: () => {
      const had = news;
      news = false;
      return had;
    },
    get complete() {
      return complete;
    },
    get version() {
      return version;
    },
    takeFailures: () => {
      const taken = failures;
      failures = [];
      return taken;
    },
    registers: (path) => saysAnything(resolved.get(path)),
    *list(except) {
      for (const path of listRegistering()) {
        const read = path === except ? undefined : resolved.get(path);
        if (read) yield read.routes;
      }
    },
    listWithRoutes: () => [...facts].flatMap(([path, { hasRoutes }]) => (hasRoutes ? [path] : [])).sort(),
    listAnswers: () => answers.list().map(([path, { tally }]) => [path, tally]),
    save: () => {
      const readings = new Map<string, SavedReading>();
      const others = new Map<string, string | null>();
      for (const [path, reading] of resolved) {
        const written = failed.has(path) ? undefined : toSavedReading(reading);
        if (!written) continue;
        readings.set(path, written);
        for (const one of written.restsOn) if (!facts.has(one)) others.set(one, stampOf(one, host));
      }
      const told = answers.save((path) => failed.has(path));
      for (const { restsOn } of told.tallies.values())
        for (const one of restsOn) if (!facts.has(one)) others.set(one, stampOf(one, host));
      const asked = [...configuration, ...kept.listConfiguration(), ...listConfiguration()];
      const stamps = new Map(asked.map((path) => [path, stampOf(path, host)]));
      return writeIndex({ files: facts, readings, answers: told, others, configuration: stamps }, edition);
    },
  };
}

function saysAnything(read: ReadRoutes | undefined): boolean {
  if (!read) return false;
  const { entries, hung, global } = read.routes;
  return entries.length + hung.length + global.filters.length + global.prefixes.length + global.versions.length > 0;
}

/** What a file hangs on responses, with its path. */
function readHung(path: string, read: ReadRoutes | undefined) {
  const hung = read?.routes.hung ?? [];
  return hung.length > 0 ? [[path, hung] as const] : [];
}

/** What entries register where, without what becomes of it. */
function describeEntries(read: ReadRoutes | undefined): string {
  return JSON.stringify(read?.routes.entries ?? [], (key, value: unknown) =>
    key === 'value' || key === 'wrappers' ? undefined : value,
  );
}

/** What imports of a file end with: its name, or that of its folder. */
function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  return name === 'index' ? nameOf(`${dirname(path)}.ts`) : name;
}

/** True for what lies below the folders of an index, and in none that is skipped. */
function isLookedAt(path: string, folders: readonly string[], host: ProjectHost): boolean {
  const root = folders.find((folder) => path.startsWith(`${folder}/`));
  if (root === undefined) return false;
  const steps = path.slice(root.length + 1).split('/');
  return !steps.some((step, index) => isSkipped([root, ...steps.slice(0, index)].join('/'), step, host));
}

function isSkipped(folder: string, name: string, host: ProjectHost): boolean {
  if (SKIPPED_FOLDERS.test(name)) return true;
  return SKIPPED_IN_PACKAGES.test(name) && host.isFile(joinPath(folder, 'package.json'));
}
