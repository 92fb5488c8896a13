import assert from 'node:assert/strict';
import { listScenariosOf, scenarios } from '../../server/src/engine/scenarios/table.ts';
import { findStatusCode } from '../../server/src/engine/status-codes/index.ts';

describe('the scenario table', () => {
  const all = Object.values(scenarios);

  it('names codes that are registered, each row without repeats', () => {
    for (const { id, fits } of all) {
      assert.ok(fits.length > 0 && new Set(fits).size === fits.length, id);
      for (const code of fits) assert.ok(findStatusCode(code)?.vendor === undefined, `${id}: ${code}`);
    }
  });

  it('tells a situation or two for each reason, none of them twice', () => {
    const told = all.flatMap(({ examples }) => examples);
    assert.equal(new Set(told).size, told.length);
    for (const { id, examples } of all) assert.ok(examples.length === 1 || examples.length === 2, id);
    for (const example of told) assert.match(example, /^[A-Z].*\.$/);
  });

  it('does not give the code away in a situation', () => {
    for (const { examples } of all)
      for (const example of examples) assert.doesNotMatch(example, /\b[1-5]\d\d\b(?! MB)/);
  });

  it('completes the sentence "this branch runs when …"', () => {
    for (const { title } of all) assert.match(title, /^[a-z].*[^.]$/);
  });

  it('finds the reasons for a code', () => {
    assert.deepEqual(
      listScenariosOf(422).map(({ id }) => id),
      ['invalid-input', 'unusable-input'],
    );
    assert.deepEqual(listScenariosOf(418), []);
  });
});
