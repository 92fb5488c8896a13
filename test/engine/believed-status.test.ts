import assert from 'node:assert/strict';
import { analyzeIn } from './applied-fix.ts';

/** The titles of the fixes that the body of an answer gives rise to. */
function listTitles(code: string): readonly string[] {
  const { findings } = analyzeIn({ 'src/app.ts': code });
  const found = findings.filter(({ rule }) => rule === 'status-body-mismatch');
  assert.equal(found.length, 1, `one finding is expected in\n${code}`);
  return found.flatMap(({ fixes }) => fixes.map(({ title }) => title));
}

function verify(answer: string): string {
  return `import express from 'express';
import jwt from 'jsonwebtoken';
const app = express();
app.get('/me', (req, res) => {
  try {
    res.locals.user = jwt.verify(req.headers.authorization, SECRET);
  } catch (error) {
    return ${answer};
  }
  res.json(res.locals.user);
});
`;
}

describe('the status that a body tells of', () => {
  it('is proposed where it fits the reason for the answer', () => {
    const answer = 'res.json({ success: false, status: 401, message: error.message })';
    assert.deepEqual(listTitles(verify(answer)), ['Answer 401 Unauthorized, as the body says']);
  });

  it('is not proposed where another rule would report it at once', () => {
    const answer = 'res.json({ success: false, status: 400, message: error.message })';
    assert.deepEqual(listTitles(verify(answer)), []);
  });

  it('is proposed where nothing tells why the answer is sent', () => {
    const code = `import express from 'express';
const app = express();
app.get('/me', (req, res) => res.json({ success: false, status: 400 }));
`;
    assert.deepEqual(listTitles(code), ['Answer 400 Bad Request, as the body says']);
  });
});
