import { every } from '../known.ts';
import type { ConditionTest } from '../model.ts';
import { type Circumstances, isAbsent, isNothing, lastOf, type Told } from './evidence.ts';

const CREDENTIALS = /auth|token|cookie|bearer|api-?_?key|jwt/i;
/** What a person must know: if it differs, nobody has proven who they are, and the input is well formed all the same. */
const SECRETS = /pass(?:word|code)?|pwd|otp|pin\b|code|secret|signature|captcha|hash|credential/i;

/** The reason that a test of the body, the query or the path tells. */
export function fromInput(test: ConditionTest): Told | undefined {
  // A token that is missing in the body leaves the user unknown as well as the input incomplete.
  if (CREDENTIALS.test(test.subject)) return undefined;
  if (isAbsent(test)) return { id: 'invalid-input' };
  if (test.other === 'session or user') return test.outcome === 'different' ? { id: 'not-allowed' } : undefined;
  if (SECRETS.test(test.subject) && test.other !== test.origin) return undefined;
  if (test.other === 'look-up') return { id: 'invalid-input', weak: true };
  if (test.outcome !== 'compared' && test.outcome !== 'different') return undefined;
  return { id: 'invalid-input', weak: !isAboutForm(test) };
}

/** What type it is of, how long it is, and whether two fields of one form agree: that is all about how it was filled in. */
function isAboutForm({ subject, outcome, literal, other, origin }: ConditionTest): boolean {
  if (outcome === 'compared') return /\.length$/.test(subject) && /^\d+$/.test(literal ?? '');
  return /^typeof /.test(subject) || (origin === 'body' && other === 'body');
}

/** The reason that a test of a header field or a cookie tells. */
export function fromHeader(test: ConditionTest, response: Circumstances): Told | undefined {
  // What a client accepts is judged by 406, not by what is missing.
  if (/accept|\.(?:includes|match|test)\(/i.test(test.subject)) return undefined;
  if (isAbsent(test)) {
    if (CREDENTIALS.test(`${test.subject} ${test.key ?? ''}`)) return { id: 'not-authenticated' };
    // Whoever answers so takes the field for a proof of who asks, whatever it is called.
    const refused = every(response.status, (code) => code === 401 || code === 403);
    return refused ? undefined : { id: 'invalid-input', weak: true };
  }
  if (test.outcome === 'different' && /^"(?:bearer|basic|token)/i.test(test.literal ?? ''))
    return { id: 'not-authenticated' };
  if (/startsWith/.test(test.subject) && test.outcome === 'falsy') return { id: 'not-authenticated' };
  return undefined;
}

/** A property of a user that says who it is; any other says what it may do. */
const IDENTITY =
  /(?:^|\.)(?:user|session|auth|userId|_?id|uid|sub|currentUser|is(?:Authenticated|LoggedIn|SignedIn)(?:\(\))?|decoded|account|email)$/i;

/** What a right hangs on. */
const RIGHT =
  /role|perm|scope|type|plan|owner|user(?:Id|name)?$|org|tenant|team|group|company|(?:^|[._])_?id\b|Id\b|author|mail|admin|status|member|\brecipient|creator/i;

/** What the request holds of an administrator: whether anybody is there, or whether it is one, is not told by the name. */
const ADMIN_OF_REQUEST = /^(?:req(?:uest)?|ctx|c|context)\.admin$/i;

/** The reason that a test of the user or the session tells. */
export function fromUser(test: ConditionTest): Told | undefined {
  if (isAbsent(test) && ADMIN_OF_REQUEST.test(test.subject)) return undefined;
  if (isAbsent(test))
    return IDENTITY.test(test.subject)
      ? { id: 'not-authenticated' }
      : !test.optional && /\.(?:is[A-Z]|role|permission|can[A-Z]|admin)/.test(test.subject)
        ? { id: 'not-allowed' }
        : undefined;
  if (test.outcome === 'truthy' && /isUnauthenticated/.test(test.subject)) return { id: 'not-authenticated' };
  if (test.outcome === 'different' && !isNothing(test.literal))
    return RIGHT.test(lastOf(test.subject)) || RIGHT.test(lastOf(test.literal ?? ''))
      ? { id: 'not-allowed' }
      : undefined;
  if (test.outcome === 'equal' && /\.(?:role|type|plan|status)$/.test(test.subject)) return { id: 'not-allowed' };
  return undefined;
}

/** What is counted or timed to keep somebody from trying too often. */
const LIMITS =
  /attempt|failures|failed_?(?:logins|count)|tries\b|retries|lock(?:ed)?_?Until|lockout|cool_?down|rate_?limit|too_?many|throttle|isLocked|lockTime/i;

/** `attempts >= MAX_ATTEMPTS`, `lockedUntil > now`: a limit of tries is reached. */
export function isLimit(test: ConditionTest): boolean {
  if (test.outcome !== 'compared' || test.more === undefined || test.origin === 'unknown') return false;
  if (/remaining|left/i.test(test.subject)) return false;
  return LIMITS.test(test.subject) ? test.more : LIMITS.test(test.literal ?? '') && !test.more;
}

/** `hits > MAX_REQUESTS`, where the answer says as well that there were too many. */
export function isOverMaximum(test: ConditionTest, { wording }: Circumstances): boolean {
  if (test.outcome !== 'compared' || test.more !== true || !/max|limit/i.test(test.literal ?? '')) return false;
  return wording.some((text) =>
    /too many (?:requests?|attempts?|tries)|rate.?limit|slow down|try again (?:in|later)/i.test(text),
  );
}
