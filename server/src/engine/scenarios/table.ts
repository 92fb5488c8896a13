/** Why a response is sent, by id. */
export type ScenarioId =
  | 'invalid-input'
  | 'not-authenticated'
  | 'bad-credentials'
  | 'not-allowed'
  | 'missing-resource'
  | 'wrong-method'
  | 'duplicate'
  | 'too-large'
  | 'rate-limit'
  | 'unexpected-failure'
  | 'upstream-failed'
  | 'upstream-timeout';

/** One row of the table that hovers, fixes and rules share. */
export interface Scenario {
  readonly id: ScenarioId;
  /** As it completes the sentence "this branch runs when …". */
  readonly title: string;
  /** The codes that fit, the usual one first. */
  readonly fits: readonly number[];
}

export const scenarios: Readonly<Record<ScenarioId, Scenario>> = {
  'invalid-input': { id: 'invalid-input', title: 'malformed or missing input', fits: [400, 422] },
  'not-authenticated': { id: 'not-authenticated', title: 'nobody is authenticated', fits: [401] },
  'bad-credentials': { id: 'bad-credentials', title: 'the credentials are wrong', fits: [401] },
  'not-allowed': { id: 'not-allowed', title: 'the user may not do this', fits: [403] },
  'missing-resource': { id: 'missing-resource', title: 'the resource does not exist', fits: [404, 410] },
  'wrong-method': { id: 'wrong-method', title: 'the method is not supported here', fits: [405] },
  duplicate: { id: 'duplicate', title: 'it exists already', fits: [409] },
  'too-large': { id: 'too-large', title: 'the content is too large', fits: [413] },
  'rate-limit': { id: 'rate-limit', title: 'a limit is exceeded', fits: [429] },
  'unexpected-failure': { id: 'unexpected-failure', title: 'an unexpected failure', fits: [500] },
  'upstream-failed': { id: 'upstream-failed', title: 'another service failed', fits: [502] },
  'upstream-timeout': { id: 'upstream-timeout', title: 'another service did not answer in time', fits: [504] },
};
