import type { FrameworkAdapter } from '../adapter.ts';
import { findLibraryMade } from '../libraries/made-by-library.ts';
import { fillIn, toKnown, workOut } from '../values/evaluate.ts';
import { type Value, type World, withoutFields } from '../values/model.ts';
import type {
  Entry,
  FileRoutes,
  Maker,
  MountedRouter,
  Registered,
  ResolvedRoutes,
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
): ResolvedRoutes {
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
): Generator<undefined, ResolvedRoutes> {
  const made = new Map<string, Maker>();
  const find: FindKey = (value) => {
    const found = findRegistrar(value, world, adapters);
    if (found) made.set(found.key, found.maker);
    return found?.key;
  };
  const entries: Entry[] = [];
  for (const one of written) {
    if (one.kind === 'call') entries.push(...passOn(one, find, world));
    else for (const entry of repeat(one, world)) entries.push(...(yield* resolve(entry, find, world)));
    yield;
  }
  return { entries, made };
}

/** The key of the application or router that a value is. */
type FindKey = (value: Value) => string | undefined;

function* resolve(
  { registrar, verb, path, handlers }: WrittenEntry,
  find: FindKey,
  world: World,
): Generator<undefined, readonly Entry[]> {
  const key = find(registrar) ?? keyOfParameter(workOut(registrar, world));
  if (key === undefined) return [];
  const [first, ...others] = handlers;
  // A name in the first place may turn out to stand for a path.
  const named = path === undefined && first ? readPath(first, world) : undefined;
  const registered: Registered[] = [];
  for (const handler of typeof named === 'string' ? others : handlers) {
    registered.push(...listRegistered(handler, find, world));
    yield;
  }
  return [{ registrar: key, verb, path: typeof named === 'string' ? named : readPath(path, world), registered }];
}

/** An application that is given to a function of the project: whatever that registers on its parameter stands here. */
function passOn({ callee, args }: WrittenCall, find: FindKey, world: World): readonly Entry[] {
  return args.flatMap((argument, index): readonly Entry[] => {
    const registrar = find(argument);
    const owner = registrar === undefined ? undefined : ownerOfCallee(callee, world);
    if (registrar === undefined || owner === undefined) return [];
    const registered: readonly MountedRouter[] = [{ kind: 'router', key: `${owner}#${index}` }];
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

/** The application or router that a value is, if a framework's function or class made it. */
function findRegistrar(
  value: Value,
  world: World,
  adapters: readonly FrameworkAdapter[],
): { readonly key: string; readonly maker: Maker } | undefined {
  // `router.routes()` of Koa stands for the router.
  if (value.kind === 'call' && value.callee.kind === 'member' && value.callee.name === 'routes')
    return findRegistrar(value.callee.object, world, adapters);
  const plain = withoutFields(workOut(value, world));
  if ((plain.kind !== 'call' && plain.kind !== 'new') || plain.at === undefined) return undefined;
  const callee = workOut(plain.callee, world);
  if (callee.kind !== 'import') return undefined;
  const name = `${callee.module}#${callee.name}`;
  for (const adapter of adapters) {
    if (!adapter.handlers.makers.includes(name)) continue;
    return { key: plain.at, maker: { adapter, application: !/router/i.test(name) } };
  }
  return undefined;
}

/** The functions that a library was given to call, as the callback of `passport.authenticate` is. */
function listGiven(value: Value, find: FindKey, world: World, depth: number): readonly Registered[] {
  if (value.kind !== 'call') return [];
  return value.args
    .flatMap((argument) => listRegistered(argument, find, world, true, depth + 1))
    .filter(({ kind }) => kind === 'function');
}

/** The functions and routers in what is registered: alone, in lists, in conditionals, and given to wrappers. */
function listRegistered(value: Value, find: FindKey, world: World, wrapped = false, depth = 0): readonly Registered[] {
  if (depth > MAX_DEPTH) return [];
  if (!wrapped && findLibraryMade(value, world))
    return [{ kind: 'library', value }, ...listGiven(value, find, world, depth)];
  const inner = (part: Value, inWrapper = wrapped): readonly Registered[] =>
    listRegistered(part, find, world, inWrapper, depth + 1);
  if (value.kind === 'call' && !wrapped) {
    const key = find(value);
    if (key !== undefined) return [{ kind: 'router', key }];
  }
  // `controller.show.bind(controller)` is the method.
  if (value.kind === 'call' && value.callee.kind === 'member' && value.callee.name === 'bind')
    return inner(value.callee.object);
  if (value.kind === 'call') {
    const given = value.args.flatMap((argument) => inner(argument, true)).filter(({ kind }) => kind !== 'router');
    if (given.length > 0) return given;
  }
  // `wrapController(users).show` is `users.show`, wrapped.
  if (value.kind === 'member' && value.object.kind === 'call' && value.object.args.length === 1) {
    const [object] = value.object.args;
    const inside = object ? inner({ kind: 'member', object, name: value.name }, true) : [];
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
      return [{ kind: 'function', owner, parameters, wrapped, value: plain }];
    }
    case 'call':
    case 'new': {
      const key = find(plain);
      if (key !== undefined) return [{ kind: 'router', key }];
      return plain.kind === 'call' && plain !== value ? inner(plain) : [];
    }
    default:
      return value.kind === 'member' ? [{ kind: 'name', name: value.name, wrapped }] : [];
  }
}
