import { theOne } from '../known.ts';
import { say } from '../messages.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { placeOfStatus } from '../scenarios/report.ts';
import { formatStatus } from '../status-text.ts';

/** A POST may be a call of somebody who asks for 200, such as a webhook; a GET without a body is another matter. */
const WRITES: ReadonlySet<string> = new Set(['PUT', 'PATCH', 'DELETE']);

export const rule: Rule = {
  id: 'prefer-no-content-for-empty',
  summary: 'A write that has nothing to tell is answered with 204.',
  why: 'With 200 a client expects a body and may try to parse an empty one. 204 says that there is none.',
  whenNot: 'Clients that parse every answer as JSON fail with 204.',
  specs: [
    { title: 'RFC 9110, section 15.3.5: 204 No Content', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.5' },
    { title: 'RFC 9110, section 9.3.5: DELETE', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-9.3.5' },
  ],
  severity: 'hint',
  sure: 'certain',
  fix: 'safe',
  check(response) {
    const { state, via, body, handler, status } = response;
    if (state !== 'sent' || via !== 'response' || body.kind !== 'empty' || theOne(status) !== 200) return undefined;
    if (handler.method === undefined || !WRITES.has(handler.method)) return undefined;
    return {
      span: placeOfStatus(response),
      message: say('no-content', { status: formatStatus(200) }),
      confidence: 'certain',
      fixes: [
        {
          title: say('status.fix.plain', { status: formatStatus(204) }),
          intent: { kind: 'setStatus', status: 204 },
          safe: true,
          preferred: true,
        },
      ],
    };
  },
};

export const bad: readonly BadExample[] = [
  {
    title: 'an empty 200 after a deletion',
    code: `
import express from 'express';
const app = express();
app.delete('/items/:id', (req, res) => {
  remove(req.params.id);
  res.status(200).end();
             ^^^ The body is empty, and 200 OK lets the client expect one: answer 204 No Content.
});
`,
    fixed: `
import express from 'express';
const app = express();
app.delete('/items/:id', (req, res) => {
  remove(req.params.id);
  res.status(204).end();
});
`,
  },
  {
    title: 'the implicit status',
    code: `
import express from 'express';
const app = express();
app.put('/items/:id', (req, res) => {
  replace(req.params.id, req.body);
  res.send();
      ^^^^ The body is empty, and 200 OK lets the client expect one: answer 204 No Content.
});
`,
    fixed: `
import express from 'express';
const app = express();
app.put('/items/:id', (req, res) => {
  replace(req.params.id, req.body);
  res.status(204).send();
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'the body tells what was done',
    code: `
import express from 'express';
const app = express();
app.delete('/items/:id', (req, res) => res.json({ deleted: remove(req.params.id) }));
`,
  },
  {
    title: 'whoever calls a webhook asks for 200',
    code: `
import express from 'express';
const app = express();
app.post('/hook', (req, res) => {
  take(req.body);
  res.status(200).end();
});
`,
  },
  {
    title: 'an answer to HEAD has no body whatever its status',
    code: `
import express from 'express';
const app = express();
app.head('/items', (req, res) => res.status(200).end());
`,
  },
  {
    title: 'sendStatus sends the reason phrase as a body',
    code: `
import express from 'express';
const app = express();
app.delete('/items/:id', (req, res) => {
  remove(req.params.id);
  res.sendStatus(200);
});
`,
  },
];
