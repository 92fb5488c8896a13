import { join, type Known, theOne, unknown, valuesOf } from '../known.ts';
import type { Response } from '../model.ts';
import { findField, workOut } from './evaluate.ts';
import { toNumber } from './literal.ts';
import { type Value, type World, withoutFields } from './model.ts';

const MAX_BASES = 8;
/** Fields that Express, Koa, Fastify and their kin read from an error. */
const STANDARD_FIELDS = ['statusCode', 'status'];
/** Fields that only a project's own error handler can read. */
const OWN_FIELDS = ['httpStatusCode', 'httpStatus', 'httpCode', 'status_code', 'errorCode', 'code'];

/**
 * The status that an error carries when it is thrown or handed to `next`: from its class, its factory, or an object
 * with a status. Undefined if it carries none that could be seen.
 */
export function findErrorStatus(error: Value, world: World): Known<number> | undefined {
  const value = workOut(error, world);
  switch (value.kind) {
    case 'error':
      return toNumber(value.status, world);
    case 'fallback': {
      // `error ?? new NotFound()`: there is a status, and the first may carry another.
      const second = findErrorStatus(value.second, world);
      return second && unknown('property of a value made elsewhere', theOne(second));
    }
    case 'some':
      return joinAll(value.options.map((option) => findErrorStatus(option, world)));
    case 'new':
      return findFirst((name) => findField(value, name, world), world);
    case 'object':
    case 'extended':
      return findFirst((name) => findErrorField(value, name, world), world);
    default:
      return undefined;
  }
}

/** What an error has under a name, as far as it was read. */
function findErrorField(error: Value, name: string, world: World): Value | undefined {
  switch (error.kind) {
    case 'extended':
      return error.fields.get(name) ?? findErrorField(workOut(error.base, world), name, world);
    case 'new':
      return findField(error, name, world);
    case 'object':
      return error.properties.get(name);
    case 'error':
      return STANDARD_FIELDS.includes(name) ? error.status : undefined;
    default:
      return undefined;
  }
}

/** True for an error of one of the modules, or of a class that is derived from one of theirs. */
export function isErrorOf(error: Value, modules: readonly string[], world: World): boolean {
  const value = withoutFields(workOut(error, world));
  if (value.kind === 'some') return value.options.every((option) => isErrorOf(option, modules, world));
  if (value.kind === 'error') return value.module !== undefined && modules.includes(value.module);
  if (value.kind !== 'new') return false;
  let type: Value | undefined = value.callee;
  for (let depth = 0; type && depth < MAX_BASES; depth++) {
    const plain: Value = workOut(type, world);
    if (plain.kind === 'import') return modules.includes(plain.module);
    type = plain.kind === 'class' ? plain.summary.base : undefined;
  }
  return false;
}

/** True for an error of which every class that it is derived from could be read. */
export function isReadToItsBase(error: Value, world: World): boolean {
  const value = workOut(error, world);
  if (value.kind === 'some') return value.options.every((option) => isReadToItsBase(option, world));
  if (value.kind === 'error' || value.kind === 'object') return true;
  if (value.kind !== 'new') return false;
  let type: Value | undefined = value.callee;
  for (let depth = 0; type && depth < MAX_BASES; depth++) {
    const plain: Value = workOut(type, world);
    if (plain.kind !== 'class') return plain.kind === 'unknown' && plain.why === 'global name';
    type = plain.summary.base;
  }
  return type === undefined;
}

/** True for what is derived from `Error`, and not a mere object with a status, such as one that wraps what is sent. */
export function isError(value: Value, world: World): boolean {
  const plain = withoutFields(workOut(value, world));
  if (plain.kind === 'some') return plain.options.every((option) => isError(option, world));
  if (plain.kind !== 'new') return plain.kind === 'error';
  let type: Value | undefined = plain.callee;
  for (let depth = 0; type && depth < MAX_BASES; depth++) {
    const worked: Value = workOut(type, world);
    if (worked.kind === 'import' || worked.kind === 'unknown') return /(?:Error|Exception)$/.test(worked.name ?? '');
    type = worked.kind === 'class' ? worked.summary.base : undefined;
  }
  return false;
}

/** The class of the project that an error is an instance of. */
export function findErrorClass(error: Value, world: World): Response['helper'] {
  const value = withoutFields(workOut(error, world));
  if (value.kind !== 'new' || value.callee.kind !== 'class') return undefined;
  const { name, path, span } = value.callee.summary;
  return { kind: 'class', name, path, span };
}

/** True for an error of a library whose status was left out. */
export function isWithoutStatus(error: Value, world: World): boolean {
  const value = workOut(error, world);
  if (value.kind === 'error') return workOut(value.status, world).kind === 'missing';
  if (value.kind !== 'new') return false;
  const field = findField(value, 'status', world);
  return field !== undefined && workOut(field, world).kind === 'missing';
}

function findFirst(field: (name: string) => Value | undefined, world: World): Known<number> | undefined {
  let unread: Known<number> | undefined;
  for (const name of STANDARD_FIELDS) {
    const value = field(name);
    if (!value) continue;
    const known = toNumber(value, world);
    const codes = valuesOf(known);
    if (codes?.every((code) => code >= 400 && code <= 599)) return known;
    // The frameworks answer 500 for an error whose status is none of an error.
    if (name === 'statusCode' || codes?.every((code) => code >= 100 && code < 400))
      unread ??= unknown('property of a value made elsewhere');
  }
  return unread ?? findOwnStatus(field, world);
}

/** A status in a field of the project's own: that there is one is sure, whether its error handler reads it is not. */
function findOwnStatus(field: (name: string) => Value | undefined, world: World): Known<number> | undefined {
  for (const name of OWN_FIELDS) {
    const value = field(name);
    const codes = value && valuesOf(toNumber(value, world));
    if (codes?.every((code) => code >= 400 && code <= 599))
      return unknown('property of a value made elsewhere', codes[0]);
  }
  return undefined;
}

function joinAll(all: readonly (Known<number> | undefined)[]): Known<number> | undefined {
  const read = all.filter((one) => one !== undefined);
  return read.length === all.length && read.length > 0 ? read.reduce(join) : undefined;
}
