import {
  defaultSettings,
  readSettings,
  ruleDescriptions,
  type Settings,
  type SettingsProblem,
} from '../engine/index.ts';
import { SECTION } from './protocol.ts';

/** The settings of one part of the workspace. */
export interface LspSettings {
  readonly enabled: boolean;
  readonly engine: Settings;
}

export const defaultLspSettings: LspSettings = { enabled: true, engine: defaultSettings };

/** Settings, and what was wrong with the values from which they were read. */
export interface ReadLspSettings {
  readonly settings: LspSettings;
  readonly problems: readonly SettingsProblem[];
}

/** Reads `statusLens.enable`, which is no business of the engine, and leaves the rest to it. Never throws. */
export function readLspSettings(raw: unknown): ReadLspSettings {
  const rules = ruleDescriptions.map(({ id }) => id);
  const { settings, problems } = readSettings(raw, rules);
  const enable = isRecord(raw) ? raw.enable : undefined;
  if (enable === undefined || enable === null || typeof enable === 'boolean') {
    return { settings: { enabled: enable !== false, engine: settings }, problems };
  }
  const problem = { setting: `${SECTION}.enable`, message: 'must be true or false; true is used' };
  return { settings: { enabled: true, engine: settings }, problems: [problem, ...problems] };
}

/** The section in what a client sends unasked: some send it alone, others within all settings. */
export function findSection(settings: unknown): unknown {
  return isRecord(settings) && SECTION in settings ? settings[SECTION] : settings;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
