import { theOne } from '../known.ts';
import { say } from '../messages.ts';
import type { Body } from '../model.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { placeOfStatus } from '../scenarios/report.ts';
import { formatStatus } from '../status-text.ts';

/** Calls that put work aside for later. */
const QUEUES = /^(?:enqueue\w*|sendToQueue|addToQueue|addJob|queueJob|scheduleJob)$/;
/** Names by which an answer speaks of work that has yet to be done. */
const PENDING = /^(?:jobId|job_id|taskId|task_id|job|queued|enqueued)$/;

export const rule: Rule = {
  id: 'prefer-accepted-for-queued',
  summary: 'Work that is only put into a queue is answered with 202 Accepted.',
  why: 'With 200 or 201 a client takes the work for done and goes on to use its result, which is not there yet.',
  whenNot: 'Where the queue is a detail and the work is as good as done, 200 tells the client all that it needs.',
  specs: [
    { title: 'RFC 9110, section 15.3.3: 202 Accepted', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.3' },
  ],
  severity: 'off',
  sure: 'likely',
  fix: 'suggestion',
  check(response) {
    const { work, body, state, via, inCatch, handler } = response;
    const code = theOne(response.status);
    if ((code !== 200 && code !== 201) || state !== 'sent' || inCatch || handler.helper) return undefined;
    if (handler.method === 'GET' || (via !== 'response' && via !== 'return')) return undefined;
    const call = work.find((one) => QUEUES.test(one));
    if (!call || !speaksOfLater(body)) return undefined;
    const status = formatStatus(202);
    return {
      span: placeOfStatus(response),
      message: say('queued', { call, status }),
      confidence: 'likely',
      fixes: [{ title: say('status.fix.plain', { status }), intent: { kind: 'setStatus', status: 202 }, safe: false }],
    };
  },
};

function speaksOfLater(body: Body): boolean {
  return body.kind === 'object' && body.properties.some(({ name }) => PENDING.test(name));
}

export const bad: readonly BadExample[] = [
  {
    title: 'a report that is made later',
    code: `
import express from 'express';
const app = express();
app.post('/reports', async (req, res) => {
  const jobId = await reports.enqueue(req.body);
  res.json({ jobId });
      ^^^^ \`enqueue\` puts the work aside for later, and the client is told that it is done. Answer 202 Accepted.
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/reports', async (req, res) => {
  const jobId = await reports.enqueue(req.body);
  res.status(202).json({ jobId });
});
`,
  },
  {
    title: 'an import that waits for a worker',
    code: `
import express from 'express';
const app = express();
app.post('/imports', async (req, res) => {
  await channel.sendToQueue('imports', Buffer.from(req.body.rows));
  res.status(201).json({ queued: true });
             ^^^ \`sendToQueue\` puts the work aside for later, and the client is told that it is done. Answer 202 Accepted.
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/imports', async (req, res) => {
  await channel.sendToQueue('imports', Buffer.from(req.body.rows));
  res.status(202).json({ queued: true });
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'only a mail is sent later: what was asked for is done',
    code: `
import express from 'express';
const app = express();
app.post('/orders', async (req, res) => {
  const order = await Order.create(req.body);
  await mails.enqueue(order.id);
  res.status(201).json(order);
});
`,
  },
  {
    title: 'the state of a job is read',
    code: `
import express from 'express';
const app = express();
app.get('/jobs/:id', async (req, res) => {
  const job = await jobs.find(req.params.id);
  res.json({ job });
});
`,
  },
];
