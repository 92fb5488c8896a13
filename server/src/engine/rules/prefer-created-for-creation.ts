import { isOnlyWords } from '../error-body.ts';
import { theOne } from '../known.ts';
import { say } from '../messages.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { placeOfStatus } from '../scenarios/report.ts';
import { formatStatus } from '../status-text.ts';

/** Calls that make a new resource and keep it. */
const CREATES = /^(?:create(?!d|Hash|Token|Transport)\w*|insert(?:One|Many)?|save)$/;
/** Calls after which something new is only a part of the work, or may have been there before. */
const OTHERWISE =
  /^(?:compare|verify|sign|login|update\w*|upsert\w*|findOrCreate|find\w*And(?:Update|Delete|Replace)|delete\w*|destroy|remove)$/i;
/** What is asked for here is no new resource, whatever is written down on the way. */
const NO_RESOURCE = /log-?_?in|sign-?_?in|auth|token|session|search|query|web-?hook|check|verify|reset|import|sync/i;

export const rule: Rule = {
  id: 'prefer-created-for-creation',
  summary: 'The creation of a resource is answered with 201 Created.',
  why: 'With 201 a client knows that there is something new and that Location may tell where. With 200 it has to compare before and after.',
  whenNot:
    'Where the answer to a POST is read as data and nobody needs to know that something was made, 200 does no harm.',
  specs: [
    { title: 'RFC 9110, section 15.3.2: 201 Created', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.2' },
  ],
  severity: 'off',
  sure: 'likely',
  fix: 'suggestion',
  check(response) {
    const { handler, work, body, state, via, inCatch } = response;
    if (theOne(response.status) !== 200 || state !== 'sent' || inCatch || handler.method !== 'POST') return undefined;
    if (handler.helper || (via !== 'response' && via !== 'return')) return undefined;
    if (NO_RESOURCE.test(`${handler.name ?? ''} ${handler.ownRoute ?? ''}`)) return undefined;
    const call = work.find((one) => CREATES.test(one));
    // What was made is given back: without it the answer may as well be one to a command.
    const givesBack = (body.kind === 'object' || body.kind === 'opaque') && !isOnlyWords(body);
    if (!call || !givesBack || work.some((one) => OTHERWISE.test(one))) return undefined;
    if (response.conditions.some(({ inside }) => inside)) return undefined;
    const status = formatStatus(201);
    return {
      span: placeOfStatus(response),
      message: say('creation', { call, status }),
      confidence: 'likely',
      fixes: [{ title: say('status.fix.plain', { status }), intent: { kind: 'setStatus', status: 201 }, safe: false }],
    };
  },
};

export const bad: readonly BadExample[] = [
  {
    title: 'a new order answered with the implicit 200',
    code: `
import express from 'express';
const app = express();
app.post('/orders', async (req, res) => {
  const order = await Order.create(req.body);
  res.json(order);
      ^^^^ \`create\` makes something new, and the client is told only that all went well. Answer 201 Created.
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/orders', async (req, res) => {
  const order = await Order.create(req.body);
  res.status(201).json(order);
});
`,
  },
  {
    title: 'a new row answered with 200',
    code: `
import express from 'express';
const app = express();
app.post('/notes', async (req, res) => {
  const { insertedId } = await notes.insertOne({ text: req.body.text });
  res.status(200).json({ id: insertedId });
             ^^^ \`insertOne\` makes something new, and the client is told only that all went well. Answer 201 Created.
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/notes', async (req, res) => {
  const { insertedId } = await notes.insertOne({ text: req.body.text });
  res.status(201).json({ id: insertedId });
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'a log-in writes down a session and creates no resource',
    code: `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const session = await Session.create({ user: req.body.user });
  res.json({ token: session.token });
});
`,
  },
  {
    title: 'what is there already is brought up to date',
    code: `
import express from 'express';
const app = express();
app.post('/settings', async (req, res) => {
  const setting = await Setting.findOneAndUpdate({ name: req.body.name }, req.body, { upsert: true });
  await Trace.create({ name: req.body.name });
  res.json(setting);
});
`,
  },
];
