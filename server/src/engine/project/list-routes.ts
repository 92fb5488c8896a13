import type { Span } from '../model.ts';
import { frameworks } from '../registry.generated.ts';
import { claimHandlers } from '../responses/claim-handlers.ts';
import type { HandlerFunction } from '../responses/handler-function.ts';
import type { RouteMap } from '../routes/model.ts';
import type { FileView } from '../syntax/file-view.ts';

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
  return claimHandlers(file, frameworks).flatMap((of) => {
    const { method, span } = of.handler;
    const route = of.by === 'decorator' ? method && of.handler.route : place && findFileRoute(of, place, read);
    return route === undefined ? [] : [{ method, route, path, span }];
  });
}

function findFileRoute({ exportedFrom }: HandlerFunction, place: string, read: ReadBeside): string | undefined {
  return exportedFrom?.route?.(place, read);
}
