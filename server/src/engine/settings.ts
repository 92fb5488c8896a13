import type { Severity } from './model.ts';

/** What a team sets under `statusLens.*`. */
export interface Settings {
  /** Severity by rule id; a rule that is not listed has its default. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

/** A setting that could not be used; its default was taken. */
export interface SettingsProblem {
  readonly setting: string;
  readonly message: string;
}

export const defaultSettings: Settings = { rules: {} };

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
  if (raw === undefined || raw === null) return { settings: defaultSettings, problems };
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    problems.push({ setting: 'statusLens', message: 'must be an object; the defaults are used' });
    return { settings: defaultSettings, problems };
  }
  const rules: Record<string, Severity | 'off'> = {};
  const given: unknown = (raw as Record<string, unknown>)['rules'];
  if (given !== undefined && given !== null) {
    if (typeof given !== 'object' || Array.isArray(given)) {
      problems.push({ setting: 'statusLens.rules', message: 'must be an object of rule ids and severities' });
    } else {
      for (const [id, value] of Object.entries(given)) {
        if (!knownRules.includes(id))
          problems.push({ setting: `statusLens.rules.${id}`, message: 'there is no such rule' });
        else if (typeof value !== 'string' || !SEVERITIES.includes(value))
          problems.push({ setting: `statusLens.rules.${id}`, message: `must be one of ${SEVERITIES.join(', ')}` });
        else rules[id] = value as Severity | 'off';
      }
    }
  }
  return { settings: { rules }, problems };
}
