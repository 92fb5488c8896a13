import { every, theOne } from '../known.ts';
import { say } from '../messages.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { formatStatus } from '../status-text.ts';

export const rule: Rule = {
  id: 'no-unsent-status',
  summary: 'A status that is set is also sent.',
  why: '`res.status(404)` only notes the status. Without a method that sends, the request hangs until the client gives up.',
  whenNot: 'Where a proxy or a wrapper around the handler sends what was left open, the answer comes after all.',
  specs: [{ title: 'Express: res.status', url: 'https://expressjs.com/en/5x/api.html#res.status' }],
  severity: 'error',
  sure: 'certain',
  fix: 'safe',
  check({ state, unsentAt, status, span, unanswered }, { framework }) {
    if (state !== 'prepared' || !unsentAt) return undefined;
    const code = theOne(status);
    return {
      span,
      message: say(unanswered ? 'unsent.unmade' : 'unsent', {
        status: code === undefined ? 'The status' : formatStatus(code),
        framework,
        unanswered: unanswered === undefined ? '' : formatStatus(unanswered),
      }),
      confidence: 'certain',
      fixes: [
        {
          title: say('unsent.fix'),
          intent: { kind: 'send' },
          // A refusal mostly has nothing more to say; a success may.
          safe: every(status, (one) => one >= 400),
          preferred: true,
        },
      ],
    };
  },
};

export const bad: readonly BadExample[] = [
  {
    title: 'status taken for sendStatus',
    code: `
import express from 'express';
const app = express();
app.get('/items/:id', (req, res) => {
  const item = items.get(req.params.id);
  if (!item) return res.status(404);
                    ^^^^^^^^^^^^^^^ 404 Not Found is set here and never sent: the request hangs. Send it, with a body or without.
  res.json(item);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/items/:id', (req, res) => {
  const item = items.get(req.params.id);
  if (!item) return res.status(404).end();
  res.json(item);
});
`,
  },
  {
    title: 'a status that is returned, where a response must be',
    code: `
import { Hono } from 'hono';
const app = new Hono();
app.get('/items/:id', (c) => {
  if (c.req.header('If-None-Match') === tag) return c.status(304);
                                                    ^^^^^^^^^^^^^ 304 Not Modified is set here and no response is made: Hono answers 404 Not Found. Give the status to the call that makes the response.
  return c.json(item);
});
`,
    fixed: `
import { Hono } from 'hono';
const app = new Hono();
app.get('/items/:id', (c) => {
  if (c.req.header('If-None-Match') === tag) return c.body(null, 304);
  return c.json(item);
});
`,
  },
  {
    title: 'a function that answers for handlers of Hono',
    code: `
import { Hono } from 'hono';
const app = new Hono();
const sendItem = async ({ c, item }) => {
  if (c.req.header('If-None-Match') === item.tag) return c.status(304);
                                                         ^^^^^^^^^^^^^ 304 Not Modified is set here and no response is made: Hono answers 404 Not Found. Give the status to the call that makes the response.
  return c.json(item);
};
app.get('/items/:id', (c) => sendItem({ c, item: items.get(c.req.param('id')) }));
`,
    fixed: `
import { Hono } from 'hono';
const app = new Hono();
const sendItem = async ({ c, item }) => {
  if (c.req.header('If-None-Match') === item.tag) return c.body(null, 304);
  return c.json(item);
};
app.get('/items/:id', (c) => sendItem({ c, item: items.get(c.req.param('id')) }));
`,
  },
  {
    title: 'a status before a path that ends',
    code: `
import express from 'express';
const app = express();
app.delete('/items/:id', async (req, res) => {
  res.statusCode = 204;
  ^^^^^^^^^^^^^^^^^^^^ 204 No Content is set here and never sent: the request hangs. Send it, with a body or without.
  await remove(req.params.id);
});
`,
    fixed: undefined,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'the status is set on the context, and the next call makes the response',
    code: `
import { Hono } from 'hono';
const app = new Hono();
app.get('/items/:id', (c) => {
  c.status(202);
  return c.json({ queued: true });
});
`,
  },
  {
    title: 'the send stands on a later line',
    code: `
import express from 'express';
const app = express();
app.get('/items/:id', (req, res) => {
  const item = items.get(req.params.id);
  if (!item) res.status(404);
  res.json(item ?? { error: 'Not found' });
});
`,
  },
  {
    title: 'the error middleware answers with it',
    code: `
import express from 'express';
const app = express();
app.get('/items/:id', (req, res) => {
  if (!items.has(req.params.id)) {
    res.status(404);
    throw new Error('Not found');
  }
  res.json(items.get(req.params.id));
});
app.use((req, res, next) => {
  res.status(404);
  next(new Error('Not found'));
});
`,
  },
  {
    title: 'a stream, a template or another function sends',
    code: `
import express from 'express';
import { show } from './show';
const app = express();
app.get('/a', (req, res) => {
  res.status(206);
  open('a').pipe(res);
});
app.get('/b', (req, res) => {
  res.status(404);
  res.render('missing');
});
app.get('/c', (req, res) => {
  res.status(404);
  show(res, 'missing');
});
`,
  },
  {
    title: 'a callback sends',
    code: `
import express from 'express';
const app = express();
app.get('/a', (req, res) => {
  res.status(202);
  queue.add(req.query.job, () => res.json({ queued: true }));
});
`,
  },
];
