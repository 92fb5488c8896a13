import { every } from '../known.ts';
import type { Condition, ConditionTest, Response, Span } from '../model.ts';
import { findScenarioOfError } from './errors.ts';
import { type Scenario, type ScenarioId, scenarios } from './table.ts';

/** A scenario with the code that shows it. */
export interface InferredScenario {
  readonly scenario: Scenario;
  readonly evidence: Span;
  /** The test as the code has it, for a sentence such as "this branch runs when `!user`". */
  readonly because: string;
  /** True where a word had to help: enough for a hover, too little for a warning. */
  readonly weak: boolean;
}

interface Told {
  readonly id: ScenarioId;
  readonly weak?: boolean;
}

/** Why a response is sent, from the innermost condition that tells; undefined where the code leaves it open. */
export function inferScenario(response: Response): InferredScenario | undefined {
  if (inferredBefore.has(response)) return inferredBefore.get(response);
  const inferred = infer(response);
  inferredBefore.set(response, inferred);
  return inferred;
}

/** Several rules ask about each response. */
const inferredBefore = new WeakMap<Response, InferredScenario | undefined>();

function infer(response: Response): InferredScenario | undefined {
  const { conditions, inCatch } = response;
  const inner = inCatch ? conditions.filter(({ span }) => span.start >= inCatch.span.start) : conditions;
  const condition = inner.findLast((one) => !isOtherError(one));
  if (condition) {
    const told = condition.inside ? fromCondition(condition, response) : fromGuard(condition, response);
    if (!told) return undefined;
    const because = condition.holds ? condition.text : `not (${condition.text})`;
    return { scenario: scenarios[told.id], evidence: condition.span, because, weak: told.weak ?? false };
  }
  if (!inCatch || inCatch.calls.length === 0) return undefined;
  const { span, variable, calls } = inCatch;
  const told = fromTriedCalls(calls);
  const because = variable ? `catch (${variable})` : 'catch';
  return { scenario: scenarios[told.id], evidence: span, because, weak: told.weak ?? false };
}

/** An error that turned out to be none of those that were asked for: what is left is any other. */
function isOtherError({ holds, tests }: Condition): boolean {
  return !holds && tests.length > 0 && tests.every(({ origin }) => origin === 'caught error');
}

/** After a branch that leaves, only the lack of something is a reason: `if (user) return …; answer 404`. */
function fromGuard(condition: Condition, response: Response): Told | undefined {
  if (!condition.tests.some(isAbsent) || !every(response.status, (code) => code >= 400)) return undefined;
  return fromCondition(condition, response);
}

/** All tests that tell must agree; of joined ones that leave open which was true, each must tell the same. */
function fromCondition({ tests, alternatives }: Condition, response: Response): Told | undefined {
  if (isTakenByAnother(tests)) return { id: 'duplicate' };
  const told = tests.map((test) => fromTest(test, response)).filter((one) => one !== undefined);
  const each = alternatives.map((test) => fromTest(test, response));
  if (each.length > 0 && each.every((one) => one?.id === each[0]?.id) && each[0]) told.push(each[0]);
  const [first] = told;
  return first && told.every(({ id }) => id === first.id) ? first : undefined;
}

/** `found && found.id !== req.params.id`: somebody else has what this request wants to take. */
function isTakenByAnother(tests: readonly ConditionTest[]): boolean {
  return tests.some(
    (test) =>
      test.outcome === 'different' &&
      test.origin === 'look-up' &&
      test.by === 'body' &&
      test.other === 'path parameter',
  );
}

/** Calls that fail only because of what the client sent. */
const PARSES =
  /^(?:JSON\.parse|\w*[sS]chema\w*\.(?:parse|parseAsync|validate|validateAsync)|newURL|new URL|z\..*parse|.*\.constructEvent)$/;
const VERIFIES = /(?:^|\.)(?:jwt\.)?(?:verify|verifyIdToken|verifyToken|jwtVerify)$/;
/** Calls that do nothing which could fail by itself. */
const HARMLESS =
  /(?:^|\.)(?:split|trim|replace|toString|log|error|warn|info|debug|next|String|Number|get|header|startsWith|slice)$/;

function fromTriedCalls(calls: readonly string[]): Told {
  const telling = calls.filter((call) => !HARMLESS.test(call));
  if (telling.length > 0 && telling.every((call) => PARSES.test(call))) return { id: 'invalid-input' };
  if (telling.length > 0 && telling.every((call) => VERIFIES.test(call))) return { id: 'not-authenticated' };
  return { id: 'unexpected-failure' };
}

function fromTest(test: ConditionTest, response: Response): Told | undefined {
  switch (test.origin) {
    case 'body':
    case 'query':
    case 'path parameter':
      return fromInput(test);
    case 'header':
      return fromHeader(test);
    case 'session or user':
      return fromUser(test);
    case 'look-up':
      return fromLookUp(test, response);
    case 'verification':
      return fromVerification(test);
    case 'validation':
      return fromValidation(test);
    case 'caught error':
      return fromError(test);
    case 'environment':
      return isAbsent(test) ? { id: 'unexpected-failure' } : undefined;
    default:
      return test.other === 'session or user' && test.outcome === 'different'
        ? { id: 'not-allowed', weak: true }
        : undefined;
  }
}

function fromInput(test: ConditionTest): Told | undefined {
  // A token that is missing in the body leaves the user unknown as well as the input incomplete.
  if (CREDENTIALS.test(test.subject)) return undefined;
  if (isAbsent(test)) return { id: 'invalid-input' };
  if (test.other === 'session or user') return test.outcome === 'different' ? { id: 'not-allowed' } : undefined;
  if (test.other === 'look-up') return { id: 'invalid-input', weak: true };
  if (test.outcome === 'compared' || test.outcome === 'different') return { id: 'invalid-input', weak: true };
  return undefined;
}

const CREDENTIALS = /auth|token|cookie|bearer|api-?_?key|jwt/i;

function fromHeader(test: ConditionTest): Told | undefined {
  if (isAbsent(test))
    return CREDENTIALS.test(test.subject) ? { id: 'not-authenticated' } : { id: 'invalid-input', weak: true };
  if (/startsWith/.test(test.subject) && test.outcome === 'falsy') return { id: 'not-authenticated' };
  return undefined;
}

/** A property of a user that says who it is; any other says what it may do. */
const IDENTITY =
  /(?:^|\.)(?:user|session|auth|userId|_?id|uid|sub|currentUser|isAuthenticated\(\)|decoded|account|email)$/i;

function fromUser(test: ConditionTest): Told | undefined {
  if (isAbsent(test))
    return IDENTITY.test(test.subject)
      ? { id: 'not-authenticated' }
      : /\.(?:is[A-Z]|role|permission|can[A-Z]|admin)/.test(test.subject)
        ? { id: 'not-allowed' }
        : undefined;
  if (test.outcome === 'truthy' && /isUnauthenticated/.test(test.subject)) return { id: 'not-authenticated' };
  if (test.outcome === 'different' && !IS_NOTHING.has(test.literal ?? '')) return { id: 'not-allowed' };
  if (test.outcome === 'equal' && /\.(?:role|type|plan|status)$/.test(test.subject)) return { id: 'not-allowed' };
  return undefined;
}

const LOGIN = /log-?_?in|sign-?_?in|authenticate|session|forgot|reset|password/i;
/** How code calls what it found although it hoped to find nothing. */
const EXISTING = /exist|duplicate|already|taken|conflict|found|same/i;
/** What is looked up in order to refuse: a token that was withdrawn, a code that was used, a limit. */
const REFUSES = /token|black_?list|block|ban|session|code|otp|limit|attempt|lock|revoke|expire/i;
const CREATES = /sign-?_?up|register|create|add|new|insert|invite/i;

function fromLookUp(test: ConditionTest, response: Response): Told | undefined {
  const { method, name = '', route = '' } = response.handler;
  const where = `${name} ${route}`;
  if (isAbsent(test)) {
    if (test.by === 'session or user' || test.by === 'header') return undefined;
    if (/(?:^|\.)(?:has|is|can|was|did)[A-Z]|Has[A-Z]/.test(test.subject)) return undefined;
    if (test.by !== 'path parameter' && LOGIN.test(where)) return { id: 'bad-credentials', weak: true };
    if (isKnownToExist(test, response)) return undefined;
    if (/\.length$/.test(test.subject) || test.subject.endsWith('[0]')) return undefined;
    return { id: 'missing-resource', weak: test.by !== 'path parameter' };
  }
  const counted = test.outcome === 'compared' && test.literal === '0' && /\.length$|count/i.test(test.subject);
  if ((test.outcome === 'truthy' || counted) && !REFUSES.test(`${test.subject} ${test.call ?? ''}`)) {
    const failing = every(response.status, (code) => code >= 400) || EXISTING.test(test.subject);
    if (!failing || test.by === 'path parameter') return undefined;
    if (LOGIN.test(where) && !CREATES.test(where)) return undefined;
    const named = EXISTING.test(test.subject) || EXISTING.test(test.call ?? '');
    const creates = CREATES.test(where) || method === 'POST' || method === undefined;
    if (/\.\w+$/.test(test.subject) && !named) return undefined;
    if (creates && (named || test.by === 'body'))
      return { id: 'duplicate', weak: !named && !CREATES.test(where) && method !== 'POST' };
  }
  if (test.outcome === 'different' && test.other === 'session or user') return { id: 'not-allowed' };
  return undefined;
}

/** True if the path has found the resource before: what fails now is something else. */
function isKnownToExist(test: ConditionTest, { conditions }: Response): boolean {
  return conditions.some(({ tests }) =>
    tests.some(
      ({ origin, by, outcome, subject }) =>
        origin === 'look-up' && by === 'path parameter' && outcome === 'truthy' && subject !== test.subject,
    ),
  );
}

const CHECKS_PASSWORD = /compare|password|match|verify(?:Hash)?$|argon|bcrypt|\.authenticate$/i;

function fromVerification(test: ConditionTest): Told | undefined {
  if (!isAbsent(test) && !(test.outcome === 'different' && test.literal === 'true')) return undefined;
  return {
    id:
      CHECKS_PASSWORD.test(test.call ?? test.subject) && !/jwt|token/i.test(test.call ?? '')
        ? 'bad-credentials'
        : 'not-authenticated',
  };
}

const FAILED = /err|invalid|isNaN|fail|issue|problem|!/i;
const PASSED = /valid|success|isEmpty|test\(|match|is[A-Z]|check|includes|parse/;

function fromValidation(test: ConditionTest): Told | undefined {
  // What is checked must have come from the client: an id out of a token is another matter.
  const weak = test.by === 'unknown' && !/validationResult|errors/i.test(`${test.call ?? ''} ${test.subject}`);
  const told = judgeValidation(test);
  return told && weak ? { ...told, weak } : told;
}

function judgeValidation(test: ConditionTest): Told | undefined {
  const negative =
    FAILED.test(test.subject.replace(/isEmpty/g, '')) && !/isEmpty\(\)$|\.success$|isValid/.test(test.subject);
  if (negative)
    return test.outcome === 'truthy' || test.outcome === 'compared' || test.outcome === 'different'
      ? { id: 'invalid-input' }
      : undefined;
  if (test.outcome === 'falsy' || (test.outcome === 'equal' && test.literal === 'false'))
    return PASSED.test(test.subject) ? { id: 'invalid-input' } : undefined;
  return test.outcome === 'compared' ? { id: 'invalid-input', weak: true } : undefined;
}

function fromError(test: ConditionTest): Told | undefined {
  if (test.outcome === 'equal' || test.outcome === 'instance') {
    const id = findScenarioOfError(test.literal ?? '');
    return id && { id };
  }
  if (test.outcome !== 'truthy' || /[.(]/.test(test.subject)) return undefined;
  return test.call === undefined ? { id: 'unexpected-failure' } : fromTriedCalls([test.call]);
}

const IS_NOTHING: ReadonlySet<string> = new Set(['null', 'undefined', '"undefined"', '""', '0', 'false']);

function isAbsent({ outcome, literal }: ConditionTest): boolean {
  return outcome === 'falsy' || (outcome === 'equal' && IS_NOTHING.has(literal ?? ''));
}
