import type { Body, BodyProperty, BodyValue, Response, Span } from './model.ts';
import { statusCodes } from './status-codes/index.ts';

/** Keys that tell of the error itself; any other key may be data, and a body with data is a partial result. */
const ERROR_KEYS = new Set(['error', 'errors', 'err', 'errorMessage', 'error_message', 'errorCode']);
const FLAG_KEYS = new Set(['success', 'ok', 'succeeded', 'status', 'result']);
const BESIDE_KEYS = new Set([
  'message',
  'msg',
  'code',
  'details',
  'detail',
  'reason',
  'description',
  'statusCode',
  'timestamp',
  'path',
  'hint',
  'type',
]);
const DATA_KEYS = new Set(['data', 'payload', 'user', 'items', 'results']);
const FAILURE_WORDS = new Set(['error', 'fail', 'failed', 'failure', 'ko']);
/** OAuth's device flow answers these while the person has yet to confirm (RFC 8628, section 3.5). */
const PENDING = new Set(['authorization_pending', 'slow_down']);

/** The property that tells the error, if nothing in the body is data. */
export function findToldError(response: Response): BodyProperty | undefined {
  const { body } = response;
  if (body.kind !== 'object' || body.open) return undefined;
  let told: BodyProperty | undefined;
  for (const property of body.properties) {
    const { name, value } = property;
    if (ERROR_KEYS.has(name)) {
      if (!isCertainError(value, response)) return undefined;
      told = property;
    } else if (FLAG_KEYS.has(name)) {
      if (isFailureFlag(name, value)) told ??= property;
      else if (isSuccessFlag(value)) return undefined;
    } else if (DATA_KEYS.has(name) ? !isNothing(value) : !BESIDE_KEYS.has(name)) return undefined;
  }
  return told;
}

/** A body that carries nothing but words: no data, and no flag that says whether all went well. */
export function isOnlyWords(body: Body): boolean {
  if (body.kind === 'text') return true;
  if (body.kind !== 'object' || body.open || body.properties.length === 0) return false;
  return body.properties.every(({ name, value }) =>
    DATA_KEYS.has(name)
      ? isNothing(value)
      : BESIDE_KEYS.has(name) && (value.kind === 'literal' || value.kind === 'text'),
  );
}

/** The property that confirms something, as `success: true` does, if there is one. */
export function findSuccessFlag(body: Body): BodyProperty | undefined {
  if (body.kind !== 'object') return undefined;
  return body.properties.find(({ value }) => value.kind === 'literal' && value.value === true);
}

/** What somebody may ask for: the answer to it is data, also where it is assumed for want of a better one. */
const STATES =
  /^(?:(?:is|has|can|should)[A-Z_]\w*|active|allowed|available|enabled|disabled|valid|exists|authenticated|required|visible|open|online)$/;

/** True if a body holds nothing that a client could use: no data beside flags and words. */
export function hasNoData(body: Body): boolean {
  if (body.kind === 'none' || body.kind === 'empty' || body.kind === 'text') return true;
  if (body.kind === 'literal') return body.value === null || body.value === true;
  if (body.kind !== 'object' || body.open) return false;
  return body.properties.every(({ name, value }) => {
    if (value.kind === 'literal' && value.value === true) return !STATES.test(name);
    if (DATA_KEYS.has(name)) return isNothing(value) && value.kind !== 'array';
    return (BESIDE_KEYS.has(name) || FLAG_KEYS.has(name)) && (value.kind === 'literal' || value.kind === 'text');
  });
}

/** True if a body holds something that is neither a flag nor told of an error: what a client has asked for. */
export function carriesData(body: Body): boolean {
  if (body.kind !== 'object') return false;
  if (body.open) return true;
  return body.properties.some(
    ({ name, value }) =>
      !isNothing(value) && !ERROR_KEYS.has(name) && !FLAG_KEYS.has(name) && !BESIDE_KEYS.has(name) && !isFlag(value),
  );
}

/** A bare number, truth or nothing, which says no more than that: `errno: 1`, `data: ''`. */
function isFlag(value: BodyValue): boolean {
  return value.kind === 'literal' && (typeof value.value !== 'string' || value.value === '');
}

/** A written error, or one that this very branch has tested or caught. */
function isCertainError(value: BodyValue, response: Response): boolean {
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' && value.value !== '' && !PENDING.has(value.value);
    case 'text':
      return true;
    case 'object':
      return value.properties.some(({ name }) => name === 'message' || name === 'code');
    case 'array':
      return value.elements.length > 0 && value.elements.every((element) => isCertainError(element, response));
    case 'name':
      return isTestedOrCaught(value.text, response);
    default:
      return false;
  }
}

function isTestedOrCaught(text: string, response: Response): boolean {
  const root = text.split(/[.?]/, 1)[0] ?? text;
  if (response.inCatch?.variable === root) return true;
  const plain = text.replaceAll('?.', '.');
  return response.conditions.some(({ tests }) =>
    tests.some(
      ({ subject, outcome }) =>
        (outcome === 'truthy' && (subject === plain || subject === root)) ||
        // The result of a check that was not passed, and what it says is wrong.
        (outcome === 'falsy' && subject === `${root}.success` && plain.startsWith(`${root}.error`)),
    ),
  );
}

function isFailureFlag(name: string, value: BodyValue): boolean {
  if (value.kind !== 'literal') return false;
  if (name === 'status' || name === 'result')
    return typeof value.value === 'string' && FAILURE_WORDS.has(value.value.toLowerCase());
  return value.value === false;
}

function isSuccessFlag(value: BodyValue): boolean {
  return value.kind !== 'literal' || value.value === true || typeof value.value === 'string';
}

function isNothing(value: BodyValue): boolean {
  if (value.kind === 'literal') return value.value === null;
  return (
    (value.kind === 'array' && value.elements.length === 0) ||
    (value.kind === 'object' && value.properties.length === 0 && !value.open)
  );
}

/** The status that a property tells of: a number that is one, under a name that means one. */
export function findToldStatus({ name, value }: BodyProperty): number | undefined {
  if (!/^(?:status|statusCode|status_code|httpStatus)$/.test(name) || value.kind !== 'literal') return undefined;
  const code = value.value;
  return typeof code === 'number' && Number.isInteger(code) && code >= 100 && code <= 599 ? code : undefined;
}

/** A text of a body that tells what happened. */
export interface ToldText {
  readonly text: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

/** The texts of a body that stand where one tells what happened. */
export function listTexts(body: Body): readonly ToldText[] {
  if (body.kind === 'text')
    return body.text === undefined ? [] : [{ text: body.text, span: body.span, valueSpan: body.span }];
  if (body.kind !== 'object') return [];
  return body.properties.flatMap(({ name, value, span, valueSpan }) =>
    /^(?:error|message|msg|statusText|title|detail|reason)$/.test(name) &&
    value.kind === 'literal' &&
    typeof value.value === 'string'
      ? [{ text: value.value, span, valueSpan }]
      : [],
  );
}

/** The error whose reason phrase a text is, and nothing else. */
export function findNamedStatus(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/[.!]+$/, '')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return NAMED.get(plain);
}

const NAMED: ReadonlyMap<string, number> = new Map(
  statusCodes
    .filter(({ code, vendor }) => code >= 400 && vendor === undefined)
    .map(({ code, reasonPhrase }) => [reasonPhrase.toLowerCase(), code]),
);
