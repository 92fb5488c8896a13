import { theOne } from '../known.ts';
import { say } from '../messages.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { placeOfStatus } from '../scenarios/report.ts';
import { formatStatus } from '../status-text.ts';

const WRITES: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const FITS = [303, 307, 308];

export const rule: Rule = {
  id: 'prefer-see-other-after-write',
  summary: 'After a write, a redirection says whether the method changes.',
  why: 'After 301 and 302 some clients go on with GET and others repeat the method: browsers turn a POST into a GET, and repeat a DELETE. 303 says GET, 307 and 308 say the same method again.',
  whenNot:
    'Browsers turn a POST into a GET with 302 too, so that a site which is only used by browsers works with either.',
  specs: [
    { title: 'RFC 9110, section 15.4.4: 303 See Other', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.4.4' },
    { title: 'RFC 9110, section 15.4.3: 302 Found', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.4.3' },
  ],
  severity: 'hint',
  sure: 'certain',
  fix: 'suggestion',
  check(response) {
    const { state, handler, status } = response;
    const code = theOne(status);
    const { method } = handler;
    if (state !== 'sent' || method === undefined || !WRITES.has(method) || (code !== 301 && code !== 302))
      return undefined;
    return {
      span: placeOfStatus(response),
      message: say('see-other', { status: formatStatus(code), method }),
      confidence: 'certain',
      fixes: FITS.map((fit) => ({
        title: say('status.fix.plain', { status: formatStatus(fit) }),
        intent: { kind: 'setStatus', status: fit },
        safe: false,
      })),
    };
  },
};

export const bad: readonly BadExample[] = [
  {
    title: 'the default of redirect after a form',
    code: `
import express from 'express';
const app = express();
app.post('/items', (req, res) => {
  add(req.body);
  res.redirect('/items');
      ^^^^^^^^ After a POST, clients read 302 Found in different ways. Answer 303 See Other to go on with GET, or 307 or 308 to repeat the method.
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/items', (req, res) => {
  add(req.body);
  res.redirect(303, '/items');
});
`,
  },
  {
    title: 'a browser would repeat the DELETE',
    code: `
import express from 'express';
const app = express();
app.delete('/items/:id', (req, res) => {
  remove(req.params.id);
  res.redirect(302, '/items');
               ^^^ After a DELETE, clients read 302 Found in different ways. Answer 303 See Other to go on with GET, or 307 or 308 to repeat the method.
});
`,
    fixed: `
import express from 'express';
const app = express();
app.delete('/items/:id', (req, res) => {
  remove(req.params.id);
  res.redirect(303, '/items');
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'a GET stays a GET',
    code: `
import express from 'express';
const app = express();
app.get('/old', (req, res) => res.redirect(301, '/new'));
`,
  },
  {
    title: 'the method is told',
    code: `
import express from 'express';
const app = express();
app.post('/a', (req, res) => res.redirect(303, '/items'));
app.post('/b', (req, res) => res.redirect(307, '/new'));
app.put('/c', (req, res) => res.redirect(308, '/new'));
`,
  },
  {
    title: 'the method is not known here',
    code: `
import express from 'express';
const app = express();
app.use((req, res) => res.redirect('/log-in'));
`,
  },
];
