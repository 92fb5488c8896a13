import { every, theOne } from '../known.ts';
import { say } from '../messages.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { formatStatus } from '../status-text.ts';

export const rule: Rule = {
  id: 'no-status-after-send',
  summary: 'The status is set before the body is sent.',
  why: 'The status line goes out first. A status that is set afterwards changes nothing: the client has already got another one, mostly 200.',
  whenNot: 'Tests that look at `res.statusCode` after the answer may set it there.',
  specs: [
    { title: 'Node.js: response.statusCode', url: 'https://nodejs.org/api/http.html#responsestatuscode' },
    { title: 'RFC 9110, section 6: Message Abstraction', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-6' },
  ],
  severity: 'error',
  sure: 'certain',
  fix: 'safe',
  check({ state, earlier, earlierStatus, status, statusSpans, span }) {
    if (state !== 'prepared' || !earlier) return undefined;
    const code = theOne(status);
    // The same status once more changes nothing, and nobody gets another one than was meant.
    const same = code !== undefined && earlierStatus !== undefined && theOne(earlierStatus) === code;
    return {
      span: statusSpans[0] ?? span,
      message: say('late-status', { status: code === undefined ? 'This status' : formatStatus(code) }),
      confidence: same ? 'advice' : 'certain',
      related: [{ span: earlier, message: say('late-status.sent') }],
      // A request that is refused gets another status then, and it is the one that was meant.
      fixes: [
        {
          title: say('late-status.fix'),
          intent: { kind: 'setStatusFirst' },
          safe: every(status, (one) => one >= 400),
          preferred: true,
        },
      ],
    };
  },
};

export const bad: readonly BadExample[] = [
  {
    title: 'a status behind the body in one chain',
    code: `
import express from 'express';
const app = express();
app.get('/items/:id', (req, res) => {
  if (!items.has(req.params.id)) return res.json({ error: 'Not found' }).status(404);
                                                                                ^^^ 404 Not Found comes too late: the response was sent before, with the status that it had. Set the status first.
  res.json(items.get(req.params.id));
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/items/:id', (req, res) => {
  if (!items.has(req.params.id)) return res.status(404).json({ error: 'Not found' });
  res.json(items.get(req.params.id));
});
`,
  },
  {
    title: 'a status on the line after the send',
    code: `
import express from 'express';
const app = express();
app.post('/items', (req, res) => {
  res.send(add(req.body));
  res.statusCode = 201;
                   ^^^ 201 Created comes too late: the response was sent before, with the status that it had. Set the status first.
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/items', (req, res) => {
  res.statusCode = 201;
  res.send(add(req.body));
});
`,
  },
  {
    title: 'the status that was sent, once more',
    code: `
import express from 'express';
const app = express();
app.get('/items', (req, res) => {
  res.status(200).json(items);
  res.status(200);
             ^^^ 200 OK comes too late: the response was sent before, with the status that it had. Set the status first.
});
`,
    fixed: undefined,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'a status that is set too late only where a return is missing before',
    code: `
import express from 'express';
const app = express();
app.get('/log-in/done', (req, res) => {
  if (!req.user) res.status(401).json({ message: 'Log in first' });
  res.status(302);
  res.redirect(303, '/home');
});
`,
  },
  {
    title: 'the send stands in a branch that leaves',
    code: `
import express from 'express';
const app = express();
app.get('/items/:id', (req, res) => {
  if (items.has(req.params.id)) return res.json(items.get(req.params.id));
  res.status(404);
  res.json({ error: 'Not found' });
});
`,
  },
  {
    title: 'the other branch sends',
    code: `
import express from 'express';
const app = express();
app.get('/items/:id', (req, res) => {
  const item = items.get(req.params.id);
  if (item) res.json(item);
  else res.status(404).json({ error: 'Not found' });
});
`,
  },
  {
    title: 'the status of another server is set',
    code: `
import express from 'express';
const app = express();
app.get('/copy', (req, res) => {
  res.json({ ok: true });
  journal.status(201);
});
`,
  },
  {
    title: 'a try block may have failed before it sent',
    code: `
import express from 'express';
const app = express();
app.get('/items', async (req, res) => {
  try {
    res.json(await load());
  } catch (error) {
    res.status(500);
    res.end();
  }
});
`,
  },
];
