import type { FrameworkAdapter } from '../adapter.ts';
import type { Value } from '../values/model.ts';
import type { Chain, Entry, Maker, RegisteredFunction, ResolvedRoutes, RouteMap } from './model.ts';

interface Place {
  readonly registrar: string;
  readonly index: number;
}

/** What is registered for all methods, and may stand before or behind a handler. */
interface Use {
  readonly index: number;
  readonly entry: Entry;
}

/** A function is registered in a few places, and routers are nested a few levels deep. */
const MAX_CHAINS = 16;
const MAX_DEPTH = 8;

/** Joins what all files register: which ways lead to a handler, and which error handlers come after it. */
export function linkRoutes(files: Iterable<ResolvedRoutes>): RouteMap {
  const entriesOf = new Map<string, Entry[]>();
  const made = new Map<string, Maker>();
  for (const file of files) {
    for (const entry of file.entries) addTo(entriesOf, entry.registrar, entry);
    for (const [key, maker] of file.made) made.set(key, maker);
  }
  const usesOf = new Map<string, Use[]>();
  /** Plug-ins of libraries, which stand around the routes of their server. */
  const pluginsOf = new Map<string, Use[]>();
  for (const [registrar, entries] of entriesOf)
    entries.forEach((entry, index) => {
      if (entry.verb === 'use') addTo(usesOf, registrar, { index, entry });
      else if (entry.verb === 'register') addTo(pluginsOf, registrar, { index, entry });
    });
  const places = new Map<string, Place[]>();
  const functions = new Map<string, RegisteredFunction>();
  const mounts = new Map<string, Place[]>();
  /** Methods of objects that could not be read, each with whether it was given to another function. */
  const names = new Map<string, boolean[]>();
  for (const [registrar, entries] of entriesOf)
    entries.forEach(({ registered }, index) => {
      for (const one of registered)
        if (one.kind === 'function') {
          addTo(places, one.owner, { registrar, index });
          functions.set(one.owner, one);
        } else if (one.kind === 'router') addTo(mounts, one.key, { registrar, index });
        else if (one.kind === 'name') addTo(names, one.name, one.wrapped);
    });

  /** The framework of a registrar; a parameter that stands for one has that of what is given for it. */
  const adapterOf = (registrar: string, depth = 0): FrameworkAdapter | undefined => {
    const own = made.get(registrar)?.adapter;
    const [parent] = mounts.get(registrar) ?? [];
    return own ?? (parent && depth < MAX_DEPTH ? adapterOf(parent.registrar, depth + 1) : undefined);
  };

  /** The error handlers at and after an entry of a registrar that a request for `route` comes to, as deep as they stand. */
  const errorHandlersFrom = (
    registrar: string,
    from: number,
    route: string | undefined,
    depth = 0,
  ): readonly RegisteredFunction[] => {
    const adapter = adapterOf(registrar);
    if (!adapter || depth > MAX_DEPTH) return [];
    return (usesOf.get(registrar) ?? []).flatMap(({ index, entry: { path, registered } }) => {
      if (index < from || !isPrefix(path, route)) return [];
      return registered.flatMap((one): readonly RegisteredFunction[] => {
        if (one.kind === 'router') return errorHandlersFrom(one.key, 0, withoutPrefix(path, route), depth + 1);
        return one.kind === 'function' && isErrorHandler(one, adapter) ? [one] : [];
      });
    });
  };

  const climb = (
    place: Place,
    own: Pick<Chain, 'method' | 'route' | 'last' | 'before' | 'wrapped' | 'libraries'>,
    seen: readonly string[],
  ): readonly Chain[] => {
    const { registrar, index } = place;
    if (seen.includes(registrar) || seen.length > MAX_DEPTH) return [];
    const adapter = adapterOf(registrar);
    if (!adapter) return [];
    const uses = usesOf.get(registrar) ?? [];
    const earlier = uses.flatMap((use) => (use.index < index ? middlewareOf(use.entry, adapter) : []));
    const before = [...earlier, ...own.before];
    const passed = [...(pluginsOf.get(registrar) ?? []), ...uses].filter(
      ({ index: at, entry }) => at < index && covers(entry.path, own.route),
    );
    const libraries = [...passed.flatMap(({ entry }) => librariesOf(entry.registered)), ...own.libraries];
    const errorHandlers = errorHandlersFrom(registrar, index + 1, own.route);
    const parents = mounts.get(registrar) ?? [];
    if (parents.length === 0) {
      const whole = made.get(registrar)?.application ?? false;
      return [{ ...own, before, libraries, errorHandlers, whole, adapter }];
    }
    return parents.flatMap((parent) => {
      const mount = entriesOf.get(parent.registrar)?.[parent.index];
      const prefix = mount?.path;
      const beside = mount?.registered ?? [];
      const router = beside.findIndex((one) => one.kind === 'router' && one.key === registrar);
      const route = joinRoute(prefix, own.route);
      const passed = [...librariesOf(beside.slice(0, router)), ...libraries];
      return climb(parent, { ...own, route, before, libraries: passed }, [...seen, registrar]).map((chain) => ({
        ...chain,
        errorHandlers: [...errorHandlers, ...chain.errorHandlers],
      }));
    });
  };

  const chains = new Map<string, readonly Chain[]>();
  const find = (owner: string): readonly Chain[] => {
    const known = chains.get(owner);
    if (known) return known;
    const found = (places.get(owner) ?? []).slice(0, MAX_CHAINS).flatMap((place): readonly Chain[] => {
      const entry = entriesOf.get(place.registrar)?.[place.index];
      if (!entry) return [];
      const verbs = adapterOf(place.registrar)?.handlers.verbs ?? {};
      const functions = entry.registered.filter((one) => one.kind === 'function');
      const position = functions.findIndex((one) => one.owner === owner);
      const before = functions.slice(0, position);
      const wrapped = functions[position]?.wrapped ?? false;
      const route = entry.path === undefined ? '' : (entry.path ?? undefined);
      const last = functions.at(-1)?.owner === owner;
      const own = entry.registered.findIndex((one) => one.kind === 'function' && one.owner === owner);
      const libraries = librariesOf(entry.registered.slice(0, own));
      return climb(place, { method: verbs[entry.verb], route, last, before, wrapped, libraries }, []);
    });
    const few = found.slice(0, MAX_CHAINS);
    chains.set(owner, few);
    return few;
  };

  let shared: Chain | 'none' | undefined;
  return {
    find,
    functions,
    registersBare: (name) => names.get(name)?.every((wrapped) => !wrapped) ?? false,
    get shared() {
      shared ??= findShared(places.keys(), find);
      return shared === 'none' ? undefined : shared;
    },
  };
}

/** The chain of any handler, if all handlers that were followed up to an application have the same error handlers. */
function findShared(owners: Iterable<string>, find: RouteMap['find']): Chain | 'none' {
  let first: Chain | undefined;
  for (const owner of owners) {
    for (const chain of find(owner)) {
      if (!chain.whole) continue;
      first ??= chain;
      if (describe(first) !== describe(chain)) return 'none';
    }
  }
  return first ?? 'none';
}

function describe({ errorHandlers }: Chain): string {
  return errorHandlers.map(({ owner }) => owner).join();
}

function middlewareOf({ registered }: Entry, adapter: FrameworkAdapter): readonly RegisteredFunction[] {
  return registered.filter((one) => one.kind === 'function').filter((one) => !isErrorHandler(one, adapter));
}

function librariesOf(registered: Entry['registered']): readonly Value[] {
  return registered.flatMap((one) => (one.kind === 'library' ? [one.value] : []));
}

/** True if requests for a route surely pass what is used under a path, or under a pattern such as `/api/*`. */
function covers(path: Entry['path'], route: string | undefined): boolean {
  return isPrefix(path?.replace(/\/?\*\w*$/, '') ?? path, route);
}

/** Frameworks tell error handlers by the count of their parameters. */
function isErrorHandler({ parameters }: RegisteredFunction, adapter: FrameworkAdapter): boolean {
  return adapter.handlers.parameters[parameters]?.startsWith('e') ?? false;
}

/** True if requests for a route surely pass what is registered under a path. */
function isPrefix(path: Entry['path'], route: string | undefined): boolean {
  const prefix = path?.replace(/\/+$/, '');
  if (path === undefined || prefix === '') return true;
  return route !== undefined && (route === prefix || route.startsWith(`${prefix}/`));
}

function withoutPrefix(path: Entry['path'], route: string | undefined): string | undefined {
  return route?.slice((path ?? '').replace(/\/+$/, '').length);
}

/** A route below a prefix; undefined if either could not be read. */
function joinRoute(prefix: Entry['path'], route: string | undefined): string | undefined {
  if (prefix === null || route === undefined) return undefined;
  const [start, end] = [(prefix ?? '').replace(/\/+$/, ''), route.replace(/^\/+/, '')];
  return end === '' ? start : `${start}/${end}`;
}

function addTo<T>(map: Map<string, T[]>, key: string, one: T): void {
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}
