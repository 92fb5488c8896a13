import { say } from '../messages.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'prefer-current-status-name',
  summary: 'Constants for 413 and 422 have the names of RFC 9110 where their table has them.',
  why: 'RFC 9110 calls 413 Content Too Large and 422 Unprocessable Content. Packages keep the older names, so one program can end up with two names for one code.',
  whenNot: 'Constants that are shared with programs which know the older names only must keep them.',
  specs: [
    {
      title: 'RFC 9110, section 15.5.14: 413 Content Too Large',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.14',
    },
    {
      title: 'RFC 9110, section 15.5.21: 422 Unprocessable Content',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.21',
    },
  ],
  severity: 'off',
  sure: 'certain',
  fix: 'safe',
  checkFile: ({ outdated }) =>
    outdated.map(({ span, name, current, code }) => ({
      span,
      message: say('outdated', { name, current, code: String(code) }),
      confidence: 'certain',
      fixes: [
        { title: say('outdated.fix', { current }), intent: { kind: 'rename', place: span, name: current }, safe: true },
      ],
    })),
};

export const bad: readonly BadExample[] = [
  {
    title: 'an older name beside the current one in a table of the project',
    code: `
import express from 'express';
const Status = { BAD_REQUEST: 400, UNPROCESSABLE_ENTITY: 422, UNPROCESSABLE_CONTENT: 422 } as const;
const app = express();
app.post('/orders', (req, res) => {
  if (req.body.quantity < 1) return res.status(Status.UNPROCESSABLE_ENTITY).json({ error: 'Order at least one' });
                                                      ^^^^^^^^^^^^^^^^^^^^ RFC 9110 calls 422 by another name: UNPROCESSABLE_CONTENT, which this table has too.
  res.status(201).json(add(req.body));
});
`,
    fixed: `
import express from 'express';
const Status = { BAD_REQUEST: 400, UNPROCESSABLE_ENTITY: 422, UNPROCESSABLE_CONTENT: 422 } as const;
const app = express();
app.post('/orders', (req, res) => {
  if (req.body.quantity < 1) return res.status(Status.UNPROCESSABLE_CONTENT).json({ error: 'Order at least one' });
  res.status(201).json(add(req.body));
});
`,
  },
  {
    title: 'the older name of a package that has the current one',
    code: `
// Runs with axios@1.21.0
import { HttpStatusCode } from 'axios';
export function isTooLarge(status: number) {
  return status === HttpStatusCode.PayloadTooLarge;
                                   ^^^^^^^^^^^^^^^ RFC 9110 calls 413 by another name: ContentTooLarge, which this table has too.
}
`,
    fixed: `
// Runs with axios@1.21.0
import { HttpStatusCode } from 'axios';
export function isTooLarge(status: number) {
  return status === HttpStatusCode.ContentTooLarge;
}
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'the installed version of the package has the older name only',
    code: `
// Runs with axios@1.7.0
import { HttpStatusCode } from 'axios';
export function isTooLarge(status: number) {
  return status === HttpStatusCode.PayloadTooLarge;
}
`,
  },
  {
    title: 'the table of the project has no other name',
    code: `
const Status = { BAD_REQUEST: 400, UNPROCESSABLE_ENTITY: 422 } as const;
export const status = Status.UNPROCESSABLE_ENTITY;
`,
  },
  {
    title: 'two names of a table stand for different numbers',
    code: `
const Code = { UNPROCESSABLE_ENTITY: 422, UNPROCESSABLE_CONTENT: 10422 } as const;
export const status = Code.UNPROCESSABLE_ENTITY;
`,
  },
];
