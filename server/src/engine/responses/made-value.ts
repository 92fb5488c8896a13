import type { ResponseMethod, ShapedResponse } from '../adapter.ts';
import { fillIn, workOut } from '../values/evaluate.ts';
import { missing, type Value, type World } from '../values/model.ts';
import { findStatusPlace } from './init.ts';
import { findMaker } from './made-call.ts';

const MAX_DEPTH = 8;

/** A response that a value is, in terms of the parameters that the value is in. */
export interface MadeValue {
  readonly status: Value;
  /** True if the status was left to the default. */
  readonly implicit: boolean;
  readonly body: Value;
  readonly headers: readonly string[];
  /** True if what makes it throws it by itself. */
  readonly thrown: boolean;
}

/** The responses that a value may be; undefined if it may be anything else. Calls of the project's functions are followed. */
export function readMade(
  value: Value,
  world: World,
  shape: ShapedResponse | undefined,
  depth = 0,
): readonly MadeValue[] | undefined {
  if (depth > MAX_DEPTH) return undefined;
  switch (value.kind) {
    case 'some':
      return readAll(value.options, world, shape, depth);
    case 'choice':
      return readAll([value.first, value.second], world, shape, depth);
    case 'call':
    case 'new':
      return readMaking(value.callee, value.args, world, shape, depth);
    case 'object':
      return shape && readShape(value.properties, shape);
    default:
      return undefined;
  }
}

function readAll(
  options: readonly Value[],
  world: World,
  shape: ShapedResponse | undefined,
  depth: number,
): readonly MadeValue[] | undefined {
  const read = options.map((option) => readMade(option, world, shape, depth + 1));
  return read.every((option) => option !== undefined) ? read.flat() : undefined;
}

function readMaking(
  named: Value,
  args: readonly Value[],
  world: World,
  shape: ShapedResponse | undefined,
  depth: number,
): readonly MadeValue[] | undefined {
  const global = nameOfGlobal(named);
  const callee = workOut(named, world);
  if (!global && callee.kind === 'function')
    return readMade(fillIn(callee.summary.returns, callee.summary.owner, args), world, shape, depth + 1);
  if (!global && callee.kind === 'class') {
    const { base, superArguments, owner } = callee.summary;
    const given = superArguments?.map((argument) => fillIn(argument, owner, args)) ?? args;
    return base && readMaking(base, given, world, shape, depth + 1);
  }
  const name = global ?? (callee.kind === 'import' ? `${callee.module}#${callee.name}` : undefined);
  const declared = name === undefined ? undefined : findMaker(name);
  if (!declared) return undefined;
  const method = typeof declared === 'function' ? declared(args.map(() => 'other')) : declared;
  return [makeOf(method, args, world)];
}

/** An object that is a response by its properties. */
function readShape(
  properties: ReadonlyMap<string, Value>,
  { status, body, headers }: ShapedResponse,
): readonly MadeValue[] | undefined {
  const given = properties.get(status);
  if (!given) return undefined;
  const sent = body.map((name) => properties.get(name)).find((value) => value !== undefined);
  return [
    {
      status: given,
      implicit: false,
      body: sent ?? missing,
      headers: properties.has(headers) ? ['*'] : [],
      thrown: false,
    },
  ];
}

/** `#Response.json` of a global name and its properties. */
export function nameOfGlobal(value: Value): string | undefined {
  if (value.kind === 'unknown') return value.name === undefined ? undefined : `#${value.name}`;
  if (value.kind !== 'member') return undefined;
  const object = nameOfGlobal(value.object);
  return object === undefined ? undefined : `${object}.${value.name}`;
}

function makeOf(method: ResponseMethod, args: readonly Value[], world: World): MadeValue {
  const { status, body, header } = method;
  const given = findStatusPlace(args, method, world)?.value ?? missing;
  const otherwise =
    status && ('always' in status ? status.always : 'argument' in status ? status.otherwise : undefined);
  const plain = workOut(given, world);
  const implicit = otherwise === undefined && plain.kind === 'missing';
  return {
    status: { kind: 'fallback', first: plain, second: { kind: 'literal', value: otherwise ?? 200 } },
    implicit,
    body: typeof body === 'number' ? (args[body] ?? missing) : { kind: 'unknown', why: 'call that was not read' },
    headers: typeof header === 'string' ? [header] : method.init === undefined ? [] : ['*'],
    thrown: method.role === 'throw',
  };
}
