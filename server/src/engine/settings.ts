import { type ExtraKnowledge, noExtraKnowledge, readExtraKnowledge } from './extra-knowledge.ts';
import type { Severity } from './model.ts';
import { defaultPolicy, type Policy, readPolicy } from './policy.ts';

/** What a team sets under `statusLens.*`. */
export interface Settings {
  /** Severity by rule id; a rule that is not listed has its default. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Which of several right codes the team has chosen. */
  readonly policy: Policy;
  /** What the team tells of code that cannot be read. */
  readonly extra: ExtraKnowledge;
}

/** A setting that could not be used; its default was taken. */
export interface SettingsProblem {
  readonly setting: string;
  readonly message: string;
}

export const defaultSettings: Settings = { rules: {}, policy: defaultPolicy, extra: noExtraKnowledge };

const SEVERITIES: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'];

/**
 * Reads the value of the `statusLens` section, whatever its type. Never throws: what is wrong is named, and its
 * default is taken.
 * @param knownRules ids of the rules that exist; another id is named as a problem.
 */
export function readSettings(
  raw: unknown,
  knownRules: readonly string[],
): { readonly settings: Settings; readonly problems: readonly SettingsProblem[] } {
  const problems: SettingsProblem[] = [];
  const complain = (setting: string, message: string): void =>
    void problems.push({ setting: setting === '' ? 'statusLens' : `statusLens.${setting}`, message });
  if (raw === undefined || raw === null) return { settings: defaultSettings, problems };
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    complain('', 'must be an object; the defaults are used');
    return { settings: defaultSettings, problems };
  }
  const given = raw as Readonly<Record<string, unknown>>;
  const settings: Settings = {
    rules: readRules(given['rules'], knownRules, complain),
    policy: readPolicy(given['policy'], complain),
    extra: readExtraKnowledge(given, complain),
  };
  return { settings, problems };
}

function readRules(
  given: unknown,
  knownRules: readonly string[],
  complain: (setting: string, message: string) => void,
): Settings['rules'] {
  const rules: Record<string, Severity | 'off'> = {};
  if (given === undefined || given === null) return rules;
  if (typeof given !== 'object' || Array.isArray(given)) {
    complain('rules', 'must be an object of rule ids and severities');
    return rules;
  }
  for (const [id, value] of Object.entries(given)) {
    if (!knownRules.includes(id)) complain(`rules.${id}`, 'there is no such rule');
    else if (typeof value !== 'string' || !SEVERITIES.includes(value))
      complain(`rules.${id}`, `must be one of ${SEVERITIES.join(', ')}`);
    else rules[id] = value as Severity | 'off';
  }
  return rules;
}
