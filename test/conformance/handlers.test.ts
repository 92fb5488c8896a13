import assert from 'node:assert/strict';
import { type Case, readCases } from './cases.ts';
import { type Prediction, Predictor } from './predict.ts';
import { type Outcome, RunningHandlers } from './running-handlers.ts';

const cases = readCases();
const VERSIONS = [
  { express: 4, framework: 'express4' },
  { express: 5, framework: 'express' },
] as const;

/** The share of answers that the engine claimed when this was last measured. It only goes up; the goal is 0.95. */
const CLAIMED_AT_LEAST = 0.9;

describe('what the engine says of handlers that run', () => {
  const claims: boolean[] = [];
  const unclaimed: string[] = [];

  it('is about many handlers', () => {
    assert.ok(cases.length >= 80, `${cases.length} cases`);
    assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length);
  });

  for (const { express, framework } of VERSIONS) {
    describe(`under Express ${express}`, () => {
      const predictor = new Predictor(express);
      const received = new Map<Case, Outcome>();

      before(async () => {
        const running = await RunningHandlers.start(framework);
        await Promise.all(cases.map(async (one) => received.set(one, await running.ask(one))));
        await running.stop();
      });

      for (const one of cases) {
        it(`${one.name} is answered as foretold`, () => {
          const outcome = received.get(one);
          assert.ok(outcome !== undefined);
          const prediction = predictor.predict(one);
          const right = isRight(prediction, outcome);
          const explained = explain(one, express, prediction, outcome);
          if (prediction === 'unknown') unclaimed.push(explained);
          else {
            claims.push(right);
            assert.ok(right, explained);
          }
        });
      }
    });
  }

  describe('altogether', () => {
    it('is claimed as often as it was before, and right where it is claimed', () => {
      const asked = cases.length * VERSIONS.length;
      const right = claims.filter(Boolean).length;
      console.log(`${cases.length} cases × ${VERSIONS.length} versions: ${claims.length} claimed, ${right} right`);
      assert.ok(claims.length >= CLAIMED_AT_LEAST * asked, ['Too many are not claimed:', ...unclaimed].join('\n'));
      assert.equal(right, claims.length);
    });
  });
});

function isRight(prediction: Prediction, outcome: Outcome): boolean {
  return prediction !== 'unknown' && prediction.includes(outcome);
}

function explain({ path, mark }: Case, express: 4 | 5, prediction: Prediction, outcome: Outcome): string {
  const foretold = prediction === 'unknown' ? prediction : prediction.join(' or ');
  return `${path}:${mark(express).line + 1} answers ${outcome} under Express ${express}, foretold was ${foretold}`;
}
