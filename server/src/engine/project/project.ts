import type { SourceText } from '../model.ts';
import { frameworks } from '../registry.generated.ts';
import { mayAnswer, mayHaveRoutes } from '../responses/may-answer.ts';
import { isBuilt, isSilentFile } from '../responses/silent-file.ts';
import { summariseFunction } from '../responses/summarise.ts';
import { listKnownPlaces } from '../routes/known-places.ts';
import { linkRoutes } from '../routes/link.ts';
import { type HungMethod, noRoutes, type ResolvedRoutes, type RouteMap } from '../routes/model.ts';
import { agreeOnRoute } from '../routes/paths.ts';
import { resolveInSteps, resolveRoutes } from '../routes/resolve-routes.ts';
import type { ProjectHabit } from '../scenarios/envelope.ts';
import { type AnswerTally, noAnswers } from '../scenarios/habit.ts';
import { type FileLinks, type FileView, openFile } from '../syntax/file-view.ts';
import { parseNext } from '../syntax/parse.ts';
import type { Value, World } from '../values/model.ts';
import { type ModuleExports, readExports } from './exports.ts';
import { createHabits } from './habits.ts';
import type { ProjectHost } from './host.ts';
import { readJson } from './json-with-comments.ts';
import { listRegistered, listUnregistered, type Route } from './list-routes.ts';
import { mayCarryCode } from './may-carry-code.ts';
import { joinPath } from './paths.ts';
import { readAnswers } from './read-answers.ts';
import { readGlobal } from './read-global.ts';
import { readHung } from './read-hung.ts';
import { readRoutes } from './read-routes.ts';
import { recordSteps } from './reading.ts';
import { createResolver } from './resolve.ts';
import { listRouteVerbs } from './route-verbs.ts';
import { createVersions, majorOf, oldestOf } from './versions.ts';
import { createWorkspaceIndex, type Earlier, type IndexReader, type WorkspaceIndex } from './workspace-index.ts';

/** The files of a project as those of its files that import them see them. */
export interface Project {
  readonly open: (source: SourceText) => FileView;
  /** Opens a file. If an earlier version of it is kept, its tree becomes the new one: nobody may look at that version again. */
  readonly openNext: (source: SourceText) => FileView;
  /** The same file with nothing known of it but its tree. */
  readonly openAgain: (file: FileView) => FileView;
  /** Keeps a file with its tree until another is kept: one of them, as a tree takes a lot of memory. */
  readonly keep: (file: FileView, files: ReadFiles) => void;
  /** Opens a text, or gives the file that was kept of this very text, if nothing has changed that it rests on. */
  readonly reopen: (source: SourceText) => FileView;
  /** Runs something that reads files, and tells which ones it read with the text that they had. */
  readonly record: <T>(run: () => T) => { readonly result: T; readonly files: ReadFiles };
  /** Counts files that were recorded before as read by what is recorded now. */
  readonly restOn: (files: ReadFiles) => void;
  /** Changes with whatever the project knows besides the texts of its files. */
  readonly knowledge: string;
  /** True if files still have the text that was recorded. */
  readonly isCurrent: (files: ReadFiles) => boolean;
  /**
   * Begins to read the sources below `folders` for what they know of each other. The answer has to be advanced; what it
   * found is used once it is complete, and until then what the one before it did.
   */
  readonly index: (folders: readonly string[], earlier?: Earlier) => WorkspaceIndex;
  /** The routes of the workspace, once its index is complete. */
  readonly listRoutes: () => readonly Route[];
  /** How the files of the package in which a file stands tell of errors. */
  readonly findHabit: (path: string) => ProjectHabit;
  /** The path of a file inside of those folders, or as it is. */
  readonly placeOf: (path: string) => string;
  /** Goes on without an index that was begun, and with what one before it found. */
  readonly giveUpIndex: () => void;
  /** True while files that have not been read yet may tell who registers what: findings may be added then. */
  readonly awaitsOthers: boolean;
  /** Forgets where imports lead and what the project's configuration says. */
  readonly refresh: () => void;
}

/** What something rests on: the text of each file that was read, and where imports led at the time. */
export interface ReadFiles {
  readonly generation: number;
  /** By path; undefined if the file was not there. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

/** The routes in one text, under what was known of the workspace. */
interface ListedFile {
  readonly text: string;
  readonly version: number;
  readonly routes: readonly Route[];
}

interface Entry {
  readonly text: string;
  readonly file: FileView;
  readonly exports: ModuleExports;
}

const VERBS = listRouteVerbs(frameworks);

const MAX_HOPS = 300;
/** Notes the files other than sources that are asked for, whether they are there or not. */
function noteConfiguration(host: ProjectHost, asked: Set<string>): ProjectHost {
  const note = (path: string): void => {
    if (!/\.[cm]?[jt]sx?$/.test(path)) asked.add(path);
  };
  return {
    ...host,
    readFile: (path) => {
      note(path);
      return host.readFile(path);
    },
    isFile: (path) => {
      note(path);
      return host.isFile(path);
    },
  };
}

/** Reads a project lazily: a file is parsed when something that it exports is first asked for, and again after it changed. */
export function createProject(source: ProjectHost): Project {
  let generation = 0;
  let recording: Map<string, string | undefined> | undefined;
  const host: ProjectHost = {
    ...source,
    readFile: (path) => {
      const text = source.readFile(path);
      recording?.set(path, text);
      return text;
    },
  };
  const configuration = new Set<string>();
  const lookingOn = noteConfiguration(host, configuration);
  let resolver = createResolver(lookingOn);
  let versions = createVersions((path) => readJson(lookingOn.readFile(path)));
  const files = new Map<string, Entry>();

  const getEntry = (path: string): Entry | undefined => {
    const text = host.readFile(path);
    if (text === undefined || isBuilt(text)) return undefined;
    const known = files.get(path);
    if (known?.text === text) return known;
    const file = openFile({ path, text }, links);
    const entry = { text, file, exports: readExports(file) };
    files.set(path, entry);
    return entry;
  };

  const lookUp = (from: string, module: string, name: string, seen: Set<string>): Value | undefined => {
    const path = resolver.resolve(from, module);
    if (path === undefined) return undefined;
    const key = `${path}#${name}`;
    if (seen.has(key) || seen.size > MAX_HOPS) return undefined;
    seen.add(key);
    const exports = getEntry(path)?.exports;
    if (!exports) return undefined;
    if (name === '*') return exports.whole();
    const [first = name, ...rest] = name.split('.');
    const own = first === 'default' ? exports.getDefault() : exports.get(first);
    if (own) return rest.reduce<Value>((object, step) => ({ kind: 'member', object, name: step }), own);
    for (const other of exports.everythingFrom) {
      const found = lookUp(path, other, name, seen);
      if (found) return found;
    }
    return undefined;
  };

  let workspace: WorkspaceIndex | undefined;
  let begun: WorkspaceIndex | undefined;
  let indexes = 0;
  /** The index in use: the last one that was completed. */
  const getWorkspace = (): WorkspaceIndex | undefined => {
    if (begun?.complete) {
      workspace = begun;
      begun = undefined;
      indexes++;
    }
    return workspace;
  };
  let inFolders: readonly string[] = [];
  const placeOf = (path: string): string => {
    const around = inFolders.filter((folder) => path.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length);
    return around[0] === undefined ? path : path.slice(around[0].length + 1);
  };
  const awaitsOthers = (): boolean => getWorkspace() === undefined && begun !== undefined;
  const listHung = (file: FileView) => file.tree.statements.flatMap((one) => readHung(file, one, frameworks));
  const readOwnRoutes: FileLinks['readRoutes'] = (file, statement) => ({
    ...resolveRoutes(readRoutes(file, statement, VERBS), world, frameworks),
    hung: readHung(file, statement, frameworks),
  });

  /** The same of a file that is not open, with pauses: whoever waits for something else goes first. */
  function* readInSteps(path: string): Generator<undefined, ResolvedRoutes> {
    const text = host.readFile(path);
    if (text === undefined || isBuilt(text)) return noRoutes;
    const file = openFile({ path, text }, links);
    yield;
    const written = file.tree.statements.flatMap((statement) => readRoutes(file, statement, VERBS));
    yield;
    const resolved = yield* resolveInSteps(written, world, frameworks);
    return { ...resolved, hung: listHung(file), global: readGlobal(file, frameworks) };
  }

  const answersRequests = (source: SourceText): boolean => !isSilentFile(placeOf(source.path)) && mayAnswer(source);
  /**
   * What the answers of a file show as far as it tells by itself, with its imports and with what others hang on responses:
   * whatever else is registered, they are counted alike.
   */
  function* readAnswersInSteps(path: string, hung: readonly HungMethod[]): Generator<undefined, AnswerTally> {
    const text = host.readFile(path);
    if (text === undefined || isBuilt(text)) return noAnswers;
    const known = files.get(path);
    const tree = known?.text === text ? known.file.tree : undefined;
    return yield* readAnswers(
      openFile(
        { path, text },
        {
          ...links,
          findRoutes: ({ registered }) => linkRoutes([{ ...noRoutes, hung }, registered]),
          awaitsOthers: () => false,
          listKnownPlaces: () => new Set(),
        },
        tree,
      ),
    );
  }

  let linked: { readonly index: WorkspaceIndex; readonly version: number; readonly routes: RouteMap } | undefined;
  /** What the whole workspace registers, linked once for all files that register nothing themselves. */
  const linkWorkspace = (index: WorkspaceIndex): RouteMap => {
    if (linked?.index !== index || linked.version !== index.version)
      linked = { index, version: index.version, routes: linkRoutes(index.list('')) };
    return linked.routes;
  };

  /** What a file itself registers; once the workspace was read, what all of it does. */
  const findRoutes = (file: FileView): RouteMap => {
    const own = file.registered;
    const index = getWorkspace();
    if (!index) return linkRoutes([own]);
    const { path } = file.source;
    return own.entries.length + own.hung.length === 0 && !index.registers(path)
      ? linkWorkspace(index)
      : linkRoutes([...index.list(path), own]);
  };

  const listKnown = (path: string): ReadonlySet<number> => listKnownPlaces(path, getWorkspace()?.list(path) ?? []);

  const listed = new Map<string, ListedFile>();
  /** The routes of a file that nobody registers. */
  const listFile = (path: string, version: number): readonly Route[] => {
    const text = host.readFile(path);
    if (text === undefined || isBuilt(text)) return [];
    const known = listed.get(path);
    if (known?.text === text && known.version === version) return known.routes;
    const folder = versions.findFolder(path);
    const place = folder === undefined || folder === '.' ? path : path.slice(folder.length + 1);
    const readBeside = (name: string): string | undefined => host.readFile(joinPath(folder ?? '.', name));
    const routes = listUnregistered(openFile({ path, text }, links), folder && place, readBeside);
    listed.set(path, { text, version, routes });
    return routes;
  };

  const listRoutes = (): readonly Route[] => {
    const index = getWorkspace();
    if (!index) return [];
    const unregistered = index.listWithRoutes().flatMap((path) => listFile(path, index.version));
    return [...listRegistered(linkWorkspace(index)), ...unregistered];
  };

  const record: Project['record'] = (run) => {
    const outer = recording;
    const texts = new Map<string, string | undefined>();
    recording = texts;
    try {
      return { result: run(), files: { generation, texts } };
    } finally {
      recording = outer;
      for (const [path, text] of texts) outer?.set(path, text);
    }
  };

  const index: Project['index'] = (folders, earlier) => {
    const reader: IndexReader = {
      read: (path) => recordSteps(readInSteps(path), record, (routes, restsOn) => ({ routes, restsOn })),
      open: (path) => getEntry(path)?.file,
      listConfiguration: () => configuration,
      mayHaveRoutes,
      mayCarryCode: (source) => mayCarryCode(source.text) && answersRequests(source),
      answersRequests,
      readAnswers: (path, hung) =>
        recordSteps(readAnswersInSteps(path, hung), record, (tally, restsOn) => ({ tally, restsOn })),
      findPackage,
    };
    inFolders = folders;
    begun = createWorkspaceIndex(folders, host, reader, earlier);
    indexes++;
    return begun;
  };

  const world: World = {
    effort: { left: undefined },
    lookUp: (from, module, name) => lookUp(from, module, name, new Set()),
    findMajorVersion: (from, packages) => {
      const range = versions.find(from, packages);
      return range === undefined ? undefined : majorOf(range);
    },
    isAtLeast: (from, name, major, minor) => {
      const oldest = oldestOf(versions.find(from, [name]) ?? '');
      return oldest !== undefined && (oldest[0] > major || (oldest[0] === major && oldest[1] >= minor));
    },
    dependsOn: (from, packages, which) => versions.find(from, packages, which) !== undefined,
  };

  const links: FileLinks = {
    world,
    summarise: summariseFunction,
    readRoutes: readOwnRoutes,
    readGlobal: (file) => readGlobal(file, frameworks),
    findRoutes,
    linkOwn: (registered) => {
      const own = linkRoutes([registered]);
      return (owner) => agreeOnRoute(own.find(owner));
    },
    awaitsOthers,
    placeOf,
    listKnownPlaces: listKnown,
    openOther: (path) => getEntry(path)?.file,
  };

  const findPackage = (path: string): string => versions.findFolder(path) ?? '';
  let habits = createHabits(findPackage);
  const findHabit = (path: string): ProjectHabit => {
    const index = getWorkspace();
    return index ? habits.find(index, path) : begun ? 'awaited' : 'alone';
  };

  const isCurrent: Project['isCurrent'] = (read) =>
    read.generation === generation && [...read.texts].every(([path, text]) => source.readFile(path) === text);
  const getKnowledge = (): string => [generation, getWorkspace()?.version, indexes].join();
  let kept: { readonly file: FileView; readonly files: ReadFiles; readonly knowledge: string } | undefined;

  return {
    open: (text) => openFile(text, links),
    openNext: (text) => {
      const earlier = kept?.file;
      if (earlier?.source.path !== text.path) return openFile(text, links);
      kept = undefined;
      return openFile(text, links, parseNext(text, earlier.tree));
    },
    openAgain: ({ source: text, tree }) => openFile(text, links, tree),
    keep: (file, files) => {
      kept = { file, files, knowledge: getKnowledge() };
    },
    reopen: (text) =>
      kept?.file.source === text && kept.knowledge === getKnowledge() && isCurrent(kept.files)
        ? kept.file
        : openFile(text, links),
    index,
    giveUpIndex: () => {
      begun = undefined;
      indexes++;
    },
    get awaitsOthers() {
      return awaitsOthers();
    },
    findHabit,
    placeOf,
    listRoutes,
    record,
    restOn: ({ texts }) => {
      for (const [path, text] of texts) recording?.set(path, text);
    },
    get knowledge() {
      return getKnowledge();
    },
    isCurrent,
    refresh: () => {
      generation++;
      resolver = createResolver(lookingOn);
      versions = createVersions((path) => readJson(lookingOn.readFile(path)));
      habits = createHabits(findPackage);
    },
  };
}
