import { findToldError } from '../error-body.ts';
import { every } from '../known.ts';
import { type MessageId, say } from '../messages.ts';
import type { ConditionTest, Response, SentErrorPart } from '../model.ts';
import type { BadExample, GoodExample, ProposedFix, Rule } from '../rule.ts';
import { isVerifying } from '../scenarios/from-caught.ts';
import { inferScenario } from '../scenarios/infer.ts';

export const rule: Rule = {
  id: 'no-internal-error-leak',
  summary: 'An unknown error is not sent to the client.',
  why: 'Messages and stacks of errors that nobody foresaw tell of queries, hosts, paths and versions, to users who cannot use them and to attackers who can.',
  whenNot: 'An internal tool whose users are its developers may want to show the errors as they are.',
  specs: [
    {
      title: 'OWASP: Error Handling Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html',
    },
  ],
  severity: 'information',
  sure: 'certain',
  fix: 'suggestion',
  check(response) {
    const [worst] = response.sentError;
    if (!worst || response.state !== 'sent' || isNarrowed(response) || isExpected(response)) return undefined;
    // Error handlers get errors that the program threw on purpose, with a message for users.
    if (response.handler.handlesErrors && worst.part !== 'stack' && !isLastResort(response)) return undefined;
    const { body } = response;
    const span = body.kind === 'none' || !body.span ? response.span : body.span;
    const confidence = worst.part === 'message' ? 'likely' : 'certain';
    return {
      span,
      message: say(MESSAGES[worst.part]),
      confidence,
      related: [{ span: worst.span, message: say('leak.place') }],
      fixes: proposeFixes(response),
    };
  },
};

/** A failure that is told as a success would no longer be told at all, so it gets its status with the text. */
function proposeFixes(response: Response): readonly ProposedFix[] {
  if (!every(response.status, (code) => code < 400))
    return [{ title: say('leak.fix'), intent: { kind: 'hideError' }, safe: false }];
  // Beside what was found all the same, an error is a part of the answer.
  if (response.body.kind === 'object' && !findToldError(response)) return [];
  return [{ title: say('server-fault.fix.hide'), intent: { kind: 'hideError', status: 500 }, safe: false }];
}

const MESSAGES: Readonly<Record<SentErrorPart['part'], MessageId>> = {
  stack: 'leak.stack',
  raw: 'leak.raw',
  message: 'leak.message',
};

/** The 500 of an error handler, after those errors that it knows. */
function isLastResort({ status, conditions, inCatch }: Response): boolean {
  const asked = conditions.filter(({ span }) => inCatch !== undefined && span.start >= inCatch.span.start);
  const others = asked.some(({ tests, holds }) => !holds || tests.length === 0);
  return others && every(status, (code) => code === 500);
}

/** True if the error was asked for its kind, or the environment for its own: then it is no longer just any error. */
function isNarrowed({ conditions, inCatch }: Response): boolean {
  if (!inCatch) return false;
  const { span: place, variable } = inCatch;
  return conditions.some(
    ({ span, inside, tests, alternatives, holds }) =>
      inside &&
      span.start >= place.start &&
      !(holds ? [...tests, ...alternatives] : []).every((test) => isAnyError(test, variable)),
  );
}

/** `error instanceof Error` and `if (error)` are true of nearly all that is thrown. */
function isAnyError({ outcome, literal, subject }: ConditionTest, variable: string | undefined): boolean {
  return (outcome === 'instance' && literal === 'Error') || (outcome === 'truthy' && subject === variable);
}

/** What an upload refuses is told by the program's own filter. */
function isOfUpload({ call = '', literal = '' }: ConditionTest): boolean {
  return /^\w*upload\w*(?:$|\.(?:single|array|fields|any|none)\()/i.test(call) || /Multer/.test(literal);
}

/** A 4xx after a check or a write that failed: the code takes what it sends for the mistakes of a form. */
function isExpected(response: Response): boolean {
  const { status, inCatch, conditions, handler } = response;
  if (inCatch && !handler.handlesErrors && inCatch.calls.length === 0) return true;
  // In a block that only parses or verifies, it is known what may have failed.
  if (inCatch && inCatch.calls.length > 0) {
    const inferred = inferScenario(response);
    if (inferred?.scenario.id !== 'unexpected-failure' || inferred.weak) return true;
  }
  if (conditions.some(({ tests }) => tests.some(isOfUpload))) return true;
  const call = conditions.at(-1)?.tests[0]?.call;
  // What is wrong with a token tells nothing of the server.
  if (!inCatch && call !== undefined && isVerifying(call)) return true;
  if (inCatch || !every(status, (code) => code >= 400 && code < 500)) return false;
  return call === undefined || /(?:^|\.)(?:save|create|insert\w*|update\w*|validate)$/.test(call);
}

export const bad: readonly BadExample[] = [
  {
    title: 'the stack of an error',
    code: `
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  try {
    res.json(await User.find());
  } catch (error) {
    res.status(500).json({ error: 'Something failed', stack: error.stack });
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This sends the stack of an unknown error to the client: it tells of files, packages and their versions.
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
    res.status(500).json({ error: 'Something failed' });
  }
});
`,
  },
  {
    title: 'the error as it is',
    code: `
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  try {
    res.json(await User.find());
  } catch (err) {
    res.status(500).send(err);
                         ^^^ This sends an unknown error as it is to the client: it may carry queries, paths and secrets. Send a text of your own and log the error.
  }
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  try {
    res.json(await User.find());
  } catch (err) {
    console.error(err);
    res.status(500).send({ error: 'Internal Server Error' });
  }
});
`,
  },
  {
    title: 'the message of any error',
    code: `
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  try {
    res.json(await User.find());
  } catch (err) {
    res.status(500).json({ success: false, message: err.message });
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This sends the message of an unknown error to the client: it may tell of queries, hosts and paths. Send a text of your own and log the error.
  }
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  try {
    res.json(await User.find());
  } catch (err) {
    console.error(err);
    res.status(500).json({ success: false, message: 'Internal Server Error' });
  }
});
`,
  },
  {
    title: 'the message in a body that a function makes',
    code: `
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  try {
    res.json(await User.find());
  } catch (e) {
    const error = e as Error;
    res.status(500).json(failure(error.message));
                         ^^^^^^^^^^^^^^^^^^^^^^ This sends the message of an unknown error to the client: it may tell of queries, hosts and paths. Send a text of your own and log the error.
  }
});
const failure = (message: string) => ({ success: false, message });
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  try {
    res.json(await User.find());
  } catch (e) {
    const error = e as Error;
    console.error(error);
    res.status(500).json(failure('Internal Server Error'));
  }
});
const failure = (message: string) => ({ success: false, message });
`,
  },
  {
    title: 'what a driver says of the query',
    code: `
import express from 'express';
const app = express();
app.get('/users', (req, res) => {
  pool.query('SELECT * FROM users', (err, rows) => {
    if (err) return res.status(500).json({ error: err.sqlMessage });
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ This sends the message of an unknown error to the client: it may tell of queries, hosts and paths. Send a text of your own and log the error.
    res.json(rows);
  });
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/users', (req, res) => {
  pool.query('SELECT * FROM users', (err, rows) => {
    if (err) { console.error(err); return res.status(500).json({ error: 'Internal Server Error' }); }
    res.json(rows);
  });
});
`,
  },
  {
    title: 'the stack of what made a promise fail',
    code: `
import express from 'express';
const app = express();
app.get('/users', (req, res) => {
  User.find().then((users) => res.json(users)).catch((error) => res.status(500).send(error.stack));
                                                                                     ^^^^^^^^^^^ This sends the stack of an unknown error to the client: it tells of files, packages and their versions.
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/users', (req, res) => {
  User.find().then((users) => res.json(users)).catch((error) => { console.error(error); return res.status(500).send({ error: 'Internal Server Error' }); });
});
`,
  },
  {
    title: 'an error that is sent as if nothing had failed',
    code: `
import express from 'express';
const app = express();
app.post('/users', (req, res) => {
  User.create(req.body, (err, user) => {
    if (err) return res.send({ error: err });
                             ^^^^^^^^^^^^^^ This sends an unknown error as it is to the client: it may carry queries, paths and secrets. Send a text of your own and log the error.
    res.status(201).send(user);
  });
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/users', (req, res) => {
  User.create(req.body, (err, user) => {
    if (err) { console.error(err); return res.status(500).send({ error: 'Internal Server Error' }); }
    res.status(201).send(user);
  });
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'a text of the program’s own',
    code: `
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  try {
    res.json(await User.find());
  } catch (err) {
    logger.error(err);
    res.status(500).json({ error: 'Something failed' });
  }
});
`,
  },
  {
    title: 'only while developing',
    code: `
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  try {
    res.json(await User.find());
  } catch (err) {
    if (process.env.NODE_ENV === 'development') return res.status(500).json({ error: err.message });
    res.status(500).json({ error: 'Something failed' });
  }
});
`,
  },
  {
    title: 'an error whose message is meant for users',
    code: `
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  try {
    res.json(await User.find());
  } catch (err) {
    if (err instanceof UserFacingError) return res.status(400).json({ error: err.message });
    res.status(500).json({ error: 'Something failed' });
  }
});
`,
  },
  {
    title: 'a token failed: its error tells nothing of the server',
    code: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.cookies.token, key);
  } catch (error) {
    return res.status(401).json({ error: error.message });
  }
  next();
});
`,
  },
  {
    title: 'Fastify takes an error that is sent for one that was thrown: the error handler decides',
    code: `
import Fastify from 'fastify';
const app = Fastify();
app.get('/users', async (request, reply) => {
  try {
    return await load();
  } catch (error) {
    reply.send(error);
  }
});
`,
  },
  {
    title: 'the status was chosen by the kind of the error',
    code: `
import express from 'express';
const app = express();
app.post('/jobs', async (req, res) => {
  try {
    res.json(await run(req.body));
  } catch (error) {
    const status = error instanceof InputError ? 400 : 500;
    res.status(status).json({ error: status === 400 ? error.message : 'Something failed' });
  }
});
`,
  },
];
