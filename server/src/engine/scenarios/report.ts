import { every, valuesOf } from '../known.ts';
import { say } from '../messages.ts';
import type { Confidence, Response, ResponseIntent, Span } from '../model.ts';
import type { Policy } from '../policy.ts';
import type { ProposedFix, Report } from '../rule.ts';
import { formatStatus } from '../status-text.ts';
import { listFitting } from './fitting.ts';
import { type InferredScenario, inferScenario } from './infer.ts';
import { describeReason } from './reason.ts';
import { withoutMissing } from './swallowed.ts';
import type { ScenarioId } from './table.ts';

/**
 * Reports a status that does not fit why it is sent.
 * @param scenarios the reasons that a rule is about
 * @param isWrong says of a code that it does not fit; a conditional status is reported only if all of its codes are wrong
 * @param confidence how sure the rule is
 * @param policy what the team has decided where more than one code is right
 */
export function reportMismatch(
  response: Response,
  scenarios: readonly ScenarioId[],
  isWrong: (code: number) => boolean,
  confidence: Confidence,
  policy: Policy,
): Report | undefined {
  if (!every(response.status, isWrong)) return undefined;
  const inferred = inferScenario(response);
  if (!inferred || inferred.weak || !scenarios.includes(inferred.scenario.id)) return undefined;
  return reportScenario(response, inferred, confidence, policy);
}

/** The report of a status that does not fit a scenario that was found. */
export function reportScenario(
  response: Response,
  inferred: InferredScenario,
  confidence: Confidence,
  policy: Policy,
): Report {
  const { scenario, evidence, because: test } = inferred;
  const fits = listFitting(scenario, policy);
  const [code = 200] = valuesOf(response.status) ?? [];
  return {
    span: placeOfStatus(response),
    message: say('scenario.mismatch', {
      test,
      scenario: scenario.title,
      status: formatStatus(code),
      codes: fits.map(formatStatus).join(' or '),
    }),
    confidence,
    related: [{ span: evidence, message: say('scenario.evidence') }],
    fixes: withoutMissing(fits, response).map((fit, index): ProposedFix => {
      const reason = describeReason(inferred, fit, index === 0);
      const title = say('status.fix.scenario', { status: formatStatus(fit), reason });
      const intent: ResponseIntent = { kind: 'setStatus', status: fit };
      return { title, intent, safe: false };
    }),
  };
}

/** Where the status is written; where nothing writes it, the call that sends. */
export function placeOfStatus(response: Response): Span {
  const sender = response.parts.findLast(({ role }) => role === 'send')?.nameSpan;
  return response.statusSpans[0] ?? sender ?? response.span;
}
