import type { FrameworkAdapter } from '../adapter.ts';
import { unknownValue } from '../values/model.ts';
import type { Chain, Entry, ErrorTaker, Registered, RegisteredFunction, Wrapper } from './model.ts';
import { isPrefix, withoutPrefix } from './paths.ts';

const MAX_DEPTH = 8;

/** What packages that answer errors are called. Such a name proves nothing: it only keeps from saying that nobody answers. */
const MAY_TAKE_ERRORS = /err(?:or|$|-)|exception|boom|fault/i;

/** What all files register, by what tells applications and routers apart. */
export interface Registrations {
  readonly entriesOf: ReadonlyMap<string, readonly Entry[]>;
  /** The framework of a registrar; a parameter that stands for one has that of what is given for it. */
  readonly adapterOf: (registrar: string) => FrameworkAdapter | undefined;
}

/** An entry with its place among those of its registrar. */
interface Placed {
  readonly entry: Entry;
  readonly index: number;
}

/** What takes the errors of what is registered, one level after the other. */
export interface ErrorTakers {
  /** What takes the errors of an entry of a registrar, besides what is registered around it, the first one first. */
  readonly listTakers: (
    registrar: string,
    index: number,
    route: string | undefined,
    adapter: FrameworkAdapter,
  ) => readonly ErrorTaker[];
  /** The functions of a registrar that run before one of its entries. */
  readonly listEarlier: (registrar: string, index: number, adapter: FrameworkAdapter) => readonly RegisteredFunction[];
}

/** Finds what takes errors in each of the ways that frameworks have for it. */
export function createErrorTakers({ entriesOf, adapterOf }: Registrations): ErrorTakers {
  /** The entries of a registrar, with those of plug-ins that register as if they stood there. */
  const listEntries = (registrar: string, depth = 0): readonly Entry[] =>
    depth > MAX_DEPTH
      ? []
      : (entriesOf.get(registrar) ?? []).flatMap((entry) => [
          entry,
          ...entry.registered.flatMap((one) =>
            one.kind === 'router' && one.open ? listEntries(one.key, depth + 1) : [],
          ),
        ]);

  const earlierEntries = (registrar: string, index: number): readonly Entry[] =>
    (entriesOf.get(registrar) ?? [])
      .slice(0, index)
      .filter(({ verb }) => verb === 'use')
      .flatMap((entry) => [
        entry,
        ...entry.registered
          .flatMap((one) => (one.kind === 'router' && one.open ? listEntries(one.key) : []))
          .filter(({ verb }) => verb === 'use'),
      ]);

  const withHandlers = new Map<string, readonly Placed[]>();
  /** The entries of a registrar under which error handlers stand: few of those that may be gone through for each route. */
  const listWithHandlers = (registrar: string, adapter: FrameworkAdapter): readonly Placed[] => {
    const known = withHandlers.get(registrar);
    if (known) return known;
    // A router that is mounted on itself leads to nothing new.
    withHandlers.set(registrar, []);
    const holds = (one: Registered): boolean => {
      if (one.kind !== 'router') return one.kind === 'function' && isErrorHandler(one, adapter);
      const own = adapterOf(one.key);
      return own !== undefined && listWithHandlers(one.key, own).length > 0;
    };
    const found = (entriesOf.get(registrar) ?? []).flatMap((entry, index): readonly Placed[] =>
      entry.verb === 'use' && entry.registered.some(holds) ? [{ entry, index }] : [],
    );
    withHandlers.set(registrar, found);
    return found;
  };

  /** Error handlers that are told by their parameters, at and after an entry that a request for `route` comes to. */
  const listHandlersFrom = (
    registrar: string,
    from: number,
    route: string | undefined,
    depth = 0,
  ): readonly ErrorTaker[] => {
    const adapter = adapterOf(registrar);
    if (!adapter || depth > MAX_DEPTH) return [];
    return listWithHandlers(registrar, adapter).flatMap(({ entry: { path, registered }, index }) => {
      if (index < from || !isPrefix(path, route)) return [];
      return registered.flatMap((one): readonly ErrorTaker[] => {
        if (one.kind === 'router') return listHandlersFrom(one.key, 0, withoutPrefix(path, route), depth + 1);
        return one.kind === 'function' && isErrorHandler(one, adapter) ? [takeParameter(one, adapter, undefined)] : [];
      });
    });
  };

  /** The error handlers that were registered before an entry; of a plug-in before it, it cannot be told whom it serves. */
  const listInOrder = (registrar: string, index: number, adapter: FrameworkAdapter): readonly ErrorTaker[] => {
    const { verbs = [] } = adapter.handlers.takesErrors ?? {};
    const takes = ({ verb }: Entry): boolean => verbs.includes(verb);
    return (entriesOf.get(registrar) ?? []).slice(0, index).flatMap((entry) =>
      entry.registered.flatMap((one): readonly ErrorTaker[] => {
        if (one.kind === 'function')
          return takes(entry) ? [takeParameter(one, adapter, adapter.handlers.parametersOf?.[entry.verb])] : [];
        const name =
          one.kind === 'router' && listEntries(one.key).some(({ leaks }) => leaks) ? one.key : findPackage(one);
        const mayTake = name !== undefined && (one.kind === 'router' || MAY_TAKE_ERRORS.test(name));
        return mayTake ? [takeUnread(name, adapter)] : [];
      }),
    );
  };

  const listTakers: ErrorTakers['listTakers'] = (registrar, index, route, adapter) => {
    const { takesErrors } = adapter.handlers;
    if (!takesErrors) return listHandlersFrom(registrar, index + 1, route);
    if (takesErrors.inOrder) return listInOrder(registrar, index, adapter);
    const around = earlierEntries(registrar, index)
      .filter(({ path }) => isPrefix(path, route))
      .flatMap(({ registered }) => registered);
    const { verbs, event } = takesErrors;
    // Of several the last one has taken the place of the others.
    const last = listEntries(registrar).findLast(
      ({ verb, path }) => verbs?.includes(verb) && (event === undefined || path === event),
    );
    const own = (last?.registered ?? []).filter((one) => one.kind === 'function');
    const letters = takesErrors.letters ?? (last && adapter.handlers.parametersOf?.[last.verb]);
    return [...takeAround(around, adapter), ...own.map((one) => takeParameter(one, adapter, letters))];
  };

  /** The same for all routes of a router, which is mounted in one place. */
  const functionsBefore = new Map<string, readonly RegisteredFunction[]>();
  const listEarlier: ErrorTakers['listEarlier'] = (registrar, index, adapter) => {
    const key = `${index} ${registrar}`;
    const known = functionsBefore.get(key);
    if (known) return known;
    const found = earlierEntries(registrar, index)
      .flatMap(({ registered }) => registered)
      .filter((one) => one.kind === 'function')
      .filter((one) => !isErrorHandler(one, adapter));
    functionsBefore.set(key, found);
    return found;
  };

  return { listTakers, listEarlier };
}

/** An error handler that is given the error as a parameter, or in one. */
export function takeParameter(
  { owner, value }: RegisteredFunction,
  { id: framework }: FrameworkAdapter,
  letters: string | undefined,
): ErrorTaker {
  return { owner, value, way: { kind: 'parameter', framework, letters } };
}

/** Something that may take any error, and could not be read. */
function takeUnread(owner: string, { id: framework }: FrameworkAdapter): ErrorTaker {
  return {
    owner,
    value: unknownValue('call that was not read'),
    way: { kind: 'parameter', framework, letters: undefined },
  };
}

/** What runs before a handler and waits for it, where middleware stands around what comes after; the inner one first. */
export function takeAround(
  before: readonly Registered[],
  { id: framework, handlers }: FrameworkAdapter,
): readonly ErrorTaker[] {
  if (!handlers.takesErrors?.around) return [];
  const way = { kind: 'next', framework } as const;
  return before.toReversed().flatMap((one): readonly ErrorTaker[] => {
    const name = findPackage(one);
    if (name !== undefined && MAY_TAKE_ERRORS.test(name))
      return [{ owner: name, value: unknownValue('call that was not read'), way }];
    return one.kind === 'function' ? [{ owner: one.owner, value: one.value, way }] : [];
  });
}

/** The package that made what is registered. */
function findPackage(one: Registered): string | undefined {
  if (one.kind === 'package') return one.name;
  if (one.kind !== 'function') return undefined;
  const [outer] = one.wrappers.map(({ callee }) => callee).filter(({ kind }) => kind === 'import');
  return outer?.kind === 'import' ? `${outer.module}#${outer.name}` : undefined;
}

/** The functions that a handler was given to, which may catch what it throws. */
export function takeWrapped(wrappers: readonly Wrapper[], { id: framework }: FrameworkAdapter): readonly ErrorTaker[] {
  return wrappers.map(({ callee, args, index }) => ({
    owner: '',
    value: callee,
    way: { kind: 'argument', framework, index, args },
  }));
}

/** Tells chains apart whose errors come to different code. */
export function describeTakers({ errorTakers }: Chain): string {
  return errorTakers
    .filter(({ value, way }) => way.kind !== 'argument' && (value.kind !== 'function' || takes({ value, way })))
    .map(({ owner }) => owner)
    .join();
}

/** False for middleware that lets all errors pass. */
function takes({ value, way }: Pick<ErrorTaker, 'value' | 'way'>): boolean {
  return value.kind !== 'function' || way.kind !== 'next' || value.summary.catchesNext();
}

/** Frameworks tell error handlers by the count of their parameters. */
export function isErrorHandler({ parameters }: RegisteredFunction, adapter: FrameworkAdapter): boolean {
  return adapter.handlers.parameters[parameters]?.startsWith('e') ?? false;
}
