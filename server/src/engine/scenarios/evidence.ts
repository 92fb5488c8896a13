import type { ConditionTest, Origin, Response } from '../model.ts';
import type { ScenarioId } from './table.ts';

/** What a reason is inferred from: a response has it, and so has a path on which one is missing. */
export type Circumstances = Pick<Response, 'conditions' | 'inCatch' | 'status' | 'wording' | 'handler'>;

/** A reason that a test tells of. */
export interface Told {
  readonly id: ScenarioId;
  /** True where a word had to help: enough for a hover, too little for a warning. */
  readonly weak?: boolean;
}

const IS_NOTHING: ReadonlySet<string> = new Set(['null', 'undefined', '"undefined"', '""', '0', 'false', '-1']);

/** True if the value is not there. */
export function isAbsent({ outcome, literal, more }: ConditionTest): boolean {
  if (outcome === 'falsy') return true;
  if (outcome === 'equal') return IS_NOTHING.has(literal ?? '');
  return outcome === 'compared' && more === false && (literal === '1' || literal === '0');
}

/** True for a literal that stands for nothing. */
export function isNothing(literal: string | undefined): boolean {
  return IS_NOTHING.has(literal ?? '');
}

/** Names of what counts: rows of a result, documents that a command changed. */
const COUNTS = /(?:^|\.)(?:length|size|count|total|rowCount|affectedRows|deletedCount|matchedCount|changes|\w*Count)$/;

/** True if at least one was found. */
export function isPresent(test: ConditionTest): boolean {
  if (test.outcome === 'truthy') return true;
  const counts = COUNTS.test(test.subject) || /^\w*[cC]ount\w*$/.test(test.subject);
  if (test.outcome === 'compared')
    return test.more === true && counts && (test.literal === '0' || test.literal === '1');
  return test.outcome === 'different' && isNothing(test.literal);
}

/** True if the test is about how many there are, so that a list with none may be meant. */
export function isCount({ subject }: ConditionTest): boolean {
  return COUNTS.test(subject) || /\[0\]$/.test(subject);
}

/** A field that names one thing and no other. */
export function isIdentifying(key: string | undefined): boolean {
  return key === undefined
    ? false
    : /^_?(?:id|\w*[iI]ds|uuid|guid|slug|pk|key|sku|code|number|name|username|handle)$/i.test(key);
}

/** The last property of a chain, without a conversion behind it. */
export function lastOf(text: string): string {
  return (
    text
      .replace(/(?:\.toString\(\)|\)+)$/, '')
      .split('.')
      .at(-1) ?? ''
  );
}

/** What the client sent. */
export const SENT: ReadonlySet<Origin> = new Set(['path parameter', 'body', 'query']);

/** Where people log in or prove who they are: what is missing there is no resource. */
export const LOGIN = /log-?_?in|sign-?_?in|authenticate|session|forgot|reset|password|refresh|otp|verify/i;
/** Where whoever has a link or a code from a mail comes to. */
export const PROVES = /reset|verif|confirm|(?<!can)activat|invit|unsubscribe|magic/i;
/** Where something new is to be made. */
export const CREATES = /sign-?_?up|register|create|add|new|insert|invite|follow|like|join|subscribe|enrol|book|save/i;

/** Words in an answer. They support evidence that is there already; they are none themselves. */
const WORDS: Readonly<Partial<Record<ScenarioId, RegExp>>> = {
  duplicate:
    /\balready (?:exists?|in use|taken|used|registered|following|added|enrolled|joined|liked|subscribed|a member|friends|applied|booked|have|has|been (?:taken|used|registered|added))|\btaken\b|\bin use\b|\bexists\b(?! not)|duplicate|ALREADY_?EXISTS|_EXISTS?\b|DUPLICATE/i,
  'missing-resource':
    /not[ _]found|no such|n[o']t exist|no longer exists?|NOT_?FOUND|(?:could not|couldn't|cannot|can't|unable to) find|no \w+(?: \w+)? (?:found|with|exists?|is there)|unknown \w+|missing$|^no (?!access|permission|rights?|auth|token|session|cookie)\w+/i,
  'invalid-input':
    /invalid|required|must|missing|not valid|at least|too (?:short|long|small)|format|provide(?!r)|enter |fill/i,
  'not-authenticated': /log(?:ged)? ?in|sign in|authenticat|token|unauthori[sz]ed|session|expired/i,
  'bad-credentials': /password|credential|invalid|wrong|incorrect|match/i,
  'not-allowed': /not (?:allowed|authori[sz]ed|permitted)|permission|unauthori[sz]ed|forbidden|denied|only|owner/i,
  'unexpected-failure': /fail|unable|could(?: not|n't)|went wrong|error|something/i,
  'rate-limit': /too many|try again (?:in|later)|limit|attempts|wait|lock/i,
};

/** True if the words of an answer say the same as the evidence. */
export function saysSo(id: ScenarioId, wording: readonly string[]): boolean {
  const words = WORDS[id];
  if (!words) return false;
  return wording.some((text) => words.test(text) && !(id === 'duplicate' && /n[o']t exist|no longer/i.test(text)));
}
