import assert from 'node:assert/strict';
import { analyze } from '../../server/src/engine/index.ts';

/** Correct code that a rule was once wrong about, besides the examples that its page shows. */
const QUIET: readonly (readonly [rule: string, title: string, code: string])[] = [
  [
    'no-internal-error-leak',
    'the stack is taken out again in production',
    `
import express from 'express';
const app = express();
app.use((err, req, res, next) => {
  const body = { code: err.status || 500, stack: err.stack };
  if (isProduction) delete body.stack;
  res.status(body.code).json(body);
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'an error handler that asks for one kind of error in two ways',
    `
import express from 'express';
const app = express();
app.use((error, req, res, next) => {
  if (error && (error.status === 413 || error.type === 'entity.too.large')) return res.status(413).end();
  next(error);
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'the only call that waits verifies a token',
    `
import express from 'express';
import { jwtVerify } from 'jose';
const app = express();
app.get('/session', async (req, res) => {
  try {
    const { payload } = await jwtVerify(req.cookies.token, new TextEncoder().encode(secret));
    res.json({ user: shape(payload) });
  } catch (error) {
    res.status(401).json({ error: 'Invalid session' });
  }
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'what is left of the errors of an upload comes from the program’s own filter',
    `
import express from 'express';
import multer from 'multer';
const app = express();
app.use((err, req, res, next) => {
  if (err instanceof multer.MulterError) return res.status(413).json({ error: 'The file is too large' });
  else if (err) return res.status(400).json({ error: err.message });
  next();
});
`,
  ],
];

describe('places where rules stay silent', () => {
  for (const [rule, title, code] of QUIET)
    it(`${rule}: ${title}`, () => {
      const { findings, responses, problems } = analyze({ path: 'src/app.ts', text: code });
      assert.deepEqual(problems, []);
      assert.ok(responses.length > 0);
      assert.deepEqual(
        findings.filter((one) => one.rule === rule).map(({ message }) => message),
        [],
      );
    });
});
