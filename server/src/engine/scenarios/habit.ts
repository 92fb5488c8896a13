import { findStatusInReturned } from '../body.ts';
import { carriesData, findSuccessFlag, findToldError } from '../error-body.ts';
import { every } from '../known.ts';
import type { BodyProperty, Response } from '../model.ts';
import { isToldOnPurpose } from './told-on-purpose.ts';

/** What the answers of one file show of how errors are told. Plain data, which can be kept. */
export interface AnswerTally {
  /** Its answers of a success that carry a code of the project's own, by that code. */
  readonly codes: readonly CodeTally[];
  /** How many answers have the status of an error. */
  readonly errors: number;
}

/** Answers of a success with one code in their bodies. */
export interface CodeTally {
  readonly code: number;
  readonly all: number;
  /** Those with data beside it: as a rule that is the code of what went well. */
  readonly data: number;
  /** Those that tell an error in so many words. */
  readonly told: number;
  /** Those that only the code can tell from a success. */
  readonly bare: number;
}

/** That a project, or a file alone, tells its errors by a code in the body of a 200. */
export interface Habit {
  /** The code that goes with data. */
  readonly success: number | undefined;
  /** So many errors are told so, of all that there are. */
  readonly told: number;
  readonly all: number;
  /** The first file that tells one, where it is said. */
  readonly first: string;
}

/** So many errors in an envelope, and so large a share of all, are no oversight any more. */
export const FEWEST = 3;
export const SHARE = 0.8;

/** What a file of which nothing is known shows. */
export const noAnswers: AnswerTally = { codes: [], errors: 0 };

/** Counts what the answers of a file show. */
export function tallyAnswers(responses: readonly Response[]): AnswerTally {
  const codes = new Map<number, CodeTally>();
  const counted = withoutRepeats(responses);
  for (const response of counted) {
    const code = findOwnCode(response) ?? findSameStatus(response);
    if (code === undefined || !isSuccess(response)) continue;
    const { all, data, told, bare } = codes.get(code) ?? { all: 0, data: 0, told: 0, bare: 0 };
    const how = describeAnswer(response);
    const add = (count: number, kind: typeof how): number => count + (kind === how ? 1 : 0);
    codes.set(code, { code, all: all + 1, data: add(data, 'data'), told: add(told, 'told'), bare: add(bare, 'bare') });
  }
  const errors = counted.filter(({ status }) => every(status, (code) => code >= 400)).length;
  return { codes: [...codes.values()].sort((a, b) => a.code - b.code), errors };
}

/** Finds the habit that files show together: each with its path, in a stable order. */
export function findHabit(files: readonly (readonly [path: string, tally: AnswerTally])[]): Habit | undefined {
  const tallies = files.map(([, tally]) => tally);
  const success = findSuccessCode(tallies);
  const told = sum(tallies.map((tally) => countTold(tally, success)));
  const all = told + sum(tallies.map(({ errors }) => errors));
  const carried = sum(tallies.flatMap(({ codes }) => codes.map((one) => one.all)));
  // Without a success in the same form it is no envelope, only a missing status.
  if (told < FEWEST || carried === told || told / all < SHARE) return undefined;
  const first = files.find(([, tally]) => countTold(tally, success) > 0 && !contradicts(tally, success))?.[0];
  return first === undefined ? undefined : { success, told, all, first };
}

/** True for a file most of whose errors have a status: whatever others do, it does not do so. */
export function contradicts(tally: AnswerTally, success: number | undefined): boolean {
  return tally.errors >= FEWEST && tally.errors > countTold(tally, success);
}

/** True for an answer that tells an error by its code, or in so many words beside one. */
export function tellsByCode(response: Response, success: number | undefined): boolean {
  const code = isSuccess(response) ? findOwnCode(response) : undefined;
  if (code === undefined) return false;
  const how = describeAnswer(response);
  return how === 'told' || (how === 'bare' && success !== undefined && code !== success);
}

/** True for an answer of a success that carries a code of the project's own in its body. */
export function carriesCode(response: Response): boolean {
  return isSuccess(response) && findOwnCode(response) !== undefined;
}

/** The property with such a code: `{ code: 10001, … }`. One that is an HTTP status would be told twice. */
export function findCodeProperty({ body }: Response): BodyProperty | undefined {
  return listCodes(body).find(({ code }) => !(code >= 200 && code < 600))?.property;
}

/**
 * True where an error that is told in the body of an answer is this answer's own matter: its handler's, of this request, and
 * not one that is told so everywhere.
 */
export function isOwnMatter(response: Response): boolean {
  const { state, statusAfter, parts } = response;
  // A status was written, behind the body or beside it, and comes too late or is not understood: others say so.
  const meantOtherwise = statusAfter !== undefined || parts.some(({ legacy }) => legacy);
  return state === 'sent' && !findStatusInReturned(response) && !meantOtherwise && !isToldOnPurpose(response);
}

const CODE_NAME = /^(?:code|err_?code|errno|ret|resultCode|statusCode)$/i;

function listCodes(body: Response['body']): readonly { readonly code: number; readonly property: BodyProperty }[] {
  if (body.kind !== 'object') return [];
  return body.properties.flatMap((property) => {
    const { name, value } = property;
    return CODE_NAME.test(name) && value.kind === 'literal' && typeof value.value === 'number'
      ? [{ code: value.value, property }]
      : [];
  });
}

function findOwnCode(response: Response): number | undefined {
  const value = findCodeProperty(response)?.value;
  return value?.kind === 'literal' ? Number(value.value) : undefined;
}

/** `{ code: 200, data }`: a success in the form of an envelope, whose errors may have codes of their own. */
function findSameStatus({ body }: Response): number | undefined {
  return listCodes(body).find(({ code }) => code >= 200 && code < 300)?.code;
}

function isSuccess({ status }: Response): boolean {
  return every(status, (code) => code >= 200 && code < 300);
}

function describeAnswer(response: Response): 'data' | 'told' | 'bare' | 'neither' {
  if (carriesData(response.body)) return 'data';
  if (!isJudged(response) || !isOwnMatter(response)) return 'neither';
  if (findToldError(response)) return 'told';
  return findSuccessFlag(response.body) ? 'neither' : 'bare';
}

/** False for what others make of something that this code does not answer itself. */
function isJudged({ via }: Response): boolean {
  return via !== 'throw' && via !== 'next' && via !== 'framework';
}

function countTold({ codes }: AnswerTally, success: number | undefined): number {
  return sum(
    codes.map(
      ({ code, told, bare }) => told + (success === undefined || code === success || isStatus(code) ? 0 : bare),
    ),
  );
}

function isStatus(code: number): boolean {
  return code >= 200 && code < 600;
}

/** The code that most answers with data carry; of several, the one next to 0. */
function findSuccessCode(tallies: readonly AnswerTally[]): number | undefined {
  const data = new Map<number, number>();
  for (const { codes } of tallies) for (const one of codes) data.set(one.code, (data.get(one.code) ?? 0) + one.data);
  const [first] = [...data]
    .filter(([, count]) => count > 0)
    .sort(([a, most], [b, more]) => more - most || Math.abs(a) - Math.abs(b) || a - b);
  return first?.[0];
}

/** A handler inside another one is walked twice; its answers count once. */
function withoutRepeats(responses: readonly Response[]): readonly Response[] {
  return [...new Map(responses.map((response) => [`${response.span.start}:${response.span.end}`, response])).values()];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
