import { namesPassword } from '../field-names.ts';
import { every } from '../known.ts';
import type { ConditionTest } from '../model.ts';
import {
  type Circumstances,
  CREATES,
  isAbsent,
  isCount,
  isIdentifying,
  isPresent,
  LOGIN,
  lastOf,
  PROVES,
  saysSo,
  type Told,
} from './evidence.ts';

/** How code calls what it found although it hoped to find nothing. */
const EXISTING = /exist|duplicate|already|taken|found/i;
/** What is looked up in order to refuse: a token that was withdrawn, a code that was used, a limit. */
const REFUSES = /token|black_?list|block|ban|session|code|otp|limit|attempt|lock|revoke|expire/i;
/** What is looked for because it is wrong. */
const WRONG = /invalid|missing|unknown|wrong|fail|problem|issue|reject|unavailab|forbid|denied|illegal|orphan/i;
/** A question about the thing that was found, not whether it was found. */
const QUESTION = /(?:^|\.)(?:has|is|can|was|did)[A-Z]|Has[A-Z]/;
/** A property of what was found: whether it is set is another question. */
const PROPERTY = /\.(?!(?:rows|data|value|item|doc|record|result|recordset|body)$)\w+$/i;

/** The reason that a test of what was looked up tells: it is missing, or it is there already. */
export function fromLookUp(test: ConditionTest, response: Circumstances): Told | undefined {
  const { name = '', ownRoute: route = '' } = response.handler;
  const where = `${name} ${route}`;
  if (FETCHES.test(test.call ?? '')) return fromUpstream(test);
  // `const { data, error } = await db.from('users').insert(user)`: why it failed is another question.
  if (test.property !== undefined && ERROR.test(test.property)) return undefined;
  if (isAbsent(test)) return fromNothing(test, response, where);
  if (isPresent(test)) {
    const found = fromFound(test, response, where);
    if (found) return found;
  }
  if (test.outcome === 'different' && test.other === 'session or user') return { id: 'not-allowed' };
  return undefined;
}

/** What calls give that never throw, where they have failed. */
const ERROR = /^_?(?:\w*Err(?:or)?|err(?:or)?)s?$/;

/** Calls that change what is there already. */
const CHANGES =
  /(?:^|\.)\w*(?:[uU]pdate|[dD]elete|[rR]emove|[dD]estroy|[rR]eplace|[iI]ncrement|[mM]odify|[tT]ransition|[cC]laim|[rR]eserve|[aA]cquire|[lL]ock|[mM]ark)\w*$/;
/** A collision with what others do. */
const COLLIDES: ReadonlySet<number> = new Set([409, 412, 423]);

/** Calls of other services. */
const FETCHES = /^(?:fetch|axios|got|ky|superagent|needle|undici|httpClient|axiosInstance)(?:\.\w+)?$/;

function fromUpstream(test: ConditionTest): Told | undefined {
  const failed =
    (test.property === 'ok' && test.outcome === 'falsy') ||
    (test.property === 'status' &&
      (test.outcome === 'different' || (test.outcome === 'compared' && test.more === true)));
  return failed ? { id: 'upstream-failed' } : undefined;
}

function fromNothing(test: ConditionTest, response: Circumstances, where: string): Told | undefined {
  if (test.by === 'session or user' || test.by === 'header' || QUESTION.test(test.subject)) return undefined;
  if (namesPassword(test.key)) return { id: 'bad-credentials' };
  if (test.by !== 'path parameter' && LOGIN.test(where)) return { id: 'bad-credentials', weak: true };
  // Whoever has a link from a mail is not told which part of it is wrong.
  if (PROVES.test(where) && response.wording.some((text) => /\b(?:token|link|code)\b|expired/i.test(text)))
    return undefined;
  if (isKnownToExist(test, response) || isReadBack(test, response) || isBrokenLink(test, response)) return undefined;
  // A write that came to nothing, told as a failure of the server.
  const failed = saysSo('unexpected-failure', response.wording) && !saysSo('missing-resource', response.wording);
  if (failed && /update|delete|remove|save/i.test(test.call ?? '') && every(response.status, (code) => code >= 500))
    return undefined;
  // A change that found nothing to change as it should be: somebody else was quicker, unless the words say that it is gone.
  const said = saysSo('missing-resource', response.wording);
  if (!said && CHANGES.test(test.call ?? '') && every(response.status, (code) => COLLIDES.has(code))) return undefined;
  const byPath = test.by === 'path parameter';
  // What is found for this user alone and by another key is a part of something: a membership, a vote.
  if (test.scoped && !isIdentifying(test.key)) return undefined;
  if (test.scoped && every(response.status, (code) => code === 401 || code === 403)) return undefined;
  if (isCount(test) && !(byPath && isIdentifying(test.key))) return undefined;
  if (test.list || test.part || (PROPERTY.test(test.subject) && !isCount(test))) return undefined;
  return { id: 'missing-resource', weak: !byPath };
}

function fromFound(test: ConditionTest, response: Circumstances, where: string): Told | undefined {
  const { method } = response.handler;
  const asked = `${test.subject} ${test.call ?? ''}`;
  if (REFUSES.test(asked) || WRONG.test(asked)) return undefined;
  const failing = every(response.status, (code) => code >= 400) || EXISTING.test(test.subject);
  // Whether a part of it is set is another question than whether the whole is there.
  const isPartOfIt = PROPERTY.test(test.subject) && !isCount(test);
  const named = EXISTING.test(isPartOfIt ? lastOf(test.subject) : `${test.subject} ${test.call ?? ''}`);
  const said = saysSo('duplicate', response.wording);
  if (!failing || (test.by === 'path parameter' && !(test.scoped && (named || said)))) return undefined;
  if (LOGIN.test(where) && !CREATES.test(where)) return undefined;
  const makes = CREATES.test(where);
  const creates = makes || method === 'POST' || method === undefined;
  if (/\.\w+$/.test(test.subject) && !isCount(test) && !named) return undefined;
  // What stands in the way of a change is found as well: only where a thing is made it is there already.
  if (!creates || !(named || said || (test.by === 'body' && makes))) return undefined;
  return { id: 'duplicate' };
}

/** What the handler itself has just written and cannot find is lost: a failure, and nothing that the client asked for. */
function isReadBack({ written }: ConditionTest, { status }: Circumstances): boolean {
  return written === 'made' || (written === 'changed' && every(status, (code) => code >= 500));
}

/**
 * What was found has to lead to another thing, `await order.getCustomer()`: if it does not, the data are broken. Both rest on
 * the same look-up.
 */
function isBrokenLink({ call, subject }: ConditionTest, { conditions, status }: Circumstances): boolean {
  if (!every(status, (code) => code >= 500)) return false;
  return conditions.some(({ tests }) =>
    tests.some(
      (other) =>
        other.origin === 'look-up' && other.outcome === 'truthy' && other.call === call && other.subject !== subject,
    ),
  );
}

/** True if the path has found the resource before: what fails now is something else. */
function isKnownToExist(test: ConditionTest, { conditions }: Circumstances): boolean {
  return conditions.some(({ tests }) =>
    tests.some(
      ({ origin, by, outcome, subject }) =>
        origin === 'look-up' && by === 'path parameter' && outcome === 'truthy' && subject !== test.subject,
    ),
  );
}

/** `found && found.id !== req.params.id`: somebody else has what this request wants to take. */
export function isTakenByAnother(tests: readonly ConditionTest[]): boolean {
  const isOther = (test: ConditionTest): boolean =>
    test.outcome === 'different' &&
    test.origin === 'look-up' &&
    (test.by === 'body' || test.by === 'argument') &&
    (test.other === 'path parameter' || test.other === 'argument' || test.other === 'session or user') &&
    /(?:^|\.)_?id(?:\.toString\(\))?$/i.test(test.subject);
  return tests.some(isOther) && tests.some(({ outcome, origin }) => outcome === 'truthy' && origin === 'look-up');
}
