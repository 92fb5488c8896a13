import assert from 'node:assert/strict';
import { type Case, readCases } from './cases.ts';
import { platforms } from './platforms.ts';
import { type Prediction, Predictor } from './predict.ts';
import { type Outcome, RunningHandlers } from './running-handlers.ts';

const MINUTES_TO_START = 4;

for (const platform of platforms) {
  const cases = readCases(platform);

  describe(`what the engine says of ${platform.name} handlers that run`, () => {
    const claims: boolean[] = [];
    const unclaimed: string[] = [];

    it('is about many handlers', () => {
      assert.ok(cases.length >= platform.cases, `${cases.length} cases`);
      assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length);
    });

    for (const version of platform.versions) {
      describe(`under ${platform.name} ${version.major}`, () => {
        const predictor = new Predictor(platform, version);
        let received: ReadonlyMap<Case, Outcome> = new Map();

        before(async function () {
          // Some are built first, which takes its time on a machine that has other things to do.
          this.timeout(MINUTES_TO_START * 60_000);
          const running = await RunningHandlers.start(platform, version);
          received = await running.ask(cases);
          await running.stop();
        });

        for (const one of cases) {
          it(`${one.name} is answered as foretold`, () => {
            const outcome = received.get(one);
            assert.ok(outcome !== undefined);
            const prediction = predictor.predict(one);
            const right = isRight(prediction, outcome);
            const explained = explain(one, `${platform.name} ${version.major}`, version.major, prediction, outcome);
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
        const { versions, claimed } = platform;
        const asked = cases.length * versions.length;
        const right = claims.filter(Boolean).length;
        console.log(`${cases.length} cases × ${versions.length} versions: ${claims.length} claimed, ${right} right`);
        assert.ok(claims.length >= claimed * asked, ['Too many are not claimed:', ...unclaimed].join('\n'));
        assert.equal(right, claims.length);
      });
    });
  });
}

function isRight(prediction: Prediction, outcome: Outcome): boolean {
  return prediction !== 'unknown' && prediction.includes(outcome);
}

function explain({ mark }: Case, under: string, version: number, prediction: Prediction, outcome: Outcome): string {
  const foretold = prediction === 'unknown' ? prediction : prediction.join(' or ');
  const { path, line } = mark(version);
  return `${path}:${line + 1} answers ${outcome} under ${under}, foretold was ${foretold}`;
}
