import { theOne, valuesOf } from '../known.ts';
import { say } from '../messages.ts';
import type { Response } from '../model.ts';
import type { BadExample, GoodExample, Report, Rule } from '../rule.ts';
import { findStatusCode } from '../status-codes/index.ts';
import { formatStatus } from '../status-text.ts';

export const rule: Rule = {
  id: 'no-legacy-express-signature',
  summary: 'Express 5 no longer takes the status as an argument of send, json and redirect.',
  why: 'Express 3 took `res.send(404)`, and Express 4 still does. Express 5 answers 200 with the number as the body, or 500 for a redirect: the error becomes a success without a word.',
  whenNot: 'A program that stays on Express 3 or 4 for good has nothing to gain.',
  specs: [{ title: 'Moving to Express 5', url: 'https://expressjs.com/en/guide/migrating-5.html' }],
  severity: 'error',
  sure: 'certain',
  fix: 'safe',
  check(response) {
    const part = response.parts.find(({ legacy }) => legacy);
    if (!part) return checkNumberAsBody(response);
    const { version } = response.handler;
    const [code] = valuesOf(response.status) ?? [];
    const now = version !== undefined && version >= 5;
    return {
      span: { start: part.nameSpan.start, end: part.span.end },
      message: now
        ? say('legacy.now', { version: String(version), status: formatStatus(code ?? 200) })
        : say('legacy.soon'),
      // Express 4 still answers as it is written, so it is two steps less.
      confidence: now ? 'certain' : 'advice',
      fixes: [{ title: say('legacy.fix'), intent: { kind: 'modernise' }, safe: true, preferred: true }],
    };
  },
};

/** `res.json(401)` in the branch of a check: no version takes that for a status. */
function checkNumberAsBody({ handler, implicit, body, parts, conditions, status }: Response): Report | undefined {
  const part = parts.at(-1);
  if (handler.framework !== 'express' || !implicit || !part || conditions.length === 0) return undefined;
  if (part.role !== 'send' || body.kind !== 'literal' || typeof body.value !== 'number') return undefined;
  const known = findStatusCode(body.value);
  if (body.value < 400 || known?.registration !== 'registered') return undefined;
  return {
    span: { start: part.nameSpan.start, end: part.span.end },
    message: say('legacy.body', { code: String(body.value), status: formatStatus(theOne(status) ?? 200) }),
    confidence: 'likely',
    fixes: [{ title: say('legacy.fix'), intent: { kind: 'modernise' }, safe: false, preferred: true }],
  };
}

export const bad: readonly BadExample[] = [
  {
    title: 'a status as the only argument of send',
    code: `
// Runs with express@5
import express from 'express';
const app = express();
app.get('/items/:id', (req, res) => {
  if (!items.has(req.params.id)) return res.send(404);
                                            ^^^^^^^^^ Express 5 takes this for something else and answers 200 OK: the number is no longer the status.
  res.json(items.get(req.params.id));
});
`,
    fixed: `
// Runs with express@5
import express from 'express';
const app = express();
app.get('/items/:id', (req, res) => {
  if (!items.has(req.params.id)) return res.sendStatus(404);
  res.json(items.get(req.params.id));
});
`,
  },
  {
    title: 'a status before the body',
    code: `
// Runs with express@4
import express from 'express';
const app = express();
app.post('/items', (req, res) => {
  res.json(201, add(req.body));
      ^^^^^^^^^^^^^^^^^^^^^^^^ Express 5 takes this for something else: the number would no longer be the status.
});
`,
    fixed: `
// Runs with express@4
import express from 'express';
const app = express();
app.post('/items', (req, res) => {
  res.status(201).json(add(req.body));
});
`,
  },
  {
    title: 'a status behind the address of a redirect',
    code: `
// Runs with express@5
import express from 'express';
const app = express();
app.get('/old', (req, res) => res.redirect('/new', 301));
                                  ^^^^^^^^^^^^^^^^^^^^^ Express 5 takes this for something else and answers 500 Internal Server Error: the number is no longer the status.
`,
    fixed: `
// Runs with express@5
import express from 'express';
const app = express();
app.get('/old', (req, res) => res.redirect(301, '/new'));
`,
  },
  {
    title: 'a status as the only argument of json',
    code: `
// Runs with express@4
import express from 'express';
const app = express();
app.get('/mine', (req, res) => {
  if (!req.user) return res.json(401);
                            ^^^^^^^^^ This sends the number 401 as the body, with the status 200 OK: the client takes the error for a success.
  res.json(req.user);
});
`,
    fixed: `
// Runs with express@4
import express from 'express';
const app = express();
app.get('/mine', (req, res) => {
  if (!req.user) return res.sendStatus(401);
  res.json(req.user);
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'a number as the body of json',
    code: `
// Runs with express@5
import express from 'express';
const app = express();
app.get('/count', (req, res) => res.json(404));
`,
  },
  {
    title: 'the status before the address of a redirect',
    code: `
// Runs with express@5
import express from 'express';
const app = express();
app.get('/old', (req, res) => res.redirect(301, '/new'));
`,
  },
  {
    title: 'a text as the only argument of send',
    code: `
// Runs with express@4
import express from 'express';
const app = express();
app.get('/text', (req, res) => res.send('404'));
`,
  },
];
