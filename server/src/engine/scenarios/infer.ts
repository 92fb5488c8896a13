import type { ConditionTest, Response, Span } from '../model.ts';
import { type Scenario, type ScenarioId, scenarios } from './table.ts';

/** A scenario with the code that shows it. */
export interface InferredScenario {
  readonly scenario: Scenario;
  readonly evidence: Span;
  /** The test as the code has it, for a sentence such as "this branch runs when `!user`". */
  readonly because: string;
}

/** Why a response is sent, from the innermost condition that tells; undefined where the code leaves it open. */
export function inferScenario(response: Response): InferredScenario | undefined {
  const condition = response.conditions.at(-1);
  if (condition) {
    const id = condition.tests.length === 1 ? fromTest(condition.tests[0]) : undefined;
    if (!id) return undefined;
    return {
      scenario: scenarios[id],
      evidence: condition.span,
      because: condition.holds ? condition.text : `not (${condition.text})`,
    };
  }
  if (!response.inCatch) return undefined;
  const { span, variable } = response.inCatch;
  return {
    scenario: scenarios['unexpected-failure'],
    evidence: span,
    because: variable ? `catch (${variable})` : 'catch',
  };
}

/** How code calls what it found although it hoped to find nothing. */
const EXISTING = /^(?:\w*(?:exist|duplicate|already|taken|conflict|same)\w*)$/i;

function fromTest(test: ConditionTest | undefined): ScenarioId | undefined {
  if (!test) return undefined;
  if (test.outcome === 'truthy' && test.origin === 'look-up' && EXISTING.test(test.subject)) return 'duplicate';
  if (!isAbsent(test)) return undefined;
  switch (test.origin) {
    case 'body':
    case 'query':
      return 'invalid-input';
    case 'session or user':
      return 'not-authenticated';
    case 'look-up':
      return 'missing-resource';
    default:
      return undefined;
  }
}

function isAbsent({ outcome, literal }: ConditionTest): boolean {
  return outcome === 'falsy' || (outcome === 'equal' && (literal === 'null' || literal === 'undefined'));
}
