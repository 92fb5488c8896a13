import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { examples } from '../rule-examples.generated.ts';

const BUNDLES = [
  'dist/engine.js',
  'dist/server.js',
  'dist/cli.js',
  'dist/client.js',
  'dist/client.browser.js',
  'dist/server.browser.js',
  'dist/exercise.js',
];

describe('the bundles', () => {
  it('are all built', () => {
    assert.deepEqual(
      BUNDLES.filter((path) => !existsSync(path)),
      [],
    );
  });

  it('leave out the examples of the rules', () => {
    for (const path of BUNDLES) {
      const text = readFileSync(path, 'utf8');
      for (const { bad, good } of examples) {
        for (const { title } of [...bad, ...good]) assert.ok(!text.includes(title), `${path} holds "${title}"`);
      }
    }
  });

  it('hold the engine once, shared by the servers and the command line', () => {
    for (const path of ['dist/server.js', 'dist/server.browser.js', 'dist/cli.js']) {
      const text = readFileSync(path, 'utf8');
      assert.ok(text.includes('./engine.js'), path);
      assert.ok(!text.includes('no-error-body-with-success'), path);
    }
  });
});
