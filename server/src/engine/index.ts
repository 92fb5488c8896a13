// The façade: the only file of the engine that others import.
export { analyze } from './analyze.ts';
export { getCodeActions } from './features/code-actions.ts';
export { type CompletionTrigger, describeCompletion, findCompletions } from './features/completions.ts';
export { findHover } from './features/hover.ts';
export { insertStatus } from './features/insert-status.ts';
export { type FoundStatus, lookUpStatusCodes } from './features/look-up.ts';
export { describeRule, type RuleDescription, ruleDescriptions } from './features/rule-descriptions.ts';
export { describeStatusIndex, describeStatusPage } from './features/status-page.ts';
export type { Known } from './known.ts';
export { valuesOf } from './known.ts';
export type * from './model.ts';
export { noHost, type ProjectHost } from './project/host.ts';
export { createProject, type Project, type ReadFiles } from './project/project.ts';
export { listScenariosOf, type Scenario, type ScenarioId, scenarios } from './scenarios/table.ts';
export { defaultSettings, readSettings, type Settings, type SettingsProblem } from './settings.ts';
export { findStatusCode, type StatusCode, statusCodes } from './status-codes/index.ts';
export { getLineStarts, type Position, toOffset, toPosition } from './text-positions.ts';
