import type { SilentPath } from '../handler-flow.ts';
import { one } from '../known.ts';
import { say } from '../messages.ts';
import type { Condition, Handler } from '../model.ts';
import type { BadExample, GoodExample, ProposedFix, Rule, RuleContext } from '../rule.ts';
import { listFitting } from '../scenarios/fitting.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { describeReason } from '../scenarios/reason.ts';
import { formatStatus } from '../status-text.ts';

export const rule: Rule = {
  id: 'no-unanswered-path',
  summary: 'Every path through a handler answers the request or hands it on.',
  why: 'A request without an answer stays open until somebody gives up: the browser spins, the connection is kept, and no log tells why. In error middleware it turns a failure that was known into one that nobody hears of.',
  whenNot:
    'Requests that are left open on purpose, such as long polls whose answer another part of the program sends, look unanswered.',
  specs: [
    { title: 'Express: Response methods', url: 'https://expressjs.com/en/guide/routing.html#response-methods' },
    { title: 'RFC 9110, section 3.4: Messages', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-3.4' },
  ],
  severity: 'warning',
  sure: 'certain',
  fix: 'suggestion',
  checkHandler({ handler, responses, silentPaths }, context) {
    // What never answers at all may be none of a route: only what answers elsewhere plainly forgot to.
    if (!responses.some(({ state }) => state === 'sent')) return [];
    return silentPaths.map((path) => {
      const { span, conditions, inCatch, answered } = path;
      const last = conditions.at(-1);
      const test = last && (last.holds ? last.text : `not (${last.text})`).replace(/\s+/g, ' ');
      const alone = context.mayHandOn ? 'unanswered' : 'unanswered.alone';
      const where = inCatch ? '.catch' : test === undefined ? '' : '.when';
      return {
        span,
        message:
          answered === undefined
            ? say(`${alone}${where}`, { test: test ?? '' })
            : say('unanswered.instead', { framework: context.framework, status: formatStatus(answered) }),
        confidence: handler.handlesErrors && conditions.every(isAboutError) ? 'certain' : 'likely',
        fixes: listFixes(path, handler, context),
      };
    });
  },
};

/** What caught an error hands it on or says that it failed; elsewhere the last test may tell what to answer. */
function listFixes(path: SilentPath, handler: Handler, { policy }: RuleContext): readonly ProposedFix[] {
  const { span, conditions, inCatch } = path;
  const handOn = (title: string): ProposedFix => ({ title, intent: { kind: 'handOn', path: span }, safe: false });
  const answer = (status: number, title: string): ProposedFix => {
    return { title, intent: { kind: 'answerPath', path: span, status }, safe: false };
  };
  const inferred = inferScenario({ conditions, inCatch, status: one(400), wording: [], handler });
  if (!inferred || (inCatch && inferred.scenario.id === 'unexpected-failure')) {
    const failed = answer(500, say('unanswered.fix.failed', { status: formatStatus(500) }));
    if (inCatch || handler.handlesErrors) return [handOn(say('unanswered.fix.error')), failed];
    return handler.middleware ? [handOn(say('unanswered.fix.next'))] : [];
  }
  return listFitting(inferred.scenario, policy).map((code, index) => {
    const reason = describeReason(inferred, code, index === 0);
    return answer(code, say('status.fix.scenario', { status: formatStatus(code), reason }));
  });
}

/** Another test may tell that the error was answered elsewhere, such as in a stream. */
function isAboutError({ tests, alternatives }: Condition): boolean {
  return [...tests, ...alternatives].every(({ origin }) => origin === 'caught error');
}

export const bad: readonly BadExample[] = [
  {
    title: 'a branch that only logs',
    code: `
import express from 'express';
const app = express();
app.get('/users/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  if (user) {
      ^^^^ Nothing answers when \`not (user)\`: the request hangs. Answer here, or hand it on with next().
    res.json(user);
  } else {
    console.log('There is no such user');
  }
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/users/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  if (user) {
    res.json(user);
  } else {
    console.log('There is no such user');
    res.status(404).json({ error: 'Not Found' });
  }
});
`,
  },
  {
    title: 'a catch clause that swallows the failure',
    code: `
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  try {
    res.json(await User.find());
  } catch (error) {
    ^^^^^^^^^^^^^ Whatever fails here is not answered: the request hangs. Answer an error, or hand it on with next(error).
    console.error(error);
  }
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  try {
    res.json(await User.find());
  } catch (error) {
    console.error(error);
    res.status(500).json({ error: 'Internal Server Error' });
  }
});
`,
  },
  {
    title: 'error middleware that knows some errors only',
    code: `
import express from 'express';
const app = express();
app.use((error, req, res, next) => {
  if (error.name === 'CastError') {
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing answers when \`not (error.code === 11000)\`: the request hangs. Answer here, or hand it on with next().
    res.status(400).json({ error: 'Malformed id' });
  }
  if (error.code === 11000) {
    res.status(409).json({ error: 'It exists already' });
  }
});
`,
    fixed: undefined,
  },
  {
    title: 'a Fastify error handler that knows some errors only, and gives nothing back',
    code: `
import Fastify from 'fastify';
const app = Fastify();
app.setErrorHandler((error, request, reply) => {
  if (error.validation) {
      ^^^^^^^^^^^^^^^^ Nothing answers when \`not (error.validation)\`: the request hangs. Answer here.
    reply.code(400).send({ error: 'Not valid' });
  }
});
`,
    fixed: `
import Fastify from 'fastify';
const app = Fastify();
app.setErrorHandler((error, request, reply) => {
  if (error.validation) {
    reply.code(400).send({ error: 'Not valid' });
  } else {
    reply.code(500).send({ error: 'Internal Server Error' });
  }
});
`,
  },
  {
    title: 'a return without an answer',
    code: `
import express from 'express';
const app = express();
app.get('/reports/:id', async (req, res) => {
  const report = await Report.findById(req.params.id);
  if (!report) return;
               ^^^^^^^ Nothing answers when \`!report\`: the request hangs. Answer here, or hand it on with next().
  res.json(report);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/reports/:id', async (req, res) => {
  const report = await Report.findById(req.params.id);
  if (!report) return res.status(404).json({ error: 'Not Found' });
  res.json(report);
});
`,
  },
  {
    title: 'a loop that may find nothing',
    code: `
import express from 'express';
const app = express();
app.get('/items/:id', (req, res) => {
                      ^^^^^^^^^^^^^ A path through this handler answers nothing: the request hangs. Answer on it, or hand it on with next().
  for (let index = 0; index < items.length; index++) {
    if (items[index].id === req.params.id) return res.json(items[index]);
  }
});
`,
    fixed: undefined,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'the response is given to somebody who answers',
    code: `
import express from 'express';
import { sendReport } from './reports';
const app = express();
app.get('/reports/:id', (req, res) => {
  if (!req.query.live) return res.sendStatus(404);
  sendReport(req.params.id, res);
});
`,
  },
  {
    title: 'the request is handed on',
    code: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  if (!req.headers.authorization) return res.sendStatus(401);
  next();
});
`,
  },
  {
    title: 'a callback, a timer or an event answers later',
    code: `
import express from 'express';
const app = express();
app.get('/a', (req, res) => {
  if (!req.query.id) return res.sendStatus(400);
  load(req.query.id, (error, found) => res.json(found));
});
app.get('/b', (req, res) => {
  if (!req.query.id) return res.sendStatus(400);
  setTimeout(() => res.json({ late: true }), 1000);
});
app.get('/c', (req, res, next) => {
  if (!req.query.id) return res.sendStatus(400);
  load(req.query.id).then((found) => res.json(found)).catch(next);
});
`,
  },
  {
    title: 'a stream answers',
    code: `
import express from 'express';
const app = express();
app.get('/file', (req, res) => {
  if (!req.query.name) return res.sendStatus(400);
  open(req.query.name).pipe(res);
});
`,
  },
  {
    title: 'what throws is answered by the error middleware',
    code: `
import express from 'express';
const app = express();
app.get('/file', (req, res) => {
  if (req.query.name) return res.sendFile(req.query.name);
  throw new Error('There is no name');
});
`,
  },
  {
    title: 'the answer was sent already',
    code: `
import express from 'express';
const app = express();
app.use((error, req, res, next) => {
  if (res.headersSent) return;
  res.status(500).json({ error: 'It failed' });
});
`,
  },
  {
    title: 'a helper that is called by handlers leaves the answer to them',
    code: `
import express from 'express';
const app = express();
function refuseStrangers(req, res) {
  if (!req.user) {
    res.sendStatus(401);
    return true;
  }
  return false;
}
app.get('/mine', (req, res) => {
  if (refuseStrangers(req, res)) return;
  res.json(req.user);
});
`,
  },
  {
    title: 'the response is kept for an event',
    code: `
import express from 'express';
const app = express();
const waiting = new Set();
app.get('/events', (req, res) => {
  if (!req.query.topic) return res.sendStatus(400);
  waiting.add({ topic: req.query.topic, res });
});
`,
  },
  {
    title: 'what is asked for was left on the response by middleware, which answers where it has nothing',
    code: `
import express from 'express';
const app = express();
app.get('/orders', paginate(Order), (req, res) => {
  if (res.page) res.status(200).json(res.page);
});
`,
  },
  {
    title: 'a list is there even when nothing is in it',
    code: `
import express from 'express';
const app = express();
app.get('/banners', async (req, res) => {
  const banners = await Banner.find({ active: true }).lean();
  if (banners) {
    res.json(banners);
  }
});
app.get('/names', async (req, res) => {
  const names = await Promise.all(req.query.ids.map((id) => nameOf(id)));
  if (names) return res.json(names);
});
`,
  },
  {
    title: 'a count of the handler says that all is done',
    code: `
import express from 'express';
const app = express();
app.post('/scores', (req, res) => {
  let added = 0;
  req.body.forEach((score) => {
    scores.add(score);
    added++;
  });
  if (added === req.body.length) res.status(201).json({ added });
});
`,
  },
  {
    title: 'a flag tells that a turn of the loop has answered, or that nobody waits any more',
    code: `
import express from 'express';
const app = express();
app.get('/first/:id', (req, res) => {
  let found = false;
  for (const item of items) {
    if (item.id === req.params.id) {
      res.json(item);
      found = true;
      break;
    }
  }
  if (!found) res.status(404).json({ error: 'No such item' });
});
app.get('/slow', async (req, res) => {
  let gone = false;
  req.on('close', () => {
    gone = true;
  });
  const found = await search(req.query.text);
  if (gone) return;
  res.json(found);
});
`,
  },
];
