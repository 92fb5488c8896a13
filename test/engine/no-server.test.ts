import assert from 'node:assert/strict';
import { analyze } from '../../server/src/engine/index.ts';

const WRONG = `
import express from 'express';
const app = express();
app.get('/', (req, res) => res.status(204).json({ ok: true }));
`;

describe('files that answer nobody', () => {
  const rulesIn = (path: string): readonly string[] => analyze({ path, text: WRONG }).findings.map(({ rule }) => rule);

  it('differ from a server, in which the mistake is found', () => {
    assert.deepEqual(rulesIn('src/app.js'), ['no-body-with-bodyless-status']);
    assert.deepEqual(rulesIn('src/distance/app.js'), ['no-body-with-bodyless-status']);
  });

  for (const path of [
    'src/__tests__/app.js',
    'tests/app.js',
    'src/app.test.ts',
    'mocks/app.ts',
    'types/app.d.ts',
    'dist/app.js',
    'web/dev-dist/workbox-52f2a342.js',
    'web/service-worker.js',
    'lib/app.min.js',
  ])
    it(`are left alone: ${path}`, () => {
      assert.deepEqual(rulesIn(path), []);
    });
});
