import { every } from '../known.ts';
import type { Condition, ConditionTest, Span } from '../model.ts';
import {
  type Circumstances,
  CREATES,
  isAbsent,
  isNothing,
  isPresent,
  LOGIN,
  SENT,
  saysSo,
  type Told,
} from './evidence.ts';
import { excludesOwn, fromError, fromTriedCalls, leavesOpen } from './from-caught.ts';
import { fromValidation, fromVerification } from './from-checks.ts';
import { fromLookUp, isTakenByAnother } from './from-look-up.ts';
import { fromHeader, fromInput, fromUser, isLimit, isOverMaximum } from './from-request.ts';
import { type Scenario, scenarios } from './table.ts';

/** A scenario with the code that shows it. */
export interface InferredScenario {
  readonly scenario: Scenario;
  readonly evidence: Span;
  /** The test as the code has it, on one line, for a sentence such as "this branch runs when `!user`". */
  readonly because: string;
  /** True where a word had to help: enough for a hover, too little for a warning. */
  readonly weak: boolean;
  /** The test that told, if one did; undefined for a catch clause. */
  readonly test: ConditionTest | undefined;
  /** The calls that may have failed, where a catch clause told. */
  readonly tried: readonly string[];
}

interface ToldBy extends Told {
  readonly test: ConditionTest | undefined;
}

/** Why a response is sent, from the innermost condition that tells; undefined where the code leaves it open. */
export function inferScenario(response: Circumstances): InferredScenario | undefined {
  if (inferredBefore.has(response)) return inferredBefore.get(response);
  const inferred = infer(response);
  inferredBefore.set(response, inferred);
  return inferred;
}

/** Several rules ask about each response. */
const inferredBefore = new WeakMap<Circumstances, InferredScenario | undefined>();

function infer(response: Circumstances): InferredScenario | undefined {
  const { conditions, inCatch } = response;
  const inner = inCatch ? conditions.filter(({ span }) => span.start >= inCatch.span.start) : conditions;
  const condition = inner.findLast((one) => !leavesOpen(one));
  if (condition) {
    const told = condition.inside ? fromCondition(condition, response) : fromGuard(condition, response);
    if (!told) return undefined;
    const because = condition.holds ? condition.text : `not (${condition.text})`;
    return conclude(told, condition.span, because, response);
  }
  if (!inCatch || inCatch.calls.length === 0) return undefined;
  const { span, variable, calls, readsOwn } = inCatch;
  const told: ToldBy = readsOwn
    ? { id: 'unexpected-failure', weak: true, test: undefined }
    : { ...fromTriedCalls(calls), test: undefined };
  if (told.id !== 'unexpected-failure' && inner.some(excludesOwn)) return undefined;
  return conclude(told, span, variable ? `catch (${variable})` : 'catch', response);
}

function conclude(
  { id, weak, test }: ToldBy,
  evidence: Span,
  because: string,
  response: Circumstances,
): InferredScenario {
  // What a service is given may come from anywhere: words alone do not make it the client's.
  const supported = SUPPORTED.has(id) && test?.by !== 'argument' && saysSo(id, response.wording);
  return {
    scenario: scenarios[id],
    evidence,
    because: because.replace(/\s+/g, ' '),
    weak: (weak ?? false) && !supported,
    test,
    tried: test ? [] : (response.inCatch?.calls ?? []),
  };
}

/** Where the words of the answer may add what the test alone leaves open. */
const SUPPORTED: ReadonlySet<string> = new Set(['invalid-input', 'duplicate']);

/** After a branch that leaves, only the lack of something is a reason: `if (user) return …; answer 404`. */
function fromGuard(condition: Condition, response: Circumstances): ToldBy | undefined {
  if (condition.before || !condition.tests.some(isAbsent) || !every(response.status, (code) => code >= 400))
    return undefined;
  return fromCondition(condition, response);
}

/** All tests that tell must agree; of joined ones that leave open which was true, each must tell the same. */
function fromCondition({ tests, alternatives }: Condition, response: Circumstances): ToldBy | undefined {
  if (isTakenByAnother(tests)) return { id: 'duplicate', test: tests[0] };
  const told = tests.flatMap((test) => tell(test, response) ?? []);
  const either = fromAlternatives(alternatives, response);
  if (either) told.push(either);
  const [first] = told;
  if (first && (isNarrowedDown(first, [...tests, ...alternatives]) || isAside(first, tests))) return undefined;
  if (first?.id === 'duplicate' && tests.some((test) => narrowsFound(test, tests, response))) return undefined;
  return first && told.every(({ id }) => id === first.id) ? first : undefined;
}

/** `error && (error.status === 413 || error.type === 'too.large')`: the error was asked for more than that it is one. */
function isNarrowedDown({ id, test }: ToldBy, tests: readonly ConditionTest[]): boolean {
  if (id !== 'unexpected-failure' || test?.origin !== 'caught error' || test.outcome !== 'truthy') return false;
  return tests.some((other) => other !== test && other.origin === 'caught error' && other.property !== undefined);
}

/** `!link && req.body.kind !== 'x'`: what a call has not given is the reason, and what was sent only narrows it down. */
function isAside({ test, weak }: ToldBy, tests: readonly ConditionTest[]): boolean {
  if (!weak || !test || !SENT.has(test.origin) || isAbsent(test)) return false;
  return tests.some((other) => isAbsent(other) && other.origin === 'other call');
}

/** Of something that was found more is asked than whether it is there: then that is what matters. */
function narrowsFound(test: ConditionTest, tests: readonly ConditionTest[], response: Circumstances): boolean {
  if (test.origin === 'look-up' && test.other === 'look-up') return true;
  if (test.outcome !== 'compared' || saysSo('duplicate', response.wording)) return false;
  return tests.some(
    ({ subject, outcome }) => outcome === 'truthy' && subject !== test.subject && mentions(test.subject, subject),
  );
}

function mentions(code: string, name: string): boolean {
  return /^[\w$]+$/.test(name) && new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(code);
}

function tell(test: ConditionTest, response: Circumstances): ToldBy | undefined {
  const told = fromTest(test, response);
  return told && { ...told, test };
}

/** What follows whichever of the tests was the case. */
function fromAlternatives(alternatives: readonly ConditionTest[], response: Circumstances): ToldBy | undefined {
  const each = alternatives.map((test) => tell(test, response));
  const told = each.filter((one) => one !== undefined);
  const [first] = told;
  if (!first) return undefined;
  const ids = new Set(told.map(({ id }) => id));
  // A name that nobody declared among fields that are missing is one more of them.
  const open = alternatives.filter((_test, index) => each[index] === undefined);
  const closed = open.every((test) => test.origin === 'unknown' && isAbsent(test) && test.call === undefined);
  if (open.length > 0 && !(closed && told.length > 1 && told.length > open.length)) return undefined;
  if (ids.size === 1) return { ...first, weak: told.some(({ weak }) => weak) };
  const [weak] = told.map((one) => one.weak ?? false).filter((one) => one);
  if (ids.size > 2 || (weak && !ids.has('bad-credentials'))) return undefined;
  // Either there is no such user, or the password is not theirs: which of the two is not to be told.
  if (ids.has('bad-credentials') && ids.has('missing-resource'))
    return { ...first, id: 'bad-credentials', weak: false };
  if (ids.has('not-allowed') && ids.has('not-authenticated')) return { ...first, id: 'not-allowed' };
  // What belongs to others may be hidden or refused; either way it is the client's mistake.
  const refused = every(response.status, (code) => code === 401 || code === 403);
  if (ids.has('not-allowed') && ids.has('missing-resource') && !refused) return { ...first, id: 'missing-resource' };
  return undefined;
}

/** What a call that never throws tells of itself: that it has failed, for whatever reason. */
const ASKS_RESULT =
  /\.(?:is_?(?:Err|Error|Ok|Failure|Failed|Left|Success(?:ful)?)|hasError|failed|succeeded)(?:\(\))?$/i;

function fromTest(test: ConditionTest, response: Circumstances): Told | undefined {
  if (test.origin !== 'validation' && ASKS_RESULT.test(test.subject)) return undefined;
  if (isLimit(test)) return { id: 'rate-limit', weak: !saysSo('rate-limit', response.wording) };
  if (isOverMaximum(test, response)) return { id: 'rate-limit' };
  switch (test.origin) {
    case 'body':
    case 'query':
    case 'path parameter':
      return isProof(test, response) ? undefined : fromInput(test);
    case 'header':
      return fromHeader(test, response);
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
    case 'other call':
      return fromQuestion(test, response);
    default:
      return fromOwner(test);
  }
}

/** What differs from what the program knows, answered with 401: the one who sent it has not proven who they are. */
function isProof({ outcome, other, literal }: ConditionTest, { status }: Circumstances): boolean {
  return outcome === 'different' && !SENT.has(other) && !isNothing(literal) && every(status, (code) => code === 401);
}

function fromOwner(test: ConditionTest): Told | undefined {
  return test.other === 'session or user' && test.outcome === 'different'
    ? { id: 'not-allowed', weak: true }
    : undefined;
}

/** Calls that ask what somebody may do. */
const MAY =
  /(?:^|\.)(?:can[A-Z]\w*|(?:has|is|check|verify)[A-Z]?\w*(?:Access|Permi\w+|Allowed|Authori\w+|Owner|Admin|Member|Role))$/;

/** Calls that write something down and give it back. */
const WRITES = /(?:^|\.)_?(?:create|insert|save|add|store|follow|register)\w*$/i;

/** A call of the project's own: whether something is there already, or whether it could be written. */
function fromQuestion(test: ConditionTest, response: Circumstances): Told | undefined {
  const { method, name = '', ownRoute: route = '' } = response.handler;
  if (test.call === undefined) return fromOwner(test);
  if (isPresent(test) && test.property === undefined && !isNothing(test.literal)) {
    const creates = CREATES.test(`${name} ${route}`) || method === 'POST';
    const failing = every(response.status, (code) => code >= 400) && !LOGIN.test(`${name} ${route}`);
    return creates && failing && saysSo('duplicate', response.wording) ? { id: 'duplicate' } : undefined;
  }
  // A right that the user does not have: `canEdit(req.user.id, board)`.
  if (isAbsent(test) && test.scoped && MAY.test(test.call)) return { id: 'not-allowed' };
  if (isAbsent(test) && WRITES.test(test.call) && saysSo('unexpected-failure', response.wording))
    return { id: 'unexpected-failure', weak: true };
  return fromOwner(test);
}
