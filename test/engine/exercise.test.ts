import assert from 'node:assert/strict';
import { findStatusCode, makeExercise } from '../../server/src/engine/index.ts';
import { scenarios } from '../../server/src/engine/scenarios/table.ts';

/** Enough runs to ask for every situation several times. */
const RUNS = Array.from({ length: 200 }, (_, seed) => makeExercise(seed));
const QUESTIONS = RUNS.flat();

/** The row of the table that a question comes from. */
function findScenario(situation: string) {
  const found = Object.values(scenarios).find(({ examples }) => examples.includes(situation));
  assert.ok(found, situation);
  return found;
}

describe('the exercise', () => {
  it('asks ten questions about ten different scenarios', () => {
    for (const run of RUNS) {
      assert.equal(run.length, 10);
      assert.equal(new Set(run.map(({ situation }) => findScenario(situation).id)).size, 10);
    }
  });

  it('asks about every situation of the table sooner or later', () => {
    const asked = new Set(QUESTIONS.map(({ situation }) => situation));
    const all = Object.values(scenarios).flatMap(({ examples }) => examples);
    assert.deepEqual(
      all.filter((situation) => !asked.has(situation)),
      [],
    );
  });

  it('offers four different codes, of which exactly the usual one fits', () => {
    for (const { situation, options } of QUESTIONS) {
      assert.equal(new Set(options.map(({ code }) => code)).size, 4, situation);
      const right = options.filter(({ fits }) => fits).map(({ code }) => code);
      assert.deepEqual(right, findScenario(situation).fits.slice(0, 1), situation);
    }
  });

  it('offers no second code that would do: none that fits, none that is only less exact, none of a vendor', () => {
    for (const { situation, options } of QUESTIONS) {
      const { fits } = findScenario(situation);
      const [usual = 0] = fits;
      for (const { code } of options.filter((option) => !option.fits)) {
        assert.ok(!fits.includes(code), `${code} for "${situation}"`);
        assert.notEqual(code, Math.floor(usual / 100) * 100, `${code} for "${situation}"`);
        assert.equal(findStatusCode(code)?.registration, 'registered');
      }
    }
  });

  it('never calls 404 wrong where somebody may not know of a thing, nor 422 for a duplicate', () => {
    const wrongFor = (id: string) =>
      QUESTIONS.filter(({ situation }) => findScenario(situation).id === id).flatMap(({ options }) =>
        options.map(({ code }) => code),
      );
    assert.ok(!wrongFor('not-allowed').includes(404));
    assert.ok(!wrongFor('duplicate').includes(422));
  });

  it('explains every option, and names what fits', () => {
    for (const { options, solution } of QUESTIONS) {
      for (const { title, explanation, fits } of options) {
        assert.ok(explanation.startsWith(`${title}: `) && explanation.endsWith('.') && !explanation.includes('`'));
        if (fits) assert.ok(solution.includes(title));
      }
    }
  });

  it('puts the right code in each of the four places, so that no place is a good guess', () => {
    const places = QUESTIONS.map(({ options }) => options.findIndex(({ fits }) => fits));
    for (const place of [0, 1, 2, 3]) {
      const share = places.filter((one) => one === place).length / places.length;
      assert.ok(share > 0.2 && share < 0.3, `place ${place}: ${share}`);
    }
  });

  it('gives the same questions for the same seed, and others for another', () => {
    assert.deepEqual(makeExercise(7), makeExercise(7));
    assert.notDeepEqual(makeExercise(7), makeExercise(8));
  });
});
