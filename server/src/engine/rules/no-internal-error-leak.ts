import { every } from '../known.ts';
import { say } from '../messages.ts';
import type { BodyValue, Response, Span } from '../model.ts';
import type { BadExample, GoodExample, Report, Rule } from '../rule.ts';

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
    const { inCatch, body, via } = response;
    const variable = inCatch?.variable;
    if (!variable || via !== 'response' || isNarrowed(response)) return undefined;
    if (!every(response.status, (code) => code >= 400)) return undefined;
    if (body.kind === 'opaque' && body.name) return judge(body.name, variable, body.span, response);
    if (body.kind !== 'object') return undefined;
    for (const { value, valueSpan } of body.properties) {
      const report = judgeValue(value, variable, valueSpan, response);
      if (report) return report;
    }
    return undefined;
  },
};

/** True if the error was asked for its kind, or the environment for its own: then it is no longer just any error. */
function isNarrowed({ conditions, inCatch }: Response): boolean {
  return conditions.some(({ span, inside }) => inCatch !== undefined && inside && span.start >= inCatch.span.start);
}

function judgeValue(value: BodyValue, variable: string, span: Span, response: Response): Report | undefined {
  if (value.kind === 'name') return judge(value.text, variable, span, response);
  if (value.kind !== 'object') return undefined;
  for (const inner of value.properties) {
    const report = judgeValue(inner.value, variable, inner.valueSpan, response);
    if (report) return report;
  }
  return undefined;
}

function judge(name: string, variable: string, span: Span, response: Response): Report | undefined {
  const plain = name.replaceAll('?.', '.');
  if (plain === `${variable}.stack`) return { span, message: say('leak.stack'), confidence: 'certain' };
  // Error handlers get errors that the program threw on purpose, with a message for users.
  if (response.handler.handlesErrors) return undefined;
  if (plain === variable) return { span, message: say('leak.raw'), confidence: 'certain' };
  return plain === `${variable}.message` ? { span, message: say('leak.message'), confidence: 'likely' } : undefined;
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
                                                             ^^^^^^^^^^^ This sends the stack of an unknown error to the client: it tells of files, packages and their versions.
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
                                                    ^^^^^^^^^^^ This sends the message of an unknown error to the client: it may tell of queries, hosts and paths. Send a text of your own and log the error.
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
