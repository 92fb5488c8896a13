import { type MessageId, say } from '../messages.ts';
import type { Body, BodyValue, Condition, Response } from '../model.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'no-internal-error-leak',
  summary: 'An unknown error is not sent to the client.',
  why: 'Messages and stacks of errors that nobody foresaw tell of queries, hosts, paths and versions, to users who cannot use them and to attackers who can.',
  specs: [
    {
      title: 'OWASP: Error Handling Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html',
    },
  ],
  severity: 'information',
  sure: 'certain',
  fix: 'none',
  check(response) {
    const { body, via, conditions, inCatch, handler } = response;
    if (via !== 'response' || isNarrowed(response)) return undefined;
    const variable = inCatch?.variable ?? findCallbackError(conditions);
    if (!variable) return undefined;
    const names = body.kind === 'object' ? body.properties.flatMap(({ value }) => namesIn(value)) : namesOf(body);
    const leaks = names.map((name) => judge(name, variable)).filter((leak) => leak !== undefined);
    // Error handlers get errors that the program threw on purpose, with a message for users.
    const [worst] = leaks.sort((a, b) => a - b);
    if (worst === undefined || (handler.handlesErrors && worst !== Leak.stack) || body.kind === 'none')
      return undefined;
    const { span = response.span } = body;
    return { span, message: say(MESSAGES[worst]), confidence: worst === Leak.message ? 'likely' : 'certain' };
  },
};

/** What of an error is sent, the worst first. */
const Leak = { stack: 0, raw: 1, message: 2 } as const;
type Leak = (typeof Leak)[keyof typeof Leak];

const MESSAGES: Readonly<Record<Leak, MessageId>> = {
  [Leak.stack]: 'leak.stack',
  [Leak.raw]: 'leak.raw',
  [Leak.message]: 'leak.message',
};

/** True if the error was asked for its kind, or the environment for its own: then it is no longer just any error. */
function isNarrowed({ conditions, inCatch }: Response): boolean {
  return conditions.some(({ span, inside }) => inCatch !== undefined && inside && span.start >= inCatch.span.start);
}

/** The error of a callback, in the branch that runs when there is one. */
function findCallbackError(conditions: readonly Condition[]): string | undefined {
  const [test] = conditions.at(-1)?.tests ?? [];
  const isError = test?.origin === 'caught error' && test.outcome === 'truthy' && /^\w+$/.test(test.subject);
  return isError ? test.subject : undefined;
}

function namesOf(body: Body): readonly string[] {
  return body.kind === 'opaque' && body.name ? [body.name] : [];
}

function namesIn(value: BodyValue): readonly string[] {
  if (value.kind === 'name') return [value.text];
  return value.kind === 'object' ? value.properties.flatMap((inner) => namesIn(inner.value)) : [];
}

function judge(name: string, variable: string): Leak | undefined {
  const plain = name.replaceAll('?.', '.');
  if (plain === `${variable}.stack`) return Leak.stack;
  if (plain === variable) return Leak.raw;
  return plain === `${variable}.message` ? Leak.message : undefined;
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
    fixed: undefined,
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
    fixed: undefined,
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
    fixed: undefined,
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
];
