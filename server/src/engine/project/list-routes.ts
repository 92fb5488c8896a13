import type { FrameworkAdapter } from '../adapter.ts';
import type { Span } from '../model.ts';
import { frameworks } from '../registry.generated.ts';
import { findDecoratedHandlers } from '../responses/decorated-handler.ts';
import { findExportedHandlers } from '../responses/find-made-handlers.ts';
import type { RouteMap } from '../routes/model.ts';
import type { FileView } from '../syntax/file-view.ts';
import type { Statement } from '../syntax/parser.ts';

/** A handler of the workspace, by the request that it answers. */
export interface Route {
  /** Undefined for one that answers several methods. */
  readonly method: string | undefined;
  /** With the prefixes under which it is mounted. */
  readonly route: string;
  readonly path: string;
  /** Its function. */
  readonly span: Span;
}

/** Reads a file of the package in which another stands, by its path there. */
export type ReadBeside = (path: string) => string | undefined;

/** The routes that files register. */
export function listRegistered(routes: RouteMap): readonly Route[] {
  return [...routes.functions].flatMap(([owner, { value }]) => {
    if (value.kind !== 'function') return [];
    const { path, span } = value;
    return routes
      .find(owner)
      .flatMap(({ method, route, last }) => (method && route && last ? [{ method, route, path, span }] : []));
  });
}

/**
 * The routes that handlers of a file have without being registered: by decorators of their classes, and by where it stands.
 * @param place the path of the file in its package, if it stands in one
 */
export function listUnregistered(file: FileView, place: string | undefined, read: ReadBeside): readonly Route[] {
  const { path } = file.source;
  const found: Route[] = [];
  for (const adapter of frameworks) {
    for (const { handler } of findDecoratedHandlers(file, adapter)) {
      const { method, route, span } = handler;
      if (method !== undefined && route !== undefined) found.push({ method, route, path, span });
    }
    if (place !== undefined) found.push(...listExported(file, adapter, place, read));
  }
  return found;
}

/** The routes of a file whose path tells them: each leads to the function that answers, or else to its export. */
function listExported(file: FileView, adapter: FrameworkAdapter, place: string, read: ReadBeside): readonly Route[] {
  const routeFile = adapter.handlers.routeFiles?.find((one) => one.path.test(place));
  const route = routeFile?.route?.(place, read);
  if (!routeFile || route === undefined) return [];
  const { path } = file.source;
  const found: Route[] = [];
  findExportedHandlers(file, adapter, (fn, { method }) => found.push({ method, route, path, span: file.span(fn) }));
  for (const [name, method] of Object.entries(routeFile.exports)) {
    const statement = found.some((one) => one.method === method) ? undefined : findExport(name, file);
    if (statement) found.push({ method, route, path, span: file.span(statement) });
  }
  return found;
}

/** The statement that exports a name, with what it is made of or where it comes from. */
function findExport(name: string, file: FileView): Statement | undefined {
  const word = new RegExp(`\\b${name.replace(/\..*/, '')}\\b`);
  return file.statements.find((statement) => {
    const [head = ''] = file.text(statement).split(/[=(]/);
    return /^export\b(?!\s+(?:type|interface|declare)\b)/.test(head) && word.test(head);
  });
}
