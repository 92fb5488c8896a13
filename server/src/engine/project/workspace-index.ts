import type { ResolvedRoutes } from '../routes/model.ts';
import type { ProjectHost } from './host.ts';
import { joinPath } from './paths.ts';

/** What is remembered of a file between sessions. */
interface FileFact {
  /** Its size and time, as the host tells them. */
  readonly stamp: string;
  readonly hash: number;
  /** True if it may register handlers, so that it is worth parsing. */
  readonly registers: boolean;
}

/** Reads a whole workspace in small steps, for what its files know of each other. */
export interface WorkspaceIndex {
  /** Goes on for about `steps` small steps; true once everything was read. */
  readonly advance: (steps: number) => boolean;
  readonly complete: boolean;
  /** A file was written or deleted: it is looked at again when the index next advances. */
  readonly change: (path: string, deleted: boolean) => void;
  /** True if what is known of routes may have changed since this was last asked. */
  readonly takeNews: () => boolean;
  /** True if the file at `path` registers something, as it was last read. */
  readonly registers: (path: string) => boolean;
  /** Counts the changes of what is known. */
  readonly version: number;
  /** What the files register, once complete, without the one at `except`. */
  readonly list: (except: string) => Iterable<ResolvedRoutes>;
  /** What a next session may begin with. */
  readonly save: () => string;
}

const FORMAT = 1;
const SOURCE = /\.[cm]?[jt]sx?$/;
const NOT_READ = /\.d\.[cm]?ts$|\.min\.js$|\.(?:test|spec|stories)\.\w+$/;
const SKIPPED_FOLDERS = /^(?:node_modules|dist|build|out|coverage|vendor|public|__tests__|__mocks__|cypress|e2e|\..*)$/;
/**
 * What a file that registers handlers has: a method that registers, on something with a usual name, on what `express()` or
 * `Router()` gave, or on what another such method gave. A test for names alone: what is behind them shows when it is parsed.
 */
const REGISTERS =
  /\b(?:express|fastify|Router)\s*\(|\bnew\s+(?:Koa|Hono|Router|Elysia)\b|(?:\b\w*(?:app|router|routes?|server|api|fastify|instance|express|koa|hono)|\))\s*\.\s*(?:use|route|get|post|put|patch|delete|all|register)\s*\(/i;
const SPEAKS_OF_ROUTES = /\b(?:express|fastify|koa|hono|elysia)\b|\bRouter\b|\b(?:app|router)\b\s*[,)]/;
/** Parsing a file takes as long as looking at many. */
const STEPS_TO_READ = 20;
const STEPS_TO_HASH = 2;
/** Larger workspaces are several projects: what was read until then is used. */
const MAX_FILES = 50_000;

/**
 * Makes an index of the sources below `folders`.
 * @param read reads what one file registers; undefined for a file that cannot be read
 * @param saved what `save` of an earlier session gave; garbage is taken for nothing
 */
export function createWorkspaceIndex(
  folders: readonly string[],
  host: ProjectHost,
  read: (path: string) => ResolvedRoutes | undefined,
  saved = '',
): WorkspaceIndex {
  const before = load(saved);
  const facts = new Map<string, FileFact>();
  const resolved = new Map<string, ResolvedRoutes>();
  const waitingFolders = [...folders];
  const waitingFiles: string[] = [];
  const waitingReads: string[] = [];
  let complete = false;
  let news = true;
  let version = 0;

  const tell = (): void => {
    news = true;
    version++;
  };

  const listFolder = (folder: string): void => {
    for (const name of host.listFiles(folder))
      if (SOURCE.test(name) && !NOT_READ.test(name)) waitingFiles.push(joinPath(folder, name));
    for (const name of host.listFolders(folder))
      if (!SKIPPED_FOLDERS.test(name)) waitingFolders.push(joinPath(folder, name));
  };

  /** Looks at one file; true if its text had to be read. */
  const look = (path: string): boolean => {
    const stamp = host.findStamp(path);
    if (stamp === undefined || facts.size >= MAX_FILES) return false;
    const known = before.get(path);
    if (known?.stamp === stamp) {
      facts.set(path, known);
      if (known.registers) waitingReads.push(path);
      return false;
    }
    const text = host.readFile(path);
    if (text === undefined) return true;
    const hash = hashOf(text);
    const registers = known?.hash === hash ? known.registers : REGISTERS.test(text) && SPEAKS_OF_ROUTES.test(text);
    facts.set(path, { stamp, hash, registers });
    if (registers) waitingReads.push(path);
    else if (resolved.delete(path)) tell();
    return true;
  };

  return {
    advance: (steps) => {
      for (let left = steps; left > 0; ) {
        const folder = waitingFolders.pop();
        const file = folder === undefined ? waitingFiles.pop() : undefined;
        const toRead = folder === undefined && file === undefined ? waitingReads.pop() : undefined;
        left--;
        if (folder !== undefined) listFolder(folder);
        else if (file !== undefined) left -= look(file) ? STEPS_TO_HASH : 0;
        else if (toRead !== undefined) {
          left -= STEPS_TO_READ;
          const routes = read(toRead);
          if (routes && routes.entries.length > 0) resolved.set(toRead, routes);
          else resolved.delete(toRead);
          tell();
        } else {
          complete = true;
          return true;
        }
      }
      return false;
    },
    change: (path, deleted) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const root = folders.find((folder) => path.startsWith(`${folder}/`));
      const inside =
        root !== undefined &&
        !path
          .slice(root.length)
          .split('/')
          .some((step) => SKIPPED_FOLDERS.test(step));
      if (!inside || !SOURCE.test(name) || NOT_READ.test(name)) return;
      before.delete(path);
      facts.delete(path);
      if (!deleted) waitingFiles.push(path);
      else if (resolved.delete(path)) tell();
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
    registers: (path) => resolved.has(path),
    *list(except) {
      for (const [path, routes] of resolved) if (path !== except) yield routes;
    },
    save: () =>
      JSON.stringify({
        format: FORMAT,
        files: Object.fromEntries([...facts].map(([path, fact]) => [path, [fact.stamp, fact.hash, fact.registers]])),
      }),
  };
}

function load(saved: string): Map<string, FileFact> {
  const facts = new Map<string, FileFact>();
  try {
    const raw: unknown = JSON.parse(saved);
    if (!isRecord(raw) || raw['format'] !== FORMAT || !isRecord(raw['files'])) return facts;
    for (const [path, fact] of Object.entries(raw['files'])) {
      if (!Array.isArray(fact)) continue;
      const [stamp, hash, registers]: readonly unknown[] = fact;
      if (typeof stamp === 'string' && typeof hash === 'number' && typeof registers === 'boolean')
        facts.set(path, { stamp, hash, registers });
    }
  } catch {
    // Garbage is taken for nothing: everything is read again.
  }
  return facts;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** FNV-1a over UTF-16 code units: it only has to notice that a text changed. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
