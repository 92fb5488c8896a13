import { join, type Known, valuesOf } from '../known.ts';
import { findField, workOut } from './evaluate.ts';
import { toNumber } from './literal.ts';
import type { Value, World } from './model.ts';

/** Fields that carry the status of an error, the usual ones first. */
const STATUS_FIELDS = [
  'statusCode',
  'status',
  'httpStatusCode',
  'httpStatus',
  'httpCode',
  'status_code',
  'errorCode',
  'code',
];

/**
 * The status that an error carries when it is thrown or handed to `next`: from its class, its factory, or an object
 * with a status. Undefined if it carries none that could be seen.
 */
export function findErrorStatus(error: Value, world: World): Known<number> | undefined {
  const value = workOut(error, world);
  switch (value.kind) {
    case 'error':
      return toNumber(value.status, world);
    case 'some':
      return joinAll(value.options.map((option) => findErrorStatus(option, world)));
    case 'new':
      return findFirst((name) => findField(value, name, world), world);
    case 'object':
      return findFirst((name) => value.properties.get(name), world);
    default:
      return undefined;
  }
}

function findFirst(field: (name: string) => Value | undefined, world: World): Known<number> | undefined {
  let unread: Known<number> | undefined;
  for (const name of STATUS_FIELDS) {
    const value = field(name);
    if (!value) continue;
    const known = toNumber(value, world);
    if (valuesOf(known)?.every((code) => code >= 100 && code <= 599)) return known;
    if (known.kind === 'unknown' && name !== 'code' && name !== 'errorCode' && name !== 'status') unread ??= known;
  }
  return unread;
}

function joinAll(all: readonly (Known<number> | undefined)[]): Known<number> | undefined {
  const read = all.filter((one) => one !== undefined);
  return read.length === all.length && read.length > 0 ? read.reduce(join) : undefined;
}
