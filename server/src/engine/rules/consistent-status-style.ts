import type { FileFacts, StatusSpelling } from '../file-facts.ts';
import { say } from '../messages.ts';
import type { Policy } from '../policy.ts';
import type { BadExample, GoodExample, ProposedFix, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'consistent-status-style',
  summary: 'A file writes its statuses in one way: as numbers, or by their names.',
  why: 'Both ways are fine. Mixed, they make a reader look twice: a search for 404 does not find NOT_FOUND.',
  whenNot: 'While a code base moves from one way to the other, its files are mixed for a time.',
  specs: [{ title: 'RFC 9110, section 15: Status Codes', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15' }],
  severity: 'off',
  sure: 'certain',
  fix: 'safe',
  checkFile(facts, { policy }) {
    const form = chooseForm(facts, policy);
    if (form === undefined) return [];
    return facts.spellings
      .filter((spelling) => spelling.form !== form)
      .map((spelling) => ({
        span: spelling.span,
        message: say(form === 'number' ? 'style.number' : 'style.constant', { code: String(spelling.code) }),
        confidence: 'certain',
        fixes: [respell(spelling, form)],
      }));
  },
};

/** The form that the team has chosen, or else the one that most of the file has. */
function chooseForm({ spellings }: FileFacts, { statusStyle }: Policy): StatusSpelling['form'] | undefined {
  if (statusStyle !== 'auto') return statusStyle;
  const numbers = spellings.filter(({ form }) => form === 'number').length;
  const constants = spellings.length - numbers;
  if (numbers === constants) return undefined;
  return numbers > constants ? 'number' : 'constant';
}

function respell({ span, code }: StatusSpelling, form: StatusSpelling['form']): ProposedFix {
  return form === 'number'
    ? {
        title: say('style.fix.number', { code: String(code) }),
        intent: { kind: 'writeStatus', place: span, status: code },
        safe: true,
      }
    : { title: say('style.fix.constant'), intent: { kind: 'nameStatus', place: span, status: code }, safe: true };
}

export const bad: readonly BadExample[] = [
  {
    title: 'a number among constants',
    code: `
import express from 'express';
import { StatusCodes } from 'http-status-codes';
const app = express();
app.get('/users/:id', (req, res) => {
  const user = users.get(req.params.id);
  if (!user) return res.status(404).json({ error: 'There is no such user' });
                               ^^^ The statuses of this file have names; 404 is a number here.
  if (user.gone) return res.status(StatusCodes.GONE).json({ error: 'The user has left' });
  res.status(StatusCodes.OK).json(user);
});
`,
    fixed: `
import express from 'express';
import { StatusCodes } from 'http-status-codes';
const app = express();
app.get('/users/:id', (req, res) => {
  const user = users.get(req.params.id);
  if (!user) return res.status(StatusCodes.NOT_FOUND).json({ error: 'There is no such user' });
  if (user.gone) return res.status(StatusCodes.GONE).json({ error: 'The user has left' });
  res.status(StatusCodes.OK).json(user);
});
`,
  },
  {
    title: 'a constant among numbers',
    code: `
import express from 'express';
const NOT_FOUND = 404;
const app = express();
app.get('/users/:id', (req, res) => {
  const user = users.get(req.params.id);
  if (!user) return res.status(NOT_FOUND).json({ error: 'There is no such user' });
                               ^^^^^^^^^ The statuses of this file are numbers; 404 has its name here.
  if (user.gone) return res.status(410).json({ error: 'The user has left' });
  res.status(200).json(user);
});
`,
    fixed: `
import express from 'express';
const NOT_FOUND = 404;
const app = express();
app.get('/users/:id', (req, res) => {
  const user = users.get(req.params.id);
  if (!user) return res.status(404).json({ error: 'There is no such user' });
  if (user.gone) return res.status(410).json({ error: 'The user has left' });
  res.status(200).json(user);
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'all of the file is written in one way',
    code: `
import express from 'express';
const app = express();
app.get('/users/:id', (req, res) => {
  const user = users.get(req.params.id);
  if (!user) return res.status(404).json({ error: 'There is no such user' });
  res.status(200).json(user);
});
`,
  },
  {
    title: 'as many are numbers as have names, so the file shows no custom',
    code: `
import express from 'express';
import { StatusCodes } from 'http-status-codes';
const app = express();
app.get('/users/:id', (req, res) => {
  const user = users.get(req.params.id);
  if (!user) return res.status(404).json({ error: 'There is no such user' });
  res.status(StatusCodes.OK).json(user);
});
`,
  },
  {
    title: 'a number that is no status may stand anywhere',
    code: `
import express from 'express';
import { StatusCodes } from 'http-status-codes';
const app = express();
app.get('/pages', (req, res) => {
  if (req.query.size > 200) return res.status(StatusCodes.BAD_REQUEST).json({ error: 'At most 200' });
  res.status(StatusCodes.OK).json({ code: 200, pages: list(404) });
});
`,
  },
  {
    title: 'a status that is worked out has no other form',
    code: `
import express from 'express';
const app = express();
app.put('/users/:id', (req, res) => {
  const isNew = save(req.body);
  const status = isNew ? 201 : 200;
  if (!req.body.name) return res.status(400).json({ error: 'A name is needed' });
  res.status(status).json(req.body);
});
`,
  },
];
