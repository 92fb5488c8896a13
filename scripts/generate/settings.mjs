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
