/** What a team has decided where more than one code is right. */
export interface Policy {
  readonly validationStatus: '400' | '422' | 'either';
  readonly duplicateStatus: '409' | '422' | 'either';
  readonly emptyList: '200' | '204' | '404';
  readonly hideForbiddenAs404: boolean;
  readonly envelope: 'auto' | 'always-200' | 'off';
  readonly loginFailureStatus: '401' | '400' | '403' | '404' | '422';
  readonly statusStyle: 'auto' | 'number' | 'constant';
  readonly requireRetryAfter: boolean;
  readonly requireChallenge: boolean;
  readonly requireCreatedLocation: boolean;
}

/** One setting of the policy, from which package.json, the README and the reading of its value follow. */
export interface PolicySetting {
  readonly name: keyof Policy;
  readonly description: string;
  readonly choices: readonly (string | boolean)[];
  readonly choiceDescriptions: readonly string[];
  readonly standard: string | boolean;
}

export const policySettings: readonly PolicySetting[] = [
  {
    name: 'validationStatus',
    description: 'The status of malformed or missing input.',
    choices: ['either', '400', '422'],
    choiceDescriptions: [
      'Both 400 and 422 are fine; 400 is proposed.',
      '400 Bad Request; 422 is pointed out.',
      '422 Unprocessable Content; 400 is pointed out.',
    ],
    standard: 'either',
  },
  {
    name: 'duplicateStatus',
    description: 'The status of what exists already.',
    choices: ['either', '409', '422'],
    choiceDescriptions: [
      'Both 409 and 422 are fine; 409 is proposed.',
      '409 Conflict; 422 is pointed out.',
      '422 Unprocessable Content; 409 is pointed out.',
    ],
    standard: 'either',
  },
  {
    name: 'emptyList',
    description: 'The status of a list in which nothing was found.',
    choices: ['200', '204', '404'],
    choiceDescriptions: ['200 with the empty list.', '204 without a body.', '404: an empty list is not pointed out.'],
    standard: '200',
  },
  {
    name: 'hideForbiddenAs404',
    description: 'Answer 404 instead of 403, so that nobody learns of what belongs to others.',
    choices: [false, true],
    choiceDescriptions: [],
    standard: false,
  },
  {
    name: 'envelope',
    description:
      'Whether errors are answered with 200 on purpose and told in the body, as in `{ "code": 10001, "msg": "…" }`.',
    choices: ['auto', 'always-200', 'off'],
    choiceDescriptions: [
      'Where nearly all errors of a project or of a file are told so, that is said once.',
      'It is on purpose, and nothing is said.',
      'Each place is pointed out.',
    ],
    standard: 'auto',
  },
  {
    name: 'loginFailureStatus',
    description: 'The status of a log-in with a wrong name or password.',
    choices: ['401', '400', '403', '404', '422'],
    choiceDescriptions: [],
    standard: '401',
  },
  {
    name: 'statusStyle',
    description: 'How statuses are written, for the rule `consistent-status-style`.',
    choices: ['auto', 'number', 'constant'],
    choiceDescriptions: ['As most statuses of the file.', 'As numbers: `404`.', 'By their names: `NOT_FOUND`.'],
    standard: 'auto',
  },
  {
    name: 'requireRetryAfter',
    description: 'Have `require-header` ask for a Retry-After field with 429 and 503 as well.',
    choices: [false, true],
    choiceDescriptions: [],
    standard: false,
  },
  {
    name: 'requireChallenge',
    description: 'Have `require-header` ask for a WWW-Authenticate field with 401 as well.',
    choices: [false, true],
    choiceDescriptions: [],
    standard: false,
  },
  {
    name: 'requireCreatedLocation',
    description: 'Have `require-header` ask for a Location field with 201 as well.',
    choices: [false, true],
    choiceDescriptions: [],
    standard: false,
  },
];

export const defaultPolicy: Policy = Object.fromEntries(
  policySettings.map(({ name, standard }) => [name, standard]),
) as unknown as Policy;

/** Reads `statusLens.policy`; `complain` is told of each value that cannot be used, for which the default is taken. */
export function readPolicy(raw: unknown, complain: (setting: string, message: string) => void): Policy {
  if (raw === undefined || raw === null) return defaultPolicy;
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    complain('policy', 'must be an object; the defaults are used');
    return defaultPolicy;
  }
  const given = raw as Readonly<Record<string, unknown>>;
  const known = new Set<string>(policySettings.map(({ name }) => name));
  for (const name of Object.keys(given)) if (!known.has(name)) complain(`policy.${name}`, 'there is no such setting');
  const read = ({ name, choices, standard }: PolicySetting): string | boolean => {
    const value = given[name];
    if (value === undefined || value === null) return standard;
    // A code may be written as a number.
    const choice = choices.find((one) => one === value || one === String(value));
    if (choice !== undefined && typeof choice === typeof standard) return choice;
    complain(`policy.${name}`, `must be one of ${choices.join(', ')}; ${String(standard)} is used`);
    return standard;
  };
  const entries = policySettings.map((setting) => [setting.name, read(setting)] as const);
  return Object.fromEntries(entries) as unknown as Policy;
}
