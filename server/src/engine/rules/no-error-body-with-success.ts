import { findToldError, findToldStatus, isOnlyWords } from '../error-body.ts';
import { every, one, valuesOf } from '../known.ts';
import { say } from '../messages.ts';
import type { Response, Span } from '../model.ts';
import type { Policy } from '../policy.ts';
import type { BadExample, GoodExample, ProposedFix, Report, Rule } from '../rule.ts';
import { isInEnvelope, type SaidOnce } from '../scenarios/envelope.ts';
import { saysSo } from '../scenarios/evidence.ts';
import { listFitting } from '../scenarios/fitting.ts';
import { isOwnMatter } from '../scenarios/habit.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { describeReason } from '../scenarios/reason.ts';
import { withoutMissing } from '../scenarios/swallowed.ts';
import type { ScenarioId } from '../scenarios/table.ts';
import { formatStatus } from '../status-text.ts';

export const rule: Rule = {
  id: 'no-error-body-with-success',
  summary: 'A success status does not go with a body that only tells an error.',
  why: 'Clients, caches, retries and monitoring decide by the status code. With 200 an error is cached, counted as a success and passed on to code that expects data.',
  whenNot:
    'Protocols with their own errors, such as JSON-RPC and GraphQL, answer 200 by design; for an API that does the same by agreement, set `statusLens.policy.envelope`.',
  specs: [
    { title: 'RFC 9110, section 15.3: Successful 2xx', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3' },
  ],
  severity: 'warning',
  sure: 'certain',
  fix: 'suggestion',
  check(response, { framework, envelope, policy }) {
    if (!every(response.status, (code) => code >= 200 && code < 300) || !isOwnMatter(response)) return undefined;
    if (response === envelope.said?.at) return reportHabit(envelope.said);
    const told = findToldError(response)?.span ?? findToldFailure(response);
    if (!told || isInEnvelope(response, envelope) || tellsStatus(response)) return undefined;
    const [code = 200] = valuesOf(response.status) ?? [];
    const inferred = inferReason(response);
    const message = say(response.implicit ? 'error-body.implicit' : 'error-body.explicit', {
      status: formatStatus(code),
      framework,
    });
    const related = inferred && {
      span: inferred.evidence,
      message: say('error-body.because', { test: inferred.because, scenario: inferred.scenario.title }),
    };
    return {
      span: told,
      message,
      confidence: 'certain',
      related: related ? [related] : [],
      fixes: proposeFixes(response, policy),
    };
  },
};

/** True if the body names the status that was meant: status-body-mismatch says so. */
function tellsStatus({ body, via }: Response): boolean {
  if (body.kind !== 'object' || (via !== 'response' && via !== 'return')) return false;
  return body.properties.some((property) => (findToldStatus(property) ?? 0) >= 400);
}

/** What a whole project or file does is said once: it may be meant. */
function reportHabit({ span, of, told, all }: SaidOnce): Report {
  const id = of === 'project' ? 'error-body.habit.project' : 'error-body.habit';
  return { span, message: say(id, { told: String(told), all: String(all) }), confidence: 'advice' };
}

/** Places whose job is to tell whether something is so, or that must not tell whether an address is known. */
const TELLS =
  /check|valid|verify|available|exists?\b|preview|forgot|reset|resend|recover|unsubscribe|log-?_?out|sign-?_?out/i;
/** "If there is such an account, we have sent a mail" hides on purpose, and what is gone already is no failure. */
const HIDES = /\bif (?:the|an?|your|that|this|there)\b|\bsent\b|check your|already|empty/i;

/** A body that holds only words, in a branch that shows a failure which the words tell of. */
function findToldFailure(response: Response): Span | undefined {
  const { body, wording, handler } = response;
  if (!isOnlyWords(body) || (body.kind !== 'text' && body.kind !== 'object')) return undefined;
  const inferred = inferScenario(response);
  if (!inferred || !FAILURES.has(inferred.scenario.id) || !saysSo(inferred.scenario.id, wording)) return undefined;
  // That nothing fits a query is what an empty list tells as well.
  if (inferred.scenario.id === 'missing-resource' && inferred.test?.by === 'query') return undefined;
  if (TELLS.test(`${handler.ownRoute ?? ''} ${handler.name ?? ''}`) || wording.some((text) => HIDES.test(text)))
    return undefined;
  return body.span;
}

const FAILURES: ReadonlySet<ScenarioId> = new Set([
  'invalid-input',
  'missing-resource',
  'not-authenticated',
  'bad-credentials',
  'not-allowed',
]);

/** Why an error is sent here: what a success would be sent for, such as something that was found, is asked again. */
function inferReason(response: Response): ReturnType<typeof inferScenario> {
  return inferScenario(response) ?? inferScenario({ ...response, status: one(400) });
}

function proposeFixes(response: Response, policy: Policy): readonly ProposedFix[] {
  const inferred = inferReason(response);
  const offer = (code: number, index: number): ProposedFix => {
    const status = formatStatus(code);
    const title = inferred
      ? say('status.fix.scenario', { status, reason: describeReason(inferred, code, index === 0) })
      : say('status.fix.plain', { status });
    return { title, intent: { kind: 'setStatus', status: code }, safe: false };
  };
  const codes = inferred ? listFitting(inferred.scenario, policy) : [400, 404, 409, 500];
  return withoutMissing(codes, response).map(offer);
}

export const bad: readonly BadExample[] = [
  {
    title: 'a missing resource told in the body only',
    code: `
import express from 'express';
const app = express();
app.get('/users/:id', async (req, res) => {
  const user = await users.findById(req.params.id);
  if (!user) return res.json({ error: 'User not found' });
                               ^^^^^^^^^^^^^^^^^^^^^^^ The body tells of an error, but no status is set, so Express answers 200 OK: clients, caches and monitors take it for a success. Answer with a 4xx or 5xx status.
  res.json(user);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/users/:id', async (req, res) => {
  const user = await users.findById(req.params.id);
  if (!user) return res.status(404).json({ error: 'User not found' });
  res.json(user);
});
`,
  },
  {
    title: 'a failed sign-up answered with 200',
    code: `
const express = require('express');
const router = express.Router();
router.post('/sign-up', (req, res) => {
  if (!req.body.email) {
    return res.status(200).json({ success: false, message: 'E-mail address is missing' });
                                  ^^^^^^^^^^^^^^ The body tells of an error, but the status is 200 OK: clients, caches and monitors take it for a success. Answer with a 4xx or 5xx status.
  }
  res.status(201).json(create(req.body));
});
`,
    fixed: `
const express = require('express');
const router = express.Router();
router.post('/sign-up', (req, res) => {
  if (!req.body.email) {
    return res.status(400).json({ success: false, message: 'E-mail address is missing' });
  }
  res.status(201).json(create(req.body));
});
`,
  },
  {
    title: 'an exception answered with the implicit 200',
    code: `
import express, { type Request, type Response } from 'express';
export async function list(req: Request, res: Response) {
  try {
    res.json(await items.find());
  } catch (error) {
    res.send({ error: error.message });
               ^^^^^^^^^^^^^^^^^^^^ The body tells of an error, but no status is set, so Express answers 200 OK: clients, caches and monitors take it for a success. Answer with a 4xx or 5xx status.
  }
}
`,
    fixed: `
import express, { type Request, type Response } from 'express';
export async function list(req: Request, res: Response) {
  try {
    res.json(await items.find());
  } catch (error) {
    res.status(500).send({ error: error.message });
  }
}
`,
  },
  {
    title: 'words alone, where the test shows the failure that they tell of',
    code: `
import express from 'express';
const app = express();
app.get('/users/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  if (!user) return res.send('User not found');
                             ^^^^^^^^^^^^^^^^ The body tells of an error, but no status is set, so Express answers 200 OK: clients, caches and monitors take it for a success. Answer with a 4xx or 5xx status.
  res.json(user);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/users/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  if (!user) return res.status(404).send('User not found');
  res.json(user);
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'the body names the status that was meant, which status-body-mismatch reports',
    code: `
import { Hono } from 'hono';
const app = new Hono();
app.get('/users/:id', async (c) => {
  const user = await users.find(c.req.param('id'));
  if (!user) return c.json({ status: 404, error: 'No such user' });
  return c.json(user);
});
`,
  },
  {
    title: 'an error beside data is a partial result',
    code: `
import express from 'express';
const app = express();
app.get('/import', (req, res) => res.json({ error: 'Line 7 was skipped', imported: rows }));
`,
  },
  {
    title: 'error: null says that there was none',
    code: `
import express from 'express';
const app = express();
app.get('/state', (req, res) => res.json({ error: null, data: state }));
`,
  },
  {
    title: 'a webhook confirms what it cannot use, or the sender would repeat it',
    code: `
import express from 'express';
const app = express();
app.post('/webhooks/payments', (req, res) => {
  if (!known(req.body.type)) return res.json({ success: false, message: 'Ignored' });
  res.json({ success: true });
});
`,
  },
  {
    title: 'whether there was an error is not known here',
    code: `
import express from 'express';
const app = express();
app.get('/jobs/:id', async (req, res) => {
  const { error } = await jobs.state(req.params.id);
  res.json({ error });
});
`,
  },
  {
    title: 'a validation endpoint whose answer is the verdict',
    code: `
import express from 'express';
const app = express();
app.post('/check', (req, res) => res.json({ valid: false, error: 'Too short' }));
`,
  },
  {
    title: 'the device flow of OAuth says that the person has yet to confirm',
    code: `
import express from 'express';
const app = express();
app.post('/token', (req, res) => res.json({ error: 'authorization_pending' }));
`,
  },
  {
    title: 'whether the address is known stays hidden on purpose',
    code: `
import express from 'express';
const app = express();
app.post('/mails', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!user) return res.json({ message: 'If the address was not found, no mail comes' });
  res.json(await send(user));
});
`,
  },
  {
    title: 'a preview tells what would be wrong: that is its result',
    code: `
import express from 'express';
const app = express();
app.post('/preview', async (req, res) => {
  if (!req.body.text) return res.json({ message: 'text is missing' });
  res.json(render(req.body.text));
});
`,
  },
  {
    title: 'JSON-RPC and GraphQL tell errors in their own envelope',
    code: `
import express from 'express';
const app = express();
app.post('/graphql', (req, res) => res.json({ errors: [{ message: 'No such field' }] }));
`,
  },
  {
    title: 'a question that is answered with no',
    code: `
import express from 'express';
const app = express();
app.get('/likes/:id', async (req, res) => {
  const like = await Like.findOne({ post: req.params.id, user: req.user.id });
  if (like) return res.json({ success: true, type: like.type });
  return res.json({ success: false });
});
`,
  },
  {
    title: 'a payment that was called off is what this address is told of',
    code: `
import express from 'express';
const app = express();
app.get('/payments/cancelled', async (req, res) => {
  await Payment.updateOne({ id: req.query.id }, { state: 'cancelled' });
  res.json({ success: false, message: 'The payment was cancelled' });
});
`,
  },
  {
    title: 'the provider came back with an error of its own',
    code: `
import express from 'express';
const app = express();
app.get('/oauth/return', async (req, res) => {
  if (req.query.error) return res.json({ success: false, message: 'You did not agree' });
  res.json({ success: true });
});
`,
  },
  {
    title: 'a trial that fails is the news that was asked for',
    code: `
import express from 'express';
const app = express();
app.post('/test-connection', async (req, res) => {
  try {
    await connect(req.body);
    res.json({ success: true });
  } catch (error) {
    res.json({ success: false, message: 'It cannot be reached' });
  }
});
`,
  },
  {
    title: 'the status is written where it comes too late, which another rule reports',
    code: `
import express from 'express';
const app = express();
app.get('/items/:id', (req, res) => {
  if (!items.has(req.params.id)) return res.json({ error: 'Not found' }).status(404);
  res.json(items.get(req.params.id));
});
`,
  },
  {
    title: 'the job was found, and that it failed is what was asked for',
    code: `
import express from 'express';
const app = express();
app.get('/jobs/:id', async (req, res) => {
  const job = await Job.findById(req.params.id);
  if (!job) return res.status(404).json({ error: 'No such job' });
  if (job.status === 'failed') return res.json({ status: 'error', message: job.message });
  res.json({ status: 'success', result: job.result });
});
`,
  },
];
