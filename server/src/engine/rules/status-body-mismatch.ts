import { theOne } from '../known.ts';
import { say } from '../messages.ts';
import type { BodyProperty } from '../model.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { formatStatus } from '../status-text.ts';

export const rule: Rule = {
  id: 'status-body-mismatch',
  summary: 'The body does not contradict the status.',
  why: 'Some clients read the status, others the body. When the two differ, half of them are wrong, and so are the logs.',
  specs: [{ title: 'RFC 9110, section 15: Status Codes', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15' }],
  severity: 'warning',
  sure: 'certain',
  fix: 'none',
  check({ body, status, state, via }) {
    const code = theOne(status);
    if (code === undefined || state !== 'sent' || (via !== 'response' && via !== 'return') || body.kind !== 'object')
      return undefined;
    for (const property of body.properties) {
      const told = findToldStatus(property);
      if (told !== undefined && told !== code && Math.min(told, code) >= 200 && Math.max(told, code) >= 400) {
        const message = say('mismatch.code', { told: formatStatus(told), status: formatStatus(code) });
        return { span: property.span, message, confidence: 'certain' };
      }
      if (code >= 400 && property.name === 'success' && isTrue(property))
        return {
          span: property.span,
          message: say('mismatch.success', { status: formatStatus(code) }),
          confidence: 'certain',
        };
    }
    return undefined;
  },
};

/** The status that a property tells of: a number that is one, under a name that means one. */
function findToldStatus({ name, value }: BodyProperty): number | undefined {
  if (!/^(?:status|statusCode|status_code|httpStatus)$/.test(name) || value.kind !== 'literal') return undefined;
  const code = value.value;
  return typeof code === 'number' && Number.isInteger(code) && code >= 100 && code <= 599 ? code : undefined;
}

function isTrue({ value }: BodyProperty): boolean {
  return value.kind === 'literal' && value.value === true;
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
    fixed: undefined,
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
    fixed: undefined,
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
    fixed: undefined,
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
];
