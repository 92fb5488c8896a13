import { every, valuesOf } from '../known.ts';
import { say } from '../messages.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { placeOfStatus } from '../scenarios/report.ts';
import { formatStatus } from '../status-text.ts';

/** 300 lists choices in its body, and 304 leads nowhere. */
const LEADS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export const rule: Rule = {
  id: 'require-location-with-redirect',
  summary: 'A redirection says where to.',
  why: 'Without a Location field a browser shows an empty page and a client stops: nobody follows an address that stands in the body.',
  whenNot: 'A client of the same team may know by itself where to go after a 3xx.',
  specs: [
    { title: 'RFC 9110, section 15.4: Redirection 3xx', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.4' },
    { title: 'RFC 9110, section 10.2.2: Location', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-10.2.2' },
  ],
  severity: 'warning',
  sure: 'certain',
  fix: 'suggestion',
  check(response) {
    const { state, via, status, headers, headersKnown } = response;
    if (state !== 'sent' || via !== 'response' || !headersKnown || !every(status, (code) => LEADS.has(code)))
      return undefined;
    if (headers.some(({ name }) => name.toLowerCase() === 'location')) return undefined;
    const [code = 302] = valuesOf(status) ?? [];
    return {
      span: placeOfStatus(response),
      message: say('no-location', { status: formatStatus(code) }),
      confidence: 'certain',
      fixes: [
        { title: say('no-location.fix'), intent: { kind: 'addHeader', name: 'Location', value: '/' }, safe: false },
      ],
    };
  },
};

export const bad: readonly BadExample[] = [
  {
    title: 'the address stands in the body',
    code: `
import express from 'express';
const app = express();
app.get('/log-in', (req, res) => {
  res.status(302).json({ redirectTo: '/home' });
             ^^^ 302 Found without a Location field: no client knows where to go. Set it, or use redirect().
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/log-in', (req, res) => {
  res.status(302).set('Location', '/').json({ redirectTo: '/home' });
});
`,
  },
  {
    title: 'sendStatus knows no address',
    code: `
import express from 'express';
const app = express();
app.get('/old', (req, res) => res.sendStatus(301));
                                             ^^^ 301 Moved Permanently without a Location field: no client knows where to go. Set it, or use redirect().
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/old', (req, res) => res.set('Location', '/').sendStatus(301));
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'the field is set, in whichever way',
    code: `
import express from 'express';
const app = express();
app.get('/a', (req, res) => res.redirect('/home'));
app.get('/b', (req, res) => res.status(301).location('/home').end());
app.get('/c', (req, res) => {
  res.setHeader('location', '/home');
  res.status(303).end();
});
app.get('/d', (req, res) => {
  res.writeHead(302, { Location: '/home' });
  res.end();
});
app.get('/e', (req, res) => res.set({ location: '/home' }).status(307).end());
`,
  },
  {
    title: 'fields that could not be read may hold it',
    code: `
import express from 'express';
const app = express();
app.get('/a', (req, res) => res.status(302).set(fieldsOf(req)).end());
app.get('/b', (req, res) => {
  pointTo(res, '/home');
  res.status(302).end();
});
`,
  },
  {
    title: 'these lead nowhere, or to several places',
    code: `
import express from 'express';
const app = express();
app.get('/a', (req, res) => res.status(304).end());
app.get('/b', (req, res) => res.status(300).json(['/de', '/en']));
`,
  },
  {
    title: 'an address for the front end is data, and 200 says so',
    code: `
import express from 'express';
const app = express();
app.get('/log-in', (req, res) => res.json({ redirectTo: '/home' }));
`,
  },
];
