import { type MessageId, say } from '../messages.ts';
import type { ConditionTest } from '../model.ts';
import { isAbsent, isPresent } from './evidence.ts';
import type { InferredScenario } from './infer.ts';
import type { ScenarioId } from './table.ts';

/** Longer expressions are no names any more; what called them is. */
const LONGEST = 32;

/** Why a code that is not the usual one may fit better. */
const OTHERWISE: Readonly<Partial<Record<ScenarioId, Readonly<Record<number, MessageId>>>>> = {
  'invalid-input': { 422: 'reason.unusable' },
  'unusable-input': { 400: 'reason.malformed' },
  'missing-resource': { 410: 'reason.gone' },
  'state-conflict': { 412: 'reason.precondition', 423: 'reason.locked' },
  'not-allowed': { 404: 'reason.hidden' },
};

/** Why to answer with a code: what the code shows, or for one that is proposed besides, when it fits better. */
export function describeReason(inferred: InferredScenario, code: number, first: boolean): string {
  const { scenario, test, tried } = inferred;
  const otherwise = OTHERWISE[scenario.id]?.[code];
  if (otherwise && (!first || scenario.id === 'not-allowed')) return say(otherwise);
  const evidence = test ? describeTest(test) : describeTried(tried);
  return evidence ?? scenario.title;
}

function describeTried(tried: readonly string[]): string | undefined {
  const [call, ...more] = [...new Set(tried)];
  return call !== undefined && more.length === 0 && call.length <= LONGEST
    ? say('reason.failed', { name: call })
    : undefined;
}

/** What a test has shown, with the name of what was tested: "`existing` was found". */
function describeTest(test: ConditionTest): string | undefined {
  const { subject, literal = '', outcome, origin, call } = test;
  if (literal.length > LONGEST) return undefined;
  if (subject.length > LONGEST)
    return call !== undefined && call.length <= LONGEST && origin === 'look-up' && outcome === 'falsy'
      ? say('reason.found-nothing', { name: call })
      : undefined;
  const name = subject;
  if (origin === 'look-up' && !/\.length$|[cC]ount$/.test(subject)) {
    if (isAbsent(test)) return say('reason.not-found', { name });
    if (isPresent(test)) return say('reason.found', { name });
  }
  switch (outcome) {
    case 'falsy':
      return say(MISSING.has(origin) ? 'reason.missing' : 'reason.false', { name });
    case 'truthy':
      return say('reason.true', { name });
    case 'equal':
      return say('reason.equal', { name, other: literal });
    case 'different':
      return say('reason.different', { name, other: literal });
    case 'instance':
      return say('reason.instance', { name, other: literal });
    case 'compared':
      return test.more === undefined
        ? undefined
        : say(test.more ? 'reason.more' : 'reason.less', { name, other: literal });
    default:
      return undefined;
  }
}

/** Where nothing stands for something that was not given. */
const MISSING: ReadonlySet<ConditionTest['origin']> = new Set([
  'path parameter',
  'body',
  'query',
  'header',
  'session or user',
  'environment',
]);
