import { theOne } from '../known.ts';
import { say } from '../messages.ts';
import type { Policy } from '../policy.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { placeOfStatus } from '../scenarios/report.ts';
import { formatStatus } from '../status-text.ts';

/** The field that each code must carry, with a value to fill in. */
const FIELDS: Readonly<Record<number, { readonly name: string; readonly value: string }>> = {
  206: { name: 'Content-Range', value: 'bytes 0-0/1' },
  405: { name: 'Allow', value: 'GET, HEAD' },
  407: { name: 'Proxy-Authenticate', value: 'Basic realm="proxy"' },
  416: { name: 'Content-Range', value: 'bytes */0' },
  426: { name: 'Upgrade', value: 'HTTP/2.0' },
};

/** What only some teams ask for. */
const ASKED_FOR: Readonly<
  Record<number, { readonly by: (policy: Policy) => boolean; readonly name: string; readonly value: string }>
> = {
  201: { by: (policy) => policy.requireCreatedLocation, name: 'Location', value: '/' },
  401: { by: (policy) => policy.requireChallenge, name: 'WWW-Authenticate', value: 'Bearer' },
  429: { by: (policy) => policy.requireRetryAfter, name: 'Retry-After', value: '60' },
  503: { by: (policy) => policy.requireRetryAfter, name: 'Retry-After', value: '60' },
};

/** The field that a code is to carry, by HTTP or by what the team has decided. */
function findField(code: number, policy: Policy): { readonly name: string; readonly value: string } | undefined {
  const asked = ASKED_FOR[code];
  return FIELDS[code] ?? (asked?.by(policy) ? { name: asked.name, value: asked.value } : undefined);
}

export const rule: Rule = {
  id: 'require-header',
  summary: 'A status that is explained by a header field carries that field.',
  why: 'These codes tell only half of the matter: 405 that the method is wrong, and its Allow field which ones are right. Without the field a client cannot do better.',
  whenNot: 'Between two programs that know each other, what a header field would tell may be agreed on.',
  specs: [
    {
      title: 'RFC 9110, section 15.5.6: 405 Method Not Allowed',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6',
    },
    {
      title: 'RFC 9110, section 15.5.17: 416 Range Not Satisfiable',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.17',
    },
    {
      title: 'RFC 9110, section 15.5.22: 426 Upgrade Required',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.22',
    },
  ],
  severity: 'hint',
  sure: 'certain',
  fix: 'suggestion',
  check(response, { policy }) {
    const { state, via, status, headers, headersKnown, body } = response;
    const code = theOne(status);
    const field = code === undefined ? undefined : findField(code, policy);
    if (!field || code === undefined || state !== 'sent' || via !== 'response' || !headersKnown) return undefined;
    // Who sends a file sends its range with it.
    if (code === 206 && body.kind === 'opaque') return undefined;
    if (headers.some(({ name }) => name.toLowerCase() === field.name.toLowerCase())) return undefined;
    return {
      span: placeOfStatus(response),
      message: say(FIELDS[code] ? 'no-field' : 'no-field.asked', { status: formatStatus(code), field: field.name }),
      confidence: 'certain',
      fixes: [
        { title: say('no-field.fix', { field: field.name }), intent: { kind: 'addHeader', ...field }, safe: false },
      ],
    };
  },
};

export const bad: readonly BadExample[] = [
  {
    title: '405 that does not say which methods are right',
    code: `
import express from 'express';
const app = express();
app.all('/items', (req, res) => res.status(405).json({ error: 'Use GET' }));
                                           ^^^ 405 Method Not Allowed must carry the header field Allow.
`,
    fixed: `
import express from 'express';
const app = express();
app.all('/items', (req, res) => res.status(405).set('Allow', 'GET, HEAD').json({ error: 'Use GET' }));
`,
  },
  {
    title: '416 that does not say how long the file is',
    code: `
import express from 'express';
const app = express();
app.get('/file', (req, res) => res.sendStatus(416));
                                              ^^^ 416 Range Not Satisfiable must carry the header field Content-Range.
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/file', (req, res) => res.set('Content-Range', 'bytes */0').sendStatus(416));
`,
  },
  {
    title: '405 of Hono, whose calls take the fields behind the status',
    code: `
import { Hono } from 'hono';
const app = new Hono();
app.all('/items', (c) => c.text('Use GET', 405));
                                           ^^^ 405 Method Not Allowed must carry the header field Allow.
`,
    fixed: `
import { Hono } from 'hono';
const app = new Hono();
app.all('/items', (c) => c.text('Use GET', 405, { Allow: 'GET, HEAD' }));
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'the field is set',
    code: `
import express from 'express';
const app = express();
app.all('/items', (req, res) => res.status(405).set('allow', 'GET').end());
`,
  },
  {
    title: 'Allow stands among the fields behind the status, or among some that are made elsewhere',
    code: `
import { Hono } from 'hono';
const app = new Hono();
app.all('/items', (c) => c.json({ error: 'Use GET' }, 405, { Allow: 'GET' }));
app.all('/users', (c) => c.json({ error: 'Use GET' }, 405, fieldsOf(c)));
`,
  },
  {
    title: 'fields that could not be read may hold it',
    code: `
import express from 'express';
const app = express();
app.all('/items', (req, res) => res.set(fieldsOf(req)).sendStatus(405));
`,
  },
  {
    title: 'an error that is answered elsewhere gets its fields there',
    code: `
import express from 'express';
import createError from 'http-errors';
const app = express();
app.all('/items', (req, res, next) => next(createError(405)));
`,
  },
  {
    title: 'Allow stands among the fields of writeHead',
    code: `
import http from 'node:http';
http.createServer((req, res) => {
  res.writeHead(405, { Allow: 'GET, HEAD' });
  res.end();
});
`,
  },
];
