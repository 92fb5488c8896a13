/** Why a response is sent, by id. */
export type ScenarioId =
  | 'invalid-input'
  | 'not-authenticated'
  | 'missing-resource'
  | 'duplicate'
  | 'unexpected-failure';

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
  'missing-resource': { id: 'missing-resource', title: 'the resource does not exist', fits: [404, 410] },
  duplicate: { id: 'duplicate', title: 'it exists already', fits: [409] },
  'unexpected-failure': { id: 'unexpected-failure', title: 'an unexpected failure', fits: [500] },
};
