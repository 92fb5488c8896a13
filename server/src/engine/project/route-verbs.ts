import type { FrameworkAdapter } from '../adapter.ts';

/** Names of the methods by which routes come to stand where they do, in any framework. */
export interface RouteVerbs {
  readonly all: ReadonlySet<string>;
  /** Those that may be given no path. */
  readonly alone: ReadonlySet<string>;
  /** Those that may be given nothing but a path. */
  readonly prefixing: ReadonlySet<string>;
}

/** Gathers the methods that the adapters declare. */
export function listRouteVerbs(adapters: readonly FrameworkAdapter[]): RouteVerbs {
  const declared = adapters.map(({ handlers }) => handlers);
  const registering = declared.flatMap(({ verbs }) => Object.keys(verbs));
  const prefixing = new Set(declared.flatMap(({ prefixes }) => prefixes?.verbs ?? []));
  const special = declared.flatMap(({ takesErrors, plugIns = {}, routeObjects = {} }) => [
    ...(takesErrors?.verbs ?? []),
    ...Object.keys(plugIns),
    ...Object.keys(routeObjects),
  ]);
  const mounting = declared.flatMap(({ mounts = [] }) => mounts);
  return {
    all: new Set([...registering, ...prefixing, ...special, ...mounting]),
    alone: new Set(['use', 'all', 'register', ...special]),
    prefixing,
  };
}
