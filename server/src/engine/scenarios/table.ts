/** Why a response is sent, by id. */
export type ScenarioId =
  | 'ok-with-data'
  | 'created'
  | 'queued'
  | 'nothing-to-say'
  | 'moved-for-good'
  | 'moved-for-now'
  | 'invalid-input'
  | 'unusable-input'
  | 'not-authenticated'
  | 'bad-credentials'
  | 'not-allowed'
  | 'missing-resource'
  | 'wrong-method'
  | 'client-timeout'
  | 'duplicate'
  | 'state-conflict'
  | 'too-large'
  | 'wrong-media-type'
  | 'rate-limit'
  | 'unexpected-failure'
  | 'not-built'
  | 'upstream-failed'
  | 'overload'
  | 'upstream-timeout';

/** One row of the table that hovers, completions, fixes, rules and the exercise share. */
export interface Scenario {
  readonly id: ScenarioId;
  /** As it completes the sentence "this branch runs when …: …". */
  readonly title: string;
  /** The codes that fit, the usual one first. */
  readonly fits: readonly number[];
  /** What happened, as a person would tell it who does not think in codes. */
  readonly examples: readonly string[];
}

type Row = Omit<Scenario, 'id'>;

const rows: Readonly<Record<ScenarioId, Row>> = {
  'ok-with-data': {
    title: 'all went well, and there is something to show',
    fits: [200, 206],
    examples: [
      'Someone opens the page of a book that the shop has.',
      'A player asks for the second megabyte of a video and gets just that.',
    ],
  },
  created: {
    title: 'something new was made',
    fits: [201],
    examples: [
      'A form is sent in, and a new customer now exists under an address of its own.',
      'A photo was uploaded and saved as a new picture of the album.',
    ],
  },
  queued: {
    title: 'the work was accepted and is done later',
    fits: [202],
    examples: [
      'A report over ten years of sales was put into a queue; the answer names the job.',
      'Someone asks for all of their data; an e-mail will tell when it has been gathered.',
    ],
  },
  'nothing-to-say': {
    title: 'all went well, and there is nothing to show',
    fits: [204, 205],
    examples: [
      'A comment was deleted, and the page knows already what to take away.',
      'A switch in the settings was saved as it was sent.',
    ],
  },
  'moved-for-good': {
    title: 'it has another address for good',
    fits: [301, 308],
    examples: ['The shop moved to a new domain years ago, and old links still come in.'],
  },
  'moved-for-now': {
    title: 'the next step is at another address',
    fits: [302, 303, 307],
    examples: [
      'An order was placed by a form; the browser shall show the receipt next.',
      'The page is served by another host while this one is repaired.',
    ],
  },
  'invalid-input': {
    title: 'malformed or missing input',
    fits: [400, 422],
    examples: ['The form came without an e-mail address.', 'The text that was sent as JSON ends in the middle.'],
  },
  'unusable-input': {
    title: 'the input is well formed but makes no sense',
    fits: [422, 400],
    examples: [
      'All fields are filled in, and the trip ends before it begins.',
      'An order names a size that the shirt was never made in.',
    ],
  },
  'not-authenticated': {
    title: 'nobody is authenticated',
    fits: [401],
    examples: ['A request for the inbox comes without any token.', 'The token was right once; it expired last night.'],
  },
  'bad-credentials': {
    title: 'the credentials are wrong',
    fits: [401],
    examples: ['The address is known, and the password is not the one that belongs to it.'],
  },
  'not-allowed': {
    title: 'the user may not do this',
    fits: [403],
    examples: [
      'A reader, logged in, presses a button that only editors may press.',
      'A customer asks for the invoice of another customer.',
    ],
  },
  'missing-resource': {
    title: 'the resource does not exist',
    fits: [404, 410],
    examples: ['Someone opens the page of article 4711, and there is no such article.'],
  },
  'wrong-method': {
    title: 'the method is not supported here',
    fits: [405],
    examples: ['A DELETE comes to a list that can only be read.'],
  },
  'client-timeout': {
    title: 'the client took too long to send its request',
    fits: [408],
    examples: ['An upload began, and for two minutes no further byte has come.'],
  },
  duplicate: {
    title: 'it exists already',
    fits: [409],
    examples: [
      'Someone signs up with an e-mail address that has an account.',
      'A second category is to have the name of the first.',
    ],
  },
  'state-conflict': {
    title: 'the resource is in another state than the request takes for granted',
    fits: [409, 412, 423],
    examples: [
      'An order is to be cancelled that has been shipped.',
      'A text is saved from an old version, and someone else has changed it since.',
    ],
  },
  'too-large': {
    title: 'the content is too large',
    fits: [413],
    examples: ['A picture of 40 MB comes to an upload that takes 5.'],
  },
  'wrong-media-type': {
    title: 'the format is not one that is taken here',
    fits: [415],
    examples: ['XML comes to an address that reads JSON only.'],
  },
  'rate-limit': {
    title: 'a limit is exceeded',
    fits: [429],
    examples: ['The sixth wrong code within a minute.', 'A script asks for the prices a hundred times a second.'],
  },
  'unexpected-failure': {
    title: 'an unexpected failure',
    fits: [500],
    examples: ['The database refuses the connection.', 'A variable that the server needs was never configured.'],
  },
  'not-built': {
    title: 'the server cannot do this yet',
    fits: [501],
    examples: ['The route for exports stands in the plan, and nobody has written it.'],
  },
  'upstream-failed': {
    title: 'another service failed',
    fits: [502],
    examples: ['The payment provider answers this server with nonsense.'],
  },
  overload: {
    title: 'the server cannot answer for the moment',
    fits: [503],
    examples: ['The shop is closed for an hour of maintenance.', 'All connections of the pool are taken.'],
  },
  'upstream-timeout': {
    title: 'another service did not answer in time',
    fits: [504],
    examples: ['The weather service was asked ten seconds ago and has said nothing.'],
  },
};

function withIds(): Readonly<Record<ScenarioId, Scenario>> {
  const entries = Object.entries(rows).map(([id, row]) => [id, { id, ...row }]);
  return Object.fromEntries(entries) as Record<ScenarioId, Scenario>;
}

/** The whole table by id, in the order of the codes. */
export const scenarios: Readonly<Record<ScenarioId, Scenario>> = withIds();

/** The reasons for which a code is the usual answer or one that fits. */
export function listScenariosOf(code: number): readonly Scenario[] {
  return Object.values(scenarios).filter(({ fits }) => fits.includes(code));
}
