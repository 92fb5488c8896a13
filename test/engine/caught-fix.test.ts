import assert from 'node:assert/strict';
import { analyzeIn } from './applied-fix.ts';

/** The titles of the fixes of an error that is thrown, although what was asked for is only missing. */
function listTitles(caught: string): readonly string[] {
  const code = `import express from 'express';
import createError from 'http-errors';
const app = express();
app.get('/stores/:id', async (req, res, next) => {
  try {
    const store = await Store.findOneBy({ id: req.params.id });
    if (!store) throw createError(500, 'Store not found');
    res.json(store);
  } catch (error) {
    ${caught}
  }
});
`;
  const { findings } = analyzeIn({ 'src/app.ts': code });
  const found = findings.filter(({ rule }) => rule === 'prefer-not-found-for-missing');
  assert.equal(found.length, 1, `one finding is expected in\n${code}`);
  return found.flatMap(({ fixes }) => fixes.map(({ title }) => title));
}

describe('another status for an error that is thrown', () => {
  it('is proposed where the catch clause hands the error on', () => {
    const [title = ''] = listTitles('next(error);');
    assert.match(title, /^Answer 404 Not Found/);
  });

  it('is not proposed where the catch clause of the same function answers in its place', () => {
    assert.deepEqual(listTitles("res.status(500).json({ error: 'Something went wrong' });"), []);
  });
});
