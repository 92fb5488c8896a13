import { say } from '../messages.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'no-double-response',
  summary: 'A request is answered once.',
  why: 'The second answer fails with ERR_HTTP_HEADERS_SENT, in a promise that nobody awaits or in the error handler, and the work between the two is done although the request was refused.',
  specs: [{ title: 'Node.js: ERR_HTTP_HEADERS_SENT', url: 'https://nodejs.org/api/errors.html#err_http_headers_sent' }],
  severity: 'error',
  sure: 'certain',
  fix: 'suggestion',
  check(response) {
    const { later, state, via } = response;
    if (!later || state !== 'sent' || via === 'throw' || via === 'next') return undefined;
    return {
      span: response.span,
      message: say('double'),
      confidence: 'certain',
      related: [{ span: later, message: say('double.later') }],
      fixes: [{ title: say('double.fix'), intent: { kind: 'insertReturn' }, safe: false, preferred: true }],
    };
  },
};

export const bad: readonly BadExample[] = [
  {
    title: 'no return after a check that failed',
    code: `
import express from 'express';
const app = express();
app.post('/orders', (req, res) => {
  if (!req.body.items) {
    res.status(400).json({ error: 'items are missing' });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing ends the path after this answer, so it comes to another one, which fails with ERR_HTTP_HEADERS_SENT.
  }
  res.status(201).json(order(req.body.items));
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/orders', (req, res) => {
  if (!req.body.items) {
    return res.status(400).json({ error: 'items are missing' });
  }
  res.status(201).json(order(req.body.items));
});
`,
  },
  {
    title: 'an answer in a catch, and one behind it',
    code: `
import express from 'express';
const app = express();
app.post('/hook', (req, res) => {
  let event;
  try {
    event = read(req.body);
  } catch (error) {
    res.status(400).json({ error: 'Not signed' });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing ends the path after this answer, so it comes to another one, which fails with ERR_HTTP_HEADERS_SENT.
  }
  res.json({ received: true });
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/hook', (req, res) => {
  let event;
  try {
    event = read(req.body);
  } catch (error) {
    return res.status(400).json({ error: 'Not signed' });
  }
  res.json({ received: true });
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'one branch or the other, never both',
    code: `
import express from 'express';
const app = express();
app.post('/orders', (req, res) => {
  if (!req.body.items) {
    res.status(400).json({ error: 'items are missing' });
  } else {
    res.status(201).json(order(req.body.items));
  }
});
`,
  },
  {
    title: 'tests of one value that exclude each other',
    code: `
import express from 'express';
const app = express();
app.get('/jobs/:id', (req, res) => {
  const state = stateOf(req.params.id);
  if (state === 'done') res.json({ done: true });
  if (state === 'failed') res.status(500).json({ error: 'It failed' });
});
`,
  },
  {
    title: 'what was sent is looked at first',
    code: `
import express from 'express';
const app = express();
app.get('/slow', (req, res) => {
  if (req.query.now) res.json({ now: true });
  if (!res.headersSent) res.json({ now: false });
});
`,
  },
  {
    title: 'logging after the answer',
    code: `
import express from 'express';
const app = express();
app.get('/log', (req, res) => {
  res.json({ ok: true });
  console.log('answered');
});
`,
  },
];
