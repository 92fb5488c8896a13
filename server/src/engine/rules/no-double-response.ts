import { every } from '../known.ts';
import { say } from '../messages.ts';
import type { Response } from '../model.ts';
import type { BadExample, GoodExample, Report, Rule, RuleContext } from '../rule.ts';

export const rule: Rule = {
  id: 'no-double-response',
  summary: 'A request is answered once.',
  why: 'The second answer fails with ERR_HTTP_HEADERS_SENT, in a promise that nobody awaits or in the error handler (Fastify drops it and logs a warning), and the work between the two is done although the request was refused.',
  whenNot: 'Code that asks `res.headersSent` in a helper which Status Lens cannot read may be silenced line by line.',
  specs: [{ title: 'Node.js: ERR_HTTP_HEADERS_SENT', url: 'https://nodejs.org/api/errors.html#err_http_headers_sent' }],
  severity: 'error',
  sure: 'certain',
  fix: 'safe',
  check(response, context) {
    const { later, goesOnTo, state, via, span, status } = response;
    if (state !== 'sent' || via === 'throw' || via === 'next') return undefined;
    // A refusal ends the path as it was meant to; behind a success the rest of the work may be wanted.
    const safe = later !== undefined && every(status, (code) => code >= 400);
    const fixes: NonNullable<Report['fixes']> = [
      { title: say('double.fix'), intent: { kind: 'insertReturn' }, safe, preferred: true },
    ];
    if (later) {
      const related = [{ span: later, message: say('double.later') }];
      const message = say(context.dropsSecondAnswer ? 'double.dropped' : 'double');
      return { span, message, confidence: 'certain', related, fixes };
    }
    if (!goesOnTo) return undefined;
    if (goesOnTo.handsOnError) return reportHandedOn(response, context, fixes);
    const related = [{ span: goesOnTo.span, message: say('double.work.place') }];
    return { span, message: say('double.work', { call: goesOnTo.call }), confidence: 'likely', related, fixes };
  },
};

/** The error is answered and handed on to whoever answers errors. Behind an answer that is always given, this may be for a log. */
function reportHandedOn(
  { goesOnTo, handler, span }: Response,
  { dropsSecondAnswer }: RuleContext,
  fixes: NonNullable<Report['fixes']>,
): Report | undefined {
  if (!goesOnTo || dropsSecondAnswer || (goesOnTo.straight && handler.handlesErrors)) return undefined;
  const related = [{ span: goesOnTo.span, message: say('double.error.place') }];
  const message = say('double.error', { call: goesOnTo.call });
  return { span, message, confidence: 'likely', related, fixes: goesOnTo.straight ? [] : fixes };
}

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
  {
    title: 'Fastify, which sends the first answer and drops the other',
    code: `
import Fastify from 'fastify';
const app = Fastify();
app.post('/orders', (request, reply) => {
  if (!request.body.items) {
    reply.code(400).send({ error: 'items are missing' });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing ends the path after this answer, so it comes to another one, which is dropped: the first answer wins, and the log gets a warning.
  }
  reply.code(201).send(order(request.body.items));
});
`,
    fixed: `
import Fastify from 'fastify';
const app = Fastify();
app.post('/orders', (request, reply) => {
  if (!request.body.items) {
    return reply.code(400).send({ error: 'items are missing' });
  }
  reply.code(201).send(order(request.body.items));
});
`,
  },
  {
    title: 'the order is stored although the request was refused',
    code: `
import express from 'express';
const app = express();
app.post('/orders', async (req, res) => {
  if (!req.user) {
    res.status(401).json({ error: 'Log in first' });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The request is refused here, and the flow goes on to \`Order.create\` all the same: the check prevents nothing. Return here.
  }
  await Order.create(req.body);
  if (req.user) res.sendStatus(204);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/orders', async (req, res) => {
  if (!req.user) {
    return res.status(401).json({ error: 'Log in first' });
  }
  await Order.create(req.body);
  if (req.user) res.sendStatus(204);
});
`,
  },
  {
    title: 'the request was refused, and is handed on all the same',
    code: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  if (!req.user) {
    res.status(401).json({ error: 'Log in first' });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The request is refused here, and the flow goes on to \`next\` all the same: the check prevents nothing. Return here.
  }
  next();
});
`,
    fixed: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  if (!req.user) {
    return res.status(401).json({ error: 'Log in first' });
  }
  next();
});
`,
  },
  {
    title: 'an error handler that answers some errors and hands all of them on',
    code: `
import express from 'express';
const app = express();
app.use((error, req, res, next) => {
  if (error.isBoom) {
    res.status(error.output.statusCode).json(error.output.payload);
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is answered here, and \`next\` hands the error on all the same: who takes it answers a second time, and with nobody behind it Express cuts the connection. Do one of the two.
  }
  next(error);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.use((error, req, res, next) => {
  if (error.isBoom) {
    return res.status(error.output.statusCode).json(error.output.payload);
  }
  next(error);
});
`,
  },
  {
    title: 'a failure is answered, and handed on as well',
    code: `
import express from 'express';
const app = express();
app.get('/orders', async (req, res, next) => {
  try {
    res.json(await orders());
  } catch (error) {
    res.status(500).json({ error: 'Try again' });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is answered here, and \`next\` hands the error on all the same: who takes it answers a second time, and with nobody behind it Express cuts the connection. Do one of the two.
    next(error);
  }
});
`,
    fixed: undefined,
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
    title: 'a failed attempt is written down after the refusal',
    code: `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!user) {
    res.status(401).json({ error: 'Wrong credentials' });
    await Attempt.create({ email: req.body.email });
    return;
  }
  res.json({ token: tokenOf(user) });
});
`,
  },
  {
    title: 'clean-up after either answer',
    code: `
import express from 'express';
const app = express();
app.post('/files', async (req, res) => {
  if (!req.body.name) res.status(400).json({ error: 'name is missing' });
  else res.status(201).json({ name: req.body.name });
  await removeTemporary(req.file);
});
`,
  },
  {
    title: 'a flag tells that it was answered',
    code: `
import express from 'express';
const app = express();
app.get('/jobs/:id', async (req, res) => {
  let answered = false;
  if (!req.params.id) {
    res.status(400).json({ error: 'Which one?' });
    answered = true;
  }
  if (!answered) res.json(await Job.findById(req.params.id));
});
`,
  },
  {
    title: 'parts of a stream, and its end',
    code: `
import express from 'express';
const app = express();
app.get('/events', (req, res) => {
  res.writeHead(200, { 'Content-Type': 'text/event-stream' });
  res.write('data: 1\\n\\n');
  res.write('data: 2\\n\\n');
  res.end();
});
`,
  },
  {
    title: 'a helper that never comes back',
    code: `
import express from 'express';
const app = express();
function refuse(res, message): never {
  res.status(400).json({ message });
  throw new Error(message);
}
app.get('/items/:id', (req, res) => {
  if (!req.params.id) refuse(res, 'Which one?');
  res.json(items.get(req.params.id));
});
`,
  },
  {
    title: 'a function inside is another path',
    code: `
import express from 'express';
const app = express();
app.get('/late', (req, res) => {
  const timer = setTimeout(() => res.status(503).end(), 1000);
  load((found) => {
    clearTimeout(timer);
    res.json(found);
  });
});
`,
  },
  {
    title: 'one address is looked up in two collections, and stands in one of them',
    code: `
import express from 'express';
const app = express();
app.post('/log-in', async (req, res) => {
  const student = await Student.findOne({ email: req.body.email });
  const teacher = await Teacher.findOne({ email: req.body.email });
  if (student) res.json({ student });
  if (teacher) res.json({ teacher });
  if (!student && !teacher) res.status(401).json({ error: 'Nobody has this address' });
});
`,
  },
  {
    title: 'who comes next only takes note of the refusal',
    code: `
import express from 'express';
const app = express();
app.get('/items', (req, res, next) => {
  if (!req.user) {
    res.status(401).json({ error: 'Log in first' });
    return next();
  }
  res.json(items);
});
`,
  },
];
