import type { FrameworkAdapter } from '../adapter.ts';
import type { Value } from '../values/model.ts';
import {
  createErrorTakers,
  describeTakers,
  isErrorHandler,
  takeAround,
  takeParameter,
  takeWrapped,
} from './error-takers.ts';
import type { Chain, Entry, GlobalParts, Maker, RegisteredFunction, ResolvedRoutes, RouteMap } from './model.ts';
import { isPrefix, joinRoute } from './paths.ts';

/** A function is registered in a few places, and routers are nested a few levels deep. */
const MAX_CHAINS = 16;
const MAX_DEPTH = 8;

interface Place {
  readonly registrar: string;
  readonly index: number;
}

/** What is registered for all methods, and may stand before a handler. */
interface Use {
  readonly index: number;
  readonly entry: Entry;
}

/** Joins what all files register: which ways lead to a handler, and what takes the errors that it throws. */
export function linkRoutes(files: Iterable<ResolvedRoutes>): RouteMap {
  const entriesOf = new Map<string, Entry[]>();
  const made = new Map<string, Maker>();
  const hung = new Map<string, Value[]>();
  const globals: GlobalParts[] = [];
  for (const file of files) {
    for (const { name, value } of file.hung) addTo(hung, name, value);
    for (const entry of file.entries) addTo(entriesOf, entry.registrar, entry);
    globals.push(file.global);
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

  const adapterOf = (registrar: string, depth = 0): FrameworkAdapter | undefined => {
    const own = made.get(registrar)?.adapter;
    const [parent] = mounts.get(registrar) ?? [];
    return own ?? (parent && depth < MAX_DEPTH ? adapterOf(parent.registrar, depth + 1) : undefined);
  };
  const { listTakers, listEarlier } = createErrorTakers({ entriesOf, adapterOf });

  /** How many registrars of each framework are mounted on no other. */
  let standAlone: ReadonlyMap<FrameworkAdapter, number> | undefined;
  /**
   * True for what nothing else is mounted around. Where applications are mounted as routers are, several that stand
   * alone are more likely parts of one whose mounting could not be read.
   */
  const isWhole = (registrar: string, adapter: FrameworkAdapter): boolean => {
    if (!made.get(registrar)?.application) return false;
    if (!adapter.handlers.mounts) return true;
    standAlone ??= countBy([...made].flatMap(([key, maker]) => (mounts.has(key) ? [] : [maker.adapter])));
    return standAlone.get(adapter) === 1;
  };

  /** The prefix that a router gives to its own routes. */
  const prefixOf = (registrar: string): string | undefined | null => {
    const later = entriesOf.get(registrar)?.find(({ prefixes }) => prefixes);
    return later ? later.path : made.get(registrar)?.prefix;
  };

  const climb = (place: Place, own: Omit<Chain, 'whole' | 'adapter'>, seen: readonly string[]): readonly Chain[] => {
    const { registrar, index } = place;
    if (seen.includes(registrar) || seen.length > MAX_DEPTH) return [];
    const adapter = adapterOf(registrar);
    if (!adapter) return [];
    const passed = [...(pluginsOf.get(registrar) ?? []), ...(usesOf.get(registrar) ?? [])].filter(
      ({ index: at, entry }) => at < index && covers(entry.path, own.route),
    );
    const libraries = [...passed.flatMap(({ entry }) => librariesOf(entry.registered)), ...own.libraries];
    const route = joinRoute(prefixOf(registrar), own.route);
    const before = [...listEarlier(registrar, index, adapter), ...own.before];
    const takers = listTakers(registrar, index, own.route, adapter);
    const errorTakers = adapter.handlers.takesErrors?.inOrder
      ? [...takers, ...own.errorTakers]
      : [...own.errorTakers, ...takers];
    const here = { ...own, route, before, libraries, errorTakers };
    const parents = mounts.get(registrar) ?? [];
    if (parents.length === 0) return [{ ...here, whole: isWhole(registrar, adapter), adapter }];
    return parents.flatMap((parent) => {
      const mount = entriesOf.get(parent.registrar)?.[parent.index];
      const beside = mount?.registered ?? [];
      const router = beside.findIndex((one) => one.kind === 'router' && one.key === registrar);
      const all = [...librariesOf(beside.slice(0, router)), ...libraries];
      return climb(parent, { ...here, route: joinRoute(mount?.path, route), libraries: all }, [...seen, registrar]);
    });
  };

  const chains = new Map<string, readonly Chain[]>();
  const find = (owner: string): readonly Chain[] => {
    const known = chains.get(owner);
    if (known) return known;
    const found = (places.get(owner) ?? []).slice(0, MAX_CHAINS).flatMap((place): readonly Chain[] => {
      const entry = entriesOf.get(place.registrar)?.[place.index];
      const adapter = adapterOf(place.registrar);
      if (!entry || !adapter) return [];
      const registered = entry.registered.filter((one) => one.kind === 'function');
      const position = registered.findIndex((one) => one.owner === owner);
      const before = registered.slice(0, position);
      const wrappers = registered[position]?.wrappers ?? [];
      const forErrors = adapter.handlers.takesErrors?.verbs?.includes(entry.verb);
      const route = forErrors ? undefined : entry.path === undefined ? '' : (entry.path ?? undefined);
      const last = registered.at(-1)?.owner === owner;
      const around = entry.registered.slice(0, entry.registered.indexOf(registered[position] as RegisteredFunction));
      const option = adapter.handlers.takesErrors?.option;
      const own = option === undefined ? [] : (entry.takers ?? []);
      const errorTakers = [
        ...takeWrapped(wrappers, adapter),
        ...takeAround(around, adapter),
        ...own.map((one) => takeParameter(one, adapter, adapter.handlers.options?.[option ?? ''])),
      ];
      const libraries = librariesOf(around);
      const method = entry.method ?? adapter.handlers.verbs[entry.verb];
      return climb(place, { method, route, last, before, wrapped: wrappers.length > 0, errorTakers, libraries }, []);
    });
    const few = found.slice(0, MAX_CHAINS);
    chains.set(owner, few);
    return few;
  };

  let shared: Chain | 'none' | undefined;
  return {
    find,
    functions,
    global: {
      filters: globals.flatMap(({ filters }) => filters),
      prefixes: globals.flatMap(({ prefixes }) => prefixes),
      versions: globals.flatMap(({ versions }) => versions),
    },
    findHung: (name) => {
      const [only, ...others] = hung.get(name) ?? [];
      return others.length === 0 ? only : undefined;
    },
    hungNames: new Set(hung.keys()),
    registersBare: (name) => names.get(name)?.every((wrapped) => !wrapped) ?? false,
    get shared() {
      shared ??= findShared(functions, find);
      return shared === 'none' ? undefined : shared;
    },
  };
}

/** The chain of any handler, if the errors of all handlers that were followed up to an application come to the same code. */
function findShared(functions: RouteMap['functions'], find: RouteMap['find']): Chain | 'none' {
  let first: Chain | undefined;
  for (const [owner, fn] of functions) {
    for (const chain of find(owner)) {
      // An error handler has those behind it, which are fewer.
      if (!chain.whole || isErrorHandler(fn, chain.adapter)) continue;
      first ??= chain;
      if (describeTakers(first) !== describeTakers(chain)) return 'none';
    }
  }
  return first ?? 'none';
}

function librariesOf(registered: Entry['registered']): readonly Value[] {
  return registered.flatMap((one) => (one.kind === 'library' ? [one.value] : []));
}

/** True if requests for a route surely pass what is used under a path, or under a pattern such as `/api/*`. */
function covers(path: Entry['path'], route: string | undefined): boolean {
  return isPrefix(path?.replace(/\/?\*\w*$/, '') ?? path, route);
}

function addTo<T>(map: Map<string, T[]>, key: string, one: T): void {
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}

function countBy<T>(list: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
