import { findToldError } from '../error-body.ts';
import { every } from '../known.ts';
import type { Response } from '../model.ts';
import type { Policy } from '../policy.ts';

/** Whether the errors of a file are told in the body of a 200 on purpose. */
export type Envelope =
  | { readonly kind: 'none' }
  /** The team says so. */
  | { readonly kind: 'agreed' }
  /** The file shows it: this many of its error answers, of which `first` is the one where it is said. */
  | { readonly kind: 'habit'; readonly first: Response; readonly told: number; readonly all: number };

/** So many errors in an envelope, and so large a share of all, are no oversight any more. */
const FEWEST = 3;
const SHARE = 0.8;

/** Reads the habit of a file, unless the policy decides. */
export function readEnvelope(responses: readonly Response[], { envelope }: Policy): Envelope {
  if (envelope === 'always-200') return { kind: 'agreed' };
  if (envelope === 'off') return { kind: 'none' };
  const isSuccess = ({ status }: Response): boolean => every(status, (code) => code >= 200 && code < 300);
  const carried = responses.filter((response) => isSuccess(response) && hasBusinessCode(response));
  const told = carried.filter((response) => findToldError(response) !== undefined);
  const [first] = told;
  // Without a success in the same form it is no envelope, only a missing status.
  if (!first || told.length < FEWEST || carried.length === told.length) return { kind: 'none' };
  const errors = responses.filter(({ status }) => every(status, (code) => code >= 400));
  const all = told.length + errors.length;
  return told.length / all < SHARE ? { kind: 'none' } : { kind: 'habit', first, told: told.length, all };
}

/** A code of the project's own in the body: `{ code: 10001, … }`. One that is an HTTP status would be told twice. */
function hasBusinessCode({ body }: Response): boolean {
  if (body.kind !== 'object') return false;
  return body.properties.some(
    ({ name, value }) =>
      /^(?:code|err_?code|errno|ret|resultCode|statusCode)$/i.test(name) &&
      value.kind === 'literal' &&
      typeof value.value === 'number' &&
      !(value.value >= 200 && value.value < 600),
  );
}
