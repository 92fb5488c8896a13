import type { Severity } from '../model.ts';
import { rules } from '../registry.generated.ts';

/** What a client needs to know of a rule: for settings, documentation and links. */
export interface RuleDescription {
  readonly id: string;
  readonly summary: string;
  readonly severity: Severity | 'off';
  readonly fix: 'safe' | 'suggestion' | 'none';
}

/** Every rule, sorted by id. */
export const ruleDescriptions: readonly RuleDescription[] = rules.map(({ id, summary, severity, fix }) => ({
  id,
  summary,
  severity,
  fix,
}));

/** The rule of that id, if there is one. */
export function describeRule(id: string): RuleDescription | undefined {
  return ruleDescriptions.find((rule) => rule.id === id);
}
