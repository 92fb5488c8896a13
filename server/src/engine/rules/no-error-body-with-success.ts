import { every, valuesOf } from '../known.ts';
import { say } from '../messages.ts';
import type { BodyProperty, BodyValue, Response } from '../model.ts';
import type { BadExample, GoodExample, ProposedFix, Rule } from '../rule.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { formatStatus } from '../status-text.ts';

/** Keys that tell of the error itself; any other key may be data, and a body with data is a partial result. */
const ERROR_KEYS = new Set(['error', 'errors', 'err', 'errorMessage', 'error_message', 'errorCode']);
const FLAG_KEYS = new Set(['success', 'ok', 'succeeded', 'status', 'result']);
const BESIDE_KEYS = new Set([
  'message',
  'msg',
  'code',
  'details',
  'detail',
  'reason',
  'description',
  'statusCode',
  'timestamp',
  'path',
  'hint',
  'type',
]);
const DATA_KEYS = new Set(['data', 'payload', 'user', 'items', 'results']);
const FAILURE_WORDS = new Set(['error', 'fail', 'failed', 'failure', 'ko']);
/** OAuth's device flow answers these while the person has yet to confirm (RFC 8628, section 3.5). */
const PENDING = new Set(['authorization_pending', 'slow_down']);
/** The sender retries whatever is not a 2xx, so that a webhook confirms even what it cannot use. */
const ALWAYS_CONFIRMED = /web-?hook|callback|notify|notification|jsonrpc|graphql/i;

export const rule: Rule = {
  id: 'no-error-body-with-success',
  summary: 'A success status does not go with a body that only tells an error.',
  why: 'Clients, caches, retries and monitoring decide by the status code. With 200 an error is cached, counted as a success and passed on to code that expects data.',
  specs: [
    { title: 'RFC 9110, section 15.3: Successful 2xx', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3' },
  ],
  severity: 'warning',
  sure: 'certain',
  fix: 'suggestion',
  check(response, { framework }) {
    const { body, status } = response;
    if (response.state !== 'sent' || body.kind !== 'object' || body.open) return undefined;
    if (!every(status, (code) => code >= 200 && code < 300)) return undefined;
    if (ALWAYS_CONFIRMED.test(`${response.handler.route ?? ''} ${response.handler.name ?? ''}`)) return undefined;
    const told = findToldError(body.properties, response);
    if (!told) return undefined;
    const [code = 200] = valuesOf(status) ?? [];
    const inferred = inferScenario(response);
    const message = say(response.implicit ? 'error-body.implicit' : 'error-body.explicit', {
      status: formatStatus(code),
      framework,
    });
    const related = inferred && {
      span: inferred.evidence,
      message: say('error-body.because', { test: inferred.because, scenario: inferred.scenario.title }),
    };
    return {
      span: told.span,
      message,
      confidence: 'certain',
      related: related ? [related] : [],
      fixes: proposeFixes(response),
    };
  },
};

/** The property that tells the error, if nothing in the body is data. */
function findToldError(properties: readonly BodyProperty[], response: Response): BodyProperty | undefined {
  let told: BodyProperty | undefined;
  for (const property of properties) {
    const { name, value } = property;
    if (ERROR_KEYS.has(name)) {
      if (!isCertainError(value, response)) return undefined;
      told = property;
    } else if (FLAG_KEYS.has(name)) {
      if (isFailureFlag(name, value)) told ??= property;
      else if (isSuccessFlag(value)) return undefined;
    } else if (DATA_KEYS.has(name) ? !isNothing(value) : !BESIDE_KEYS.has(name)) return undefined;
  }
  return told;
}

/** A written error, or one that this very branch has tested or caught. */
function isCertainError(value: BodyValue, response: Response): boolean {
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' && value.value !== '' && !PENDING.has(value.value);
    case 'text':
      return true;
    case 'object':
      return value.properties.some(({ name }) => name === 'message' || name === 'code');
    case 'array':
      return value.elements.length > 0 && value.elements.every((element) => isCertainError(element, response));
    case 'name':
      return isTestedOrCaught(value.text, response);
    default:
      return false;
  }
}

function isTestedOrCaught(text: string, response: Response): boolean {
  const root = text.split(/[.?]/, 1)[0] ?? text;
  if (response.inCatch?.variable === root) return true;
  const plain = text.replaceAll('?.', '.');
  return response.conditions.some(({ tests }) =>
    tests.some(({ subject, outcome }) => outcome === 'truthy' && (subject === plain || subject === root)),
  );
}

function isFailureFlag(name: string, value: BodyValue): boolean {
  if (value.kind !== 'literal') return false;
  if (name === 'status' || name === 'result')
    return typeof value.value === 'string' && FAILURE_WORDS.has(value.value.toLowerCase());
  return value.value === false;
}

function isSuccessFlag(value: BodyValue): boolean {
  return value.kind !== 'literal' || value.value === true || typeof value.value === 'string';
}

function isNothing(value: BodyValue): boolean {
  if (value.kind === 'literal') return value.value === null;
  return (
    (value.kind === 'array' && value.elements.length === 0) ||
    (value.kind === 'object' && value.properties.length === 0 && !value.open)
  );
}

function proposeFixes(response: Response): readonly ProposedFix[] {
  const scenario = inferScenario(response)?.scenario;
  const offer = (code: number): ProposedFix => {
    const status = formatStatus(code);
    const title = scenario
      ? say('status.fix.scenario', { status, scenario: scenario.title })
      : say('status.fix.plain', { status });
    return { title, intent: { kind: 'setStatus', status: code }, safe: false };
  };
  return (scenario?.fits ?? [400, 404, 500]).map(offer);
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
];

export const good: readonly GoodExample[] = [
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
];
