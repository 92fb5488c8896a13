import type { FrameworkAdapter, HandlerDeclaration } from '../adapter.ts';
import { findLibraryMade } from '../libraries/made-by-library.ts';
import { fillIn, toKnown, workOut } from '../values/evaluate.ts';
import { missing, type Value, type World, withoutFields } from '../values/model.ts';
import type {
  Entry,
  FileRoutes,
  Maker,
  MountedRouter,
  Registered,
  RegisteredFunction,
  ResolvedRoutes,
  Wrapper,
  WrittenCall,
  WrittenEntry,
} from './model.ts';

/** Longer lists of routes are data that nobody reads as a program. */
const MAX_ELEMENTS = 200;
const MAX_DEPTH = 5;

/** Follows the names in what a file registers, through the files that it imports. */
export function resolveRoutes(
  written: FileRoutes,
  world: World,
  adapters: readonly FrameworkAdapter[],
): ResolvedEntries {
  const steps = resolveInSteps(written, world, adapters);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same with a pause behind each name: the first one that leads to a file has that file parsed. */
export function* resolveInSteps(
  written: FileRoutes,
  world: World,
  adapters: readonly FrameworkAdapter[],
): Generator<undefined, ResolvedEntries> {
  const made = new Map<string, Maker>();
  const find: FindKey = (value) => {
    const found = findRegistrar(value, world, adapters);
    if (found) made.set(found.key, found.maker);
    return found?.key;
  };
  const declared = adapters.map(({ handlers }) => handlers);
  const entries: Entry[] = [];
  for (const one of written) {
    if (one.kind === 'call') entries.push(...passOn(one, find, world));
    else for (const entry of repeat(one, world)) entries.push(...(yield* resolve(entry, find, world, declared)));
    yield;
  }
  return { entries, made };
}

/** What one file registers, apart from what it says for others. */
type ResolvedEntries = Pick<ResolvedRoutes, 'entries' | 'made'>;

/** The key of the application or router that a value is. */
type FindKey = (value: Value) => string | undefined;

function* resolve(
  { registrar, verb, path, handlers }: WrittenEntry,
  find: FindKey,
  world: World,
  declared: readonly HandlerDeclaration[],
): Generator<undefined, readonly Entry[]> {
  const key = find(registrar) ?? keyOfParameter(workOut(registrar, world));
  if (key === undefined) return [];
  const [first, ...others] = handlers;
  if (!first) return [{ registrar: key, verb, path: readPath(path, world), prefixes: true, registered: [] }];
  if (path === undefined) {
    const plugIn = resolvePlugIn(key, verb, first, others[0], world, declared);
    if (plugIn) return [plugIn];
    const list = workOut(first, world);
    const objects = list.kind === 'array' ? list.elements.slice(0, MAX_ELEMENTS) : [first];
    const routes = objects.flatMap((one) => resolveObject(key, verb, one, find, world, declared) ?? []);
    if (routes.length > 0) return routes;
  }
  // A name in the first place may turn out to stand for a path.
  const named = path === undefined && first ? readPath(first, world) : undefined;
  const registered: Registered[] = [];
  for (const handler of typeof named === 'string' ? others : handlers) {
    registered.push(...listRegistered(handler, find, world));
    yield;
  }
  const leaks = declared.some(({ takesErrors }) => takesErrors?.inOrder && takesErrors.verbs?.includes(verb));
  return [
    {
      registrar: key,
      verb,
      path: typeof named === 'string' ? named : readPath(path, world),
      registered,
      ...(leaks && workOut(first, world).kind === 'object' ? { leaks } : {}),
      ...withTakers(handlers, find, world, declared),
    },
  ];
}

/** The error handlers among the options of a route. */
function withTakers(
  given: readonly Value[],
  find: FindKey,
  world: World,
  declared: readonly HandlerDeclaration[],
): Pick<Entry, 'takers'> {
  const names = declared.flatMap(({ takesErrors }) => takesErrors?.option ?? []);
  const takers = given.flatMap((one) => {
    const options = workOut(one, world);
    if (options.kind !== 'object') return [];
    return names.flatMap((name) => {
      const taker = options.properties.get(name);
      return taker ? listRegistered(taker, find, world).filter(({ kind }) => kind === 'function') : [];
    });
  });
  return takers.length > 0 ? { takers: takers as readonly RegisteredFunction[] } : {};
}

/** A function that registers on the parameter that it is given, in the place of what it is registered on. */
function resolvePlugIn(
  registrar: string,
  verb: string,
  given: Value,
  options: Value | undefined,
  world: World,
  declared: readonly HandlerDeclaration[],
): Entry | undefined {
  for (const { plugIns } of declared) {
    const plugIn = plugIns && Object.hasOwn(plugIns, verb) ? plugIns[verb] : undefined;
    if (!plugIn) continue;
    const plain = workOut(given, world);
    const opener = plain.kind === 'call' ? workOut(plain.callee, world) : plain;
    const open = opener.kind === 'import' && plugIn.open.includes(`${opener.module}#${opener.name}`);
    const whole = open && plain.kind === 'call' ? workOut(plain.args[0] ?? missing, world) : plain;
    const { within } = plugIn;
    const inner = within === undefined ? whole : workOut({ kind: 'member', object: whole, name: within }, world);
    if (inner.kind !== 'function') continue;
    const prefix = plugIn.prefix
      .split('.')
      .reduce<Value>((object, name) => workOut({ kind: 'member', object, name }, world), options ?? missing);
    const path = prefix.kind === 'missing' ? undefined : readPath(prefix, world);
    const registered: Registered = { kind: 'router', key: `${inner.owner}#0`, open: open || within !== undefined };
    return { registrar, verb, path, registered: [registered] };
  }
  return undefined;
}

/** A route that is written as one object. */
function resolveObject(
  registrar: string,
  verb: string,
  given: Value,
  find: FindKey,
  world: World,
  declared: readonly HandlerDeclaration[],
): Entry | undefined {
  const route = workOut(given, world);
  if (route.kind !== 'object') return undefined;
  for (const { routeObjects } of declared) {
    const shape = routeObjects && Object.hasOwn(routeObjects, verb) ? routeObjects[verb] : undefined;
    const handler = shape && route.properties.get(shape.handler);
    if (!shape || !handler) continue;
    const path = shape.path.map((name) => route.properties.get(name)).find((value) => value !== undefined);
    const method = toKnown(route.properties.get(shape.method) ?? missing, world);
    return {
      registrar,
      verb,
      path: readPath(path, world),
      method: method.kind === 'one' && typeof method.value === 'string' ? method.value.toUpperCase() : undefined,
      registered: listRegistered(handler, find, world),
      ...withTakers([route], find, world, declared),
    };
  }
  return undefined;
}

/** An application that is given to a function of the project: whatever that registers on its parameter stands here. */
function passOn({ callee, args }: WrittenCall, find: FindKey, world: World): readonly Entry[] {
  return args.flatMap((argument, index): readonly Entry[] => {
    const registrar = find(argument);
    const owner = registrar === undefined ? undefined : ownerOfCallee(callee, world);
    if (registrar === undefined || owner === undefined) return [];
    const registered: readonly MountedRouter[] = [{ kind: 'router', key: `${owner}#${index}`, open: true }];
    return [{ registrar, verb: 'use', path: undefined, registered }];
  });
}

function ownerOfCallee(callee: Value, world: World): string | undefined {
  const plain = workOut(callee, world);
  if (plain.kind === 'function') return plain.owner;
  return plain.kind === 'class' ? plain.summary.owner : undefined;
}

function keyOfParameter(value: Value): string | undefined {
  return value.kind === 'parameter' ? [`${value.owner}#${value.index}`, ...value.path].join('.') : undefined;
}

/** One entry for each element of the lists around it. */
function repeat(entry: WrittenEntry, world: World): readonly WrittenEntry[] {
  return entry.repeated.reduce<readonly WrittenEntry[]>(
    (all, { owner, list }) => {
      const plain = workOut(list, world);
      if (plain.kind !== 'array') return all;
      const elements = plain.elements.slice(0, MAX_ELEMENTS);
      return all.flatMap((one) => elements.map((element) => fillInEntry(one, owner, element)));
    },
    [entry],
  );
}

function fillInEntry(entry: WrittenEntry, owner: string, element: Value): WrittenEntry {
  const fill = (value: Value): Value => fillIn(value, owner, [element]);
  return {
    ...entry,
    registrar: fill(entry.registrar),
    path: entry.path && fill(entry.path),
    handlers: entry.handlers.map(fill),
  };
}

function readPath(path: Value | undefined, world: World): Entry['path'] {
  if (!path) return undefined;
  const known = toKnown(path, world);
  return known.kind === 'one' && typeof known.value === 'string' ? known.value : null;
}

/** What one object is on which routes are registered. */
interface Registrar {
  readonly key: string;
  readonly maker: Maker;
}

/** The application or router that a value is, if a framework's function or class made it. */
function findRegistrar(
  value: Value,
  world: World,
  adapters: readonly FrameworkAdapter[],
  depth = 0,
): Registrar | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const inner = (part: Value): Registrar | undefined => findRegistrar(part, world, adapters, depth + 1);
  if (value.kind === 'import') {
    const found = world.lookUp(value.from, value.module, value.name);
    if (found) return inner(found);
  }
  // `router.routes()` of Koa stands for the router, and so does what its registering methods give back.
  if (value.kind === 'call' && value.callee.kind === 'member') {
    const { object, name } = value.callee;
    // However long the chain is, it comes to its end.
    const found = findRegistrar(object, world, adapters, depth);
    const { verbs, mounts, takesErrors, prefixes, chained } = found?.maker.adapter.handlers ?? {};
    if (found && prefixes?.verbs?.includes(name))
      return { ...found, maker: { ...found.maker, prefix: readPath(value.args[0], world) } };
    const leadsOn =
      /^(?:routes|middleware)$/.test(name) ||
      mounts?.includes(name) ||
      chained?.includes(name) ||
      takesErrors?.verbs?.includes(name);
    if (found && (leadsOn || (verbs && Object.hasOwn(verbs, name)))) return found;
  }
  const plain = withoutFields(workOut(value, world));
  if ((plain.kind !== 'call' && plain.kind !== 'new') || plain.at === undefined) return undefined;
  const callee = workOut(plain.callee, world);
  if (callee.kind !== 'import') return undefined;
  const name = `${callee.module}#${callee.name}`;
  const adapter = adapters.find(({ handlers }) => handlers.makers.includes(name));
  if (!adapter) return undefined;
  const { option } = adapter.handlers.prefixes ?? {};
  const given =
    option === undefined ? missing : workOut({ kind: 'member', object: plain.args[0] ?? missing, name: option }, world);
  const prefix = given.kind === 'missing' ? undefined : readPath(given, world);
  return { key: plain.at, maker: { adapter, application: !/router/i.test(name), prefix } };
}

/** The functions that a library was given to call, as the callback of `passport.authenticate` is. */
function listGiven(value: Value, find: FindKey, world: World, depth: number): readonly Registered[] {
  if (value.kind !== 'call') return [];
  const { callee, args } = value;
  return args
    .flatMap((argument, index) => listRegistered(argument, find, world, [{ callee, args, index }], depth + 1))
    .filter(({ kind }) => kind === 'function');
}

/** The functions and routers in what is registered: alone, in lists, in conditionals, and given to wrappers. */
function listRegistered(
  value: Value,
  find: FindKey,
  world: World,
  wrappers: readonly Wrapper[] = [],
  depth = 0,
): readonly Registered[] {
  if (depth > MAX_DEPTH) return [];
  const wrapped = wrappers.length > 0;
  if (!wrapped && findLibraryMade(value, world))
    return [{ kind: 'library', value }, ...listGiven(value, find, world, depth)];
  const inner = (part: Value, around = wrappers): readonly Registered[] =>
    listRegistered(part, find, world, around, depth + 1);
  if (!wrapped && (value.kind === 'call' || value.kind === 'import')) {
    const key = find(value);
    if (key !== undefined) return [{ kind: 'router', key }];
  }
  // `controller.show.bind(controller)` is the method.
  if (value.kind === 'call' && value.callee.kind === 'member' && value.callee.name === 'bind')
    return inner(value.callee.object);
  if (value.kind === 'call') {
    const { callee, args } = value;
    const given = args
      .flatMap((argument, index) => inner(argument, [{ callee, args, index }, ...wrappers]))
      .filter(({ kind }) => kind === 'function' || kind === 'name');
    if (given.length > 0) return given;
  }
  // `wrapController(users).show` is `users.show`, wrapped.
  if (value.kind === 'member' && value.object.kind === 'call' && value.object.args.length === 1) {
    const [object] = value.object.args;
    const { callee, args } = value.object;
    const around: readonly Wrapper[] = [{ callee, args, index: 0 }, ...wrappers];
    const inside = object ? inner({ kind: 'member', object, name: value.name }, around) : [];
    if (inside.some(({ kind }) => kind === 'function')) return inside;
  }
  const plain = workOut(value, world);
  switch (plain.kind) {
    case 'array':
      return plain.elements.flatMap((element) => inner(element));
    case 'some':
      return plain.options.flatMap((option) => inner(option));
    case 'function': {
      const { owner, parameters } = plain;
      return [{ kind: 'function', owner, parameters, wrappers, value: plain }];
    }
    case 'call':
    case 'new': {
      const key = find(plain);
      if (key !== undefined) return [{ kind: 'router', key }];
      const inside = plain.kind === 'call' && plain !== value ? inner(plain) : [];
      if (inside.length > 0) return inside;
      return plain.callee.kind === 'import'
        ? [{ kind: 'package', name: `${plain.callee.module}#${plain.callee.name}` }]
        : [];
    }
    case 'import':
      if (value.kind === 'member') return [{ kind: 'name', name: value.name, wrapped }];
      return [{ kind: 'package', name: `${plain.module}#${plain.name}` }];
    default:
      return value.kind === 'member' ? [{ kind: 'name', name: value.name, wrapped }] : [];
  }
}
