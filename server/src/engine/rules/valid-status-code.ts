import { every, theOne } from '../known.ts';
import { say } from '../messages.ts';
import type { InvalidStatus, Response } from '../model.ts';
import type { BadExample, GoodExample, ProposedFix, Report, Rule } from '../rule.ts';
import { findStatusCode } from '../status-codes/index.ts';
import { formatStatus } from '../status-text.ts';

export const rule: Rule = {
  id: 'valid-status-code',
  summary: 'A status is an integer that the framework takes, and not that of an interim response.',
  why: 'A text, a number out of range or nothing at all makes the framework throw or answer another status. A 1xx only announces the response that follows: as the last word it leaves the client waiting.',
  whenNot:
    'There is no code outside of the range that clients understand, so that there is no reason to switch it off.',
  specs: [
    { title: 'RFC 9110, section 15: Status Codes', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15' },
    { title: 'Moving to Express 5: res.status', url: 'https://expressjs.com/en/guide/migrating-5.html' },
  ],
  severity: 'error',
  sure: 'certain',
  fix: 'safe',
  check(response, { framework }) {
    const wrong = response.invalid.find((one) => !isTakenAsMeant(one));
    return wrong ? reportInvalid(wrong, framework) : checkInterim(response);
  },
};

/** Express 4 reads the number in a text. */
function isTakenAsMeant({ written, answers }: InvalidStatus): boolean {
  return typeof written === 'string' && answers !== undefined && answers === Number(written);
}

function reportInvalid({ written, span, always, answers }: InvalidStatus, framework: string): Report {
  const meant = guess(written);
  const fixes: readonly ProposedFix[] =
    meant === undefined || !always
      ? []
      : [
          {
            title: say('invalid.fix', { status: formatStatus(meant) }),
            intent: { kind: 'setStatus', status: meant },
            safe: typeof written === 'string',
            preferred: true,
          },
        ];
  const text = written === undefined ? 'undefined' : JSON.stringify(written);
  const message =
    answers === undefined
      ? say('invalid', { written: text })
      : say('invalid.answers', { written: text, framework, status: formatStatus(answers) });
  return { span, message, confidence: always ? 'certain' : 'likely', fixes };
}

/** The code that was meant: the number in a text, or what a digit too many was made of. */
function guess(written: InvalidStatus['written']): number | undefined {
  const digits = String(written ?? '').trim();
  if (!/^\d{3,4}$/.test(digits)) return undefined;
  const codes =
    digits.length === 3 ? [digits] : [0, 1, 2, 3].map((index) => digits.slice(0, index) + digits.slice(index + 1));
  const registered = [...new Set(codes.map(Number))].filter(
    (code) => findStatusCode(code)?.registration === 'registered',
  );
  return registered.length === 1 ? registered[0] : undefined;
}

function checkInterim({ status, statusSpans, span, state, via, headers }: Response): Report | undefined {
  if (state !== 'sent' || via !== 'response' || !every(status, (code) => code >= 100 && code < 200)) return undefined;
  const code = theOne(status) ?? 100;
  // The protocol is another one from here on, and whoever speaks it says so.
  if (code === 101 && headers.some(({ name }) => name.toLowerCase() === 'upgrade')) return undefined;
  const message = say('invalid.interim', { status: formatStatus(code) });
  return { span: statusSpans[0] ?? span, message, confidence: 'certain' };
}

export const bad: readonly BadExample[] = [
  {
    title: 'a number in quotes',
    code: `
// Runs with express@5
import express from 'express';
const app = express();
app.get('/items/:id', (req, res) => res.status('404').json({ error: 'Not found' }));
                                               ^^^^^ "404" is no status code: Express answers 500 Internal Server Error instead. Give an integer from 200 to 599.
`,
    fixed: `
// Runs with express@5
import express from 'express';
const app = express();
app.get('/items/:id', (req, res) => res.status(404).json({ error: 'Not found' }));
`,
  },
  {
    title: 'a digit too many',
    code: `
import express from 'express';
const app = express();
app.get('/items', (req, res) => res.status(4044).end());
                                           ^^^^ 4044 is no status code: Express answers 500 Internal Server Error instead. Give an integer from 200 to 599.
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/items', (req, res) => res.status(404).end());
`,
  },
  {
    title: 'a name that the table lacks',
    code: `
import express from 'express';
const STATUS = { NOT_FOUND: 404, OK: 200 };
const app = express();
app.get('/b', (req, res) => res.status(STATUS.NOTFOUND).end());
                                       ^^^^^^^^^^^^^^^ undefined is no status code: Express answers 500 Internal Server Error instead. Give an integer from 200 to 599.
`,
    fixed: undefined,
  },
  {
    title: 'an interim response as the last word',
    code: `
import express from 'express';
const app = express();
app.post('/jobs', (req, res) => res.status(102).json({ state: 'running' }));
                                           ^^^ 102 Processing is an interim response: the client goes on waiting for the final one. Answer with a code from 200 on.
`,
    fixed: undefined,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'Express 4 reads the number in a text',
    code: `
// Runs with express@4
import express from 'express';
const app = express();
app.get('/items/:id', (req, res) => res.status('404').json({ error: 'Not found' }));
`,
  },
  {
    title: 'a code of a vendor is legal',
    code: `
import express from 'express';
const app = express();
app.get('/closed', (req, res) => res.status(499).end());
`,
  },
  {
    title: 'a code of the business stands in the body',
    code: `
import express from 'express';
const app = express();
app.get('/items', (req, res) => res.json({ code: 10001, data: [] }));
`,
  },
  {
    title: 'what another server answered is not known here',
    code: `
import express from 'express';
const app = express();
app.get('/proxy', async (req, res) => {
  const answer = await fetch(process.env.TARGET);
  res.status(answer.status).end();
});
`,
  },
  {
    title: 'a key that may be missing is given a fallback',
    code: `
import express from 'express';
const STATUS = { missing: 404, taken: 409 };
const app = express();
app.get('/items', (req, res) => res.status(STATUS[req.query.kind] ?? 500).end());
`,
  },
];
