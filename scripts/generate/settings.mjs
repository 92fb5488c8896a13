import { loadEngine } from './load-engine.mjs';

const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];

/** The setting `statusLens.rules`: one property for each rule. */
export function ruleSettings(rules) {
  const properties = Object.fromEntries(
    rules.map(({ id, summary, severity }) => [
      id,
      {
        type: 'string',
        enum: SEVERITIES,
        default: severity,
        markdownDescription: `${summary} [More](https://github.com/status-lens/status-lens/blob/main/docs/rules/${id}.md)`,
      },
    ]),
  );
  return {
    type: 'object',
    scope: 'resource',
    default: {},
    additionalProperties: false,
    markdownDescription:
      'Severity of each rule by its id: `error`, `warning`, `information`, `hint` or `off`. A finding of which Status Lens is less sure is shown one step lower.',
    properties,
  };
}

/** The settings by which a team tells what it has decided, and what it tells of code that cannot be read. */
export async function teamSettings() {
  const { policySettings } = await loadEngine(`export { policySettings } from './policy.ts';`);
  const policy = policySettings.map(({ name, description, choices, choiceDescriptions, standard }) => [
    `statusLens.policy.${name}`,
    {
      ...(typeof standard === 'boolean'
        ? { type: 'boolean' }
        : { type: 'string', enum: choices, enumDescriptions: choiceDescriptions }),
      default: standard,
      order: 3,
      scope: 'resource',
      markdownDescription: description,
    },
  ]);
  return Object.fromEntries([
    ...policy.map(([name, { enumDescriptions, ...setting }]) => [
      name,
      enumDescriptions?.length > 0 ? { ...setting, enumDescriptions } : setting,
    ]),
    ['statusLens.errorClasses', ERROR_CLASSES],
    ['statusLens.responseHelpers', RESPONSE_HELPERS],
  ]);
}

const STATUS = { type: 'integer', minimum: 100, maximum: 599 };
const INDEX = { type: 'integer', minimum: 0, maximum: 19 };

const ERROR_CLASSES = {
  type: 'object',
  default: {},
  order: 4,
  scope: 'resource',
  additionalProperties: STATUS,
  markdownDescription:
    'The status with which errors are answered that only your error handler can tell, by the name of their class. For example `{ "NoSuchOrder": 404 }`.',
};

const RESPONSE_HELPERS = {
  type: 'object',
  default: {},
  order: 4,
  scope: 'resource',
  additionalProperties: {
    type: 'object',
    additionalProperties: false,
    properties: { status: STATUS, statusArgument: INDEX, bodyArgument: INDEX },
  },
  markdownDescription:
    'Functions that answer and cannot be read, by name: the status that they answer with, or which argument says it, counted from 0. For example `{ "fail": { "statusArgument": 1, "bodyArgument": 2 } }`.',
};
