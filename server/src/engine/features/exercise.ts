import { say } from '../messages.ts';
import { type Scenario, type ScenarioId, scenarios } from '../scenarios/table.ts';
import { findStatusCode } from '../status-codes/index.ts';
import { formatStatus } from '../status-text.ts';
import { firstSentence } from './status-page.ts';

/** One question of the exercise: what happened, and codes of which exactly one fits. */
export interface ExerciseQuestion {
  readonly situation: string;
  /** Why, and which codes fit: shown after the answer. */
  readonly solution: string;
  readonly options: readonly ExerciseOption[];
}

/** A code to choose, and what is to be said of it afterwards. */
export interface ExerciseOption {
  readonly code: number;
  readonly title: string;
  readonly fits: boolean;
  readonly explanation: string;
}

const QUESTIONS = 10;
const OPTIONS = 4;

/**
 * Codes that do not stand among those that fit, although a good API may answer them: nobody should be told that they
 * are wrong. The generic code of a class, such as 400, is always among them within its class.
 */
const DEFENSIBLE: Partial<Record<ScenarioId, readonly number[]>> = {
  'ok-with-data': [203, 304],
  created: [202, 204, 303],
  queued: [303],
  'nothing-to-say': [303],
  'moved-for-good': [303, 410],
  'moved-for-now': [300],
  'invalid-input': [415],
  'unusable-input': [409],
  'bad-credentials': [403, 422],
  'not-allowed': [404],
  'missing-resource': [403],
  'wrong-method': [404, 501],
  'client-timeout': [504],
  duplicate: [303, 422],
  'state-conflict': [410, 422, 428],
  'rate-limit': [403, 503],
  'unexpected-failure': [502, 503],
  'not-built': [404, 405, 503],
  'upstream-failed': [503, 504],
  overload: [429, 502, 504],
  'upstream-timeout': [502, 503],
};

/**
 * Ten questions from the scenario table, of different scenarios, in random order.
 * @param seed the same number gives the same questions
 */
export function makeExercise(seed: number): readonly ExerciseQuestion[] {
  const random = createRandom(seed);
  return shuffle(Object.values(scenarios), random)
    .slice(0, QUESTIONS)
    .map((scenario) => makeQuestion(scenario, random));
}

function makeQuestion(scenario: Scenario, random: () => number): ExerciseQuestion {
  const { title, fits, examples } = scenario;
  const [right = 200] = fits;
  const codes = [right, ...chooseWrongCodes(scenario, right, random)];
  return {
    situation: shuffle(examples, random)[0] ?? title,
    solution: say('exercise.solution', { reason: title, codes: fits.map(formatStatus).join(' or ') }),
    options: shuffle(codes, random).map((code) => ({
      code,
      title: formatStatus(code),
      fits: code === right,
      explanation: explain(code, right),
    })),
  };
}

/** What the right code says, or what the other one would say instead. */
function explain(code: number, right: number): string {
  const tell = findStatusCode(right)?.confusedWith.find((other) => other.code === code)?.tell;
  return `${formatStatus(code)}: ${tell ?? firstSentence(findStatusCode(code)?.summary ?? '')}`.replaceAll('`', '');
}

/** Codes that surely do not fit: those that people take for the right one, a common or a similar one, then any. */
function chooseWrongCodes(scenario: Scenario, right: number, random: () => number): readonly number[] {
  const confused = findStatusCode(right)?.confusedWith.map(({ code }) => code) ?? [];
  const others = Object.values(scenarios).flatMap(({ fits }) => fits);
  // The commonest mistakes of all are a success for whatever happened, and the server's fault for the client's.
  const near = [200, 500, ...others.filter((code) => genericOf(code) === genericOf(right))];
  const isWrong = (code: number): boolean =>
    !scenario.fits.includes(code) &&
    !(DEFENSIBLE[scenario.id] ?? []).includes(code) &&
    code !== genericOf(right) &&
    findStatusCode(code)?.registration === 'registered';
  const wrong = (codes: readonly number[]) => shuffle([...new Set(codes)].filter(isWrong), random);
  const chosen = [...wrong(confused).slice(0, 2), ...wrong(near).slice(0, 2), ...wrong(others)];
  return [...new Set(chosen)].slice(0, OPTIONS - 1);
}

/** The code as which a client may take one of the same class that it does not know (RFC 9110, section 15). */
function genericOf(code: number): number {
  return Math.floor(code / 100) * 100;
}

function shuffle<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Numbers from 0 up to 1 that look random and follow from the seed alone (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
