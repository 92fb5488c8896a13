import { findStatusInReturned } from '../body.ts';
import { findNamedStatus, findToldStatus, listTexts } from '../error-body.ts';
import { one, theOne } from '../known.ts';
import { say } from '../messages.ts';
import type { BodyProperty, Response, Span } from '../model.ts';
import type { Policy } from '../policy.ts';
import type { BadExample, GoodExample, ProposedFix, Report, Rule } from '../rule.ts';
import { isInEnvelope } from '../scenarios/envelope.ts';
import { listFitting } from '../scenarios/fitting.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { formatStatus } from '../status-text.ts';

export const rule: Rule = {
  id: 'status-body-mismatch',
  summary: 'The body does not contradict the status.',
  why: 'Some clients read the status, others the body. When the two differ, half of them are wrong, and so are the logs.',
  whenNot:
    'A body that carries the code of another system, under a name that means an HTTP status, is no contradiction.',
  specs: [{ title: 'RFC 9110, section 15: Status Codes', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15' }],
  severity: 'warning',
  sure: 'certain',
  fix: 'suggestion',
  check(response, { envelope, policy }) {
    const { body, state, via } = response;
    // That is a status without effect, which another rule tells.
    if (findStatusInReturned(response)) return undefined;
    const code = theOne(response.status);
    if (code === undefined || state !== 'sent' || (via !== 'response' && via !== 'return')) return undefined;
    // In an envelope the body has the word, and the status is always the same.
    if (code < 300 && isInEnvelope(response, envelope)) return undefined;
    return (
      (body.kind === 'object' ? checkProperties(body.properties, response, code, policy) : undefined) ??
      checkTexts(response, code, policy)
    );
  },
};

/** Names of what tells that a status is the one of another server. */
const ELSEWHERE = /upstream|source|provider|service|remote|origin|target|url/i;

function checkProperties(
  properties: readonly BodyProperty[],
  response: Response,
  code: number,
  policy: Policy,
): Report | undefined {
  if (properties.some(({ name }) => ELSEWHERE.test(name))) return undefined;
  for (const property of properties) {
    const told = findToldStatus(property);
    if (told !== undefined && told !== code && Math.min(told, code) >= 200 && Math.max(told, code) >= 400) {
      const message = say('mismatch.code', { told: formatStatus(told), status: formatStatus(code) });
      return {
        span: property.span,
        message,
        confidence: 'certain',
        fixes: agree(findBelieved(told, response, policy), code, property.valueSpan),
      };
    }
    const inner = property.name === 'error' && property.value.kind === 'object' ? property.value.properties : [];
    const nested = checkProperties(inner, response, code, policy);
    if (nested) return nested;
    if (code >= 400 && claimsSuccess(property)) {
      const message = say('mismatch.success', { status: formatStatus(code) });
      return { span: property.span, message, confidence: 'certain', fixes: agree(undefined, code, property.valueSpan) };
    }
  }
  return undefined;
}

/** People say of a server that was too slow, too, that the request timed out. */
const MEANT_ALIKE: Readonly<Record<number, readonly number[]>> = { 408: [503, 504] };
/** Whatever stands in a body of these is not sent. */
const BODYLESS: ReadonlySet<number> = new Set([204, 205, 304]);

/** A text that is the name of another code, or that refuses a user whom the test refuses too. */
function checkTexts(response: Response, code: number, policy: Policy): Report | undefined {
  const inferred = inferScenario(response);
  const text = listTexts(response.body).find(
    (part) => findNamedStatus(part.text) !== undefined || REFUSES.test(part.text),
  );
  if (!text) return undefined;
  const told = findNamedStatus(text.text);
  if (told !== undefined && MEANT_ALIKE[told]?.includes(code)) return undefined;
  const status = formatStatus(code);
  // Where the test tells which of the two is right, another rule says so.
  const decided = inferred && !inferred.weak && inferred.scenario.id !== 'unexpected-failure';
  if (told !== undefined && told !== code && code >= 200 && !BODYLESS.has(code) && !decided) {
    const message = say('mismatch.text', { text: text.text, told: formatStatus(told), status });
    const confidence = code < 300 || told >= 500 !== code >= 500 ? 'certain' : 'likely';
    return {
      span: text.span,
      message,
      confidence,
      fixes: agree(findBelieved(told, response, policy), code, text.valueSpan),
    };
  }
  if (inferred?.scenario.id !== 'not-allowed' || inferred.weak || code !== 400 || !REFUSES.test(text.text))
    return undefined;
  const values = { text: text.text, test: inferred.because, status, told: formatStatus(403) };
  const related = [{ span: inferred.evidence, message: say('scenario.evidence') }];
  return {
    span: text.span,
    message: say('mismatch.refusal', values),
    confidence: 'likely',
    related,
    fixes: agree(403, undefined, text.valueSpan),
  };
}

/**
 * The status that a body tells of, unless it says that a failure is a success, or one of the server the client's fault,
 * or the test tells that it is sent for another reason.
 */
function findBelieved(told: number, response: Response, policy: Policy): number | undefined {
  if (told < 400) return undefined;
  const inferred = inferScenario({ ...response, status: one(told) });
  if (inferred?.scenario.id === 'unexpected-failure') return told >= 500 ? told : undefined;
  return !inferred || inferred.weak || listFitting(inferred.scenario, policy).includes(told) ? told : undefined;
}

/** The two ways out of a contradiction: the status that the body tells of, or a body that tells of the status. */
function agree(told: number | undefined, code: number | undefined, place: Span): readonly ProposedFix[] {
  const fixes: ProposedFix[] = [];
  if (told !== undefined)
    fixes.push({
      title: say('mismatch.fix.status', { status: formatStatus(told) }),
      intent: { kind: 'setStatus', status: told },
      safe: false,
    });
  if (code !== undefined && code >= 400)
    fixes.push({
      title: say('mismatch.fix.body', { status: formatStatus(code) }),
      intent: { kind: 'tellStatus', status: code, place },
      safe: false,
    });
  return fixes;
}

const REFUSES = /^(?:un-?authori[sz]ed|forbidden|access denied|permission denied|not authori[sz]ed|not allowed)\b/i;

function claimsSuccess({ name, value }: BodyProperty): boolean {
  if (value.kind !== 'literal') return false;
  if (/^(?:success|ok|succeeded)$/.test(name)) return value.value === true;
  return name === 'status' && value.value === 'success';
}

export const bad: readonly BadExample[] = [
  {
    title: 'a body that tells of another status',
    code: `
import express from 'express';
const app = express();
app.get('/ideas/:id', (req, res) => {
  const idea = ideas.get(req.params.id);
  if (!idea) return res.status(403).json({ status: 404, message: 'Idea not found' });
                                           ^^^^^^^^^^^ The body says 404 Not Found, and the status is 403 Forbidden: a client that reads the one or the other goes wrong.
  res.json(idea);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/ideas/:id', (req, res) => {
  const idea = ideas.get(req.params.id);
  if (!idea) return res.status(404).json({ status: 404, message: 'Idea not found' });
  res.json(idea);
});
`,
  },
  {
    title: 'a success in the body of an error',
    code: `
import express from 'express';
const app = express();
app.get('/me', (req, res) => {
  if (!req.user) return res.status(401).json({ success: true, user: null });
                                               ^^^^^^^^^^^^^ The body says that all went well, and the status is 401 Unauthorized.
  res.json(req.user);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/me', (req, res) => {
  if (!req.user) return res.status(401).json({ success: false, user: null });
  res.json(req.user);
});
`,
  },
  {
    title: 'a status that stands in the body only',
    code: `
import express from 'express';
const app = express();
app.post('/users', (req, res) => {
  if (!req.body.name) return res.json({ statusCode: 400, message: 'name is missing' });
                                        ^^^^^^^^^^^^^^^ The body says 400 Bad Request, and the status is 200 OK: a client that reads the one or the other goes wrong.
  res.status(201).json(addUser(req.body));
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/users', (req, res) => {
  if (!req.body.name) return res.status(400).json({ statusCode: 400, message: 'name is missing' });
  res.status(201).json(addUser(req.body));
});
`,
  },
  {
    title: 'a status of success in the body of a failure',
    code: `
import express from 'express';
const app = express();
app.get('/reports/:id', async (req, res) => {
  if (!reports.has(req.params.id)) return res.status(404).json({ status: 'success', data: null });
                                                                 ^^^^^^^^^^^^^^^^^ The body says that all went well, and the status is 404 Not Found.
  res.json(reports.get(req.params.id));
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/reports/:id', async (req, res) => {
  if (!reports.has(req.params.id)) return res.status(404).json({ status: 'error', data: null });
  res.json(reports.get(req.params.id));
});
`,
  },
  {
    title: 'an error inside the body that tells of another status',
    code: `
import express from 'express';
const app = express();
app.get('/reports/:id', (req, res) => {
  if (!reports.has(req.params.id)) return res.status(400).json({ error: { status: 404, message: 'No such report' } });
                                                                          ^^^^^^^^^^^ The body says 404 Not Found, and the status is 400 Bad Request: a client that reads the one or the other goes wrong.
  res.json(reports.get(req.params.id));
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/reports/:id', (req, res) => {
  if (!reports.has(req.params.id)) return res.status(404).json({ error: { status: 404, message: 'No such report' } });
  res.json(reports.get(req.params.id));
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'the status of a row is no HTTP status',
    code: `
import express from 'express';
const app = express();
app.get('/jobs/:id', (req, res) => res.status(404).json({ status: 'failed', code: 10001 }));
`,
  },
  {
    title: 'the same status in both',
    code: `
import express from 'express';
const app = express();
app.get('/jobs/:id', (req, res) => res.status(404).json({ statusCode: 404, message: 'No such job' }));
`,
  },
  {
    title: '201 told as 200 misleads nobody',
    code: `
import express from 'express';
const app = express();
app.post('/jobs', (req, res) => res.status(201).json({ status: 200, job: add(req.body) }));
`,
  },
  {
    title: 'codes and flags of the project’s own envelope',
    code: `
import express from 'express';
const app = express();
app.get('/jobs/:id', (req, res) => {
  if (!req.query.kind) return res.status(400).json({ code: 10001, error: false, status: 'rejected' });
  res.json({ code: 0, status: 3 });
});
`,
  },
  {
    title: 'a text that only begins like the name of a code',
    code: `
import express from 'express';
const app = express();
app.get('/jobs/:id', (req, res) => {
  if (!req.query.kind) return res.status(400).json({ error: 'Not found in the request: kind' });
  res.json({ id: 1 });
});
`,
  },
  {
    title: 'people say of a server that was too slow, too, that the request timed out',
    code: `
import express from 'express';
const app = express();
app.get('/report', (req, res) => {
  const timer = setTimeout(() => res.status(504).json({ error: 'Request timeout' }), 7000);
  build(res, timer);
});
`,
  },
  {
    title: 'what stands in the body of a 204 is not sent at all',
    code: `
import express from 'express';
const app = express();
app.delete('/items/:id', (req, res) => res.status(204).send('gone'));
`,
  },
  {
    title: 'the status of the other server, which failed',
    code: `
import express from 'express';
const app = express();
app.get('/bills', async (req, res) => {
  const answer = await fetch(billing);
  if (!answer.ok) return res.status(502).json({ error: { upstream: 'billing', status: 404 } });
  res.json(await answer.json());
});
`,
  },
];
