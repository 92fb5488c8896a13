import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { analyze } from '../../server/src/engine/analyze.ts';

const HEAD = `import express from 'express';\nconst app = express();\n`;

function readResponses(code: string) {
  return analyze({ path: 'src/app.ts', text: HEAD + code }).responses;
}

describe('Names that stand for more than one thing', () => {
  it('takes what is assigned to a variable of its own function, not to a namesake in another', () => {
    const [, response] = readResponses(`
app.get('/sessions/:id', (req, res) => {
  let found;
  found = jwt.verify(req.headers.authorization);
  if (!found) return res.status(401).end();
  res.json(found);
});
app.get('/users/:id', async (req, res) => {
  let found;
  found = await User.findById(req.params.id);
  if (!found) return res.status(404).end();
  res.json(found);
});`).filter(({ conditions }) => conditions.some(({ holds }) => holds));
    const [test] = response?.conditions[0]?.tests ?? [];
    assert.equal(test?.call, 'User.findById');
  });
});
