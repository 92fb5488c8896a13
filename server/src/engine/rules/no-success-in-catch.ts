import { findSuccessFlag, findToldError, hasNoData } from '../error-body.ts';
import { every, valuesOf } from '../known.ts';
import { say } from '../messages.ts';
import type { Response } from '../model.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { isInEnvelope } from '../scenarios/envelope.ts';
import { saysSo } from '../scenarios/evidence.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { placeOfStatus } from '../scenarios/report.ts';
import { formatStatus } from '../status-text.ts';

/** Here a failure is told as a success on purpose: a retry would help nobody, or the work is not what was asked for. */
const MAY_FAIL =
  /web-?hook|callback|notif|health|ping|ready|live|status|log-?_?out|sign-?_?out|track|beacon|analytics|event|metric|telemetry|forgot|reset|resend|unsubscribe|csp|report|cron|proxy|slack|telegram|discord|twilio|whatsapp|sms|\bbot\b|ussd|\bivr\b|(?:^|[/_-])(?:test|check|probe|preview|simulate)/i;

export const rule: Rule = {
  id: 'no-success-in-catch',
  summary: 'A failure that was caught is not answered as a success.',
  why: 'The work was not done, and with a 2xx nobody learns of it: the client goes on, nothing is tried again, no alarm is raised.',
  whenNot:
    'A catch that does what the try block wanted in another way is a success; silence the line where Status Lens does not see it.',
  specs: [
    { title: 'RFC 9110, section 15.3: Successful 2xx', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3' },
    { title: 'RFC 9110, section 15.6: Server Error 5xx', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.6' },
  ],
  severity: 'warning',
  sure: 'certain',
  fix: 'suggestion',
  check(response, { envelope }) {
    const { inCatch, status, state, body, handler } = response;
    if (state !== 'sent' || !inCatch || !every(status, (code) => code >= 200 && code < 300)) return undefined;
    if (isInEnvelope(response, envelope)) return undefined;
    if (MAY_FAIL.test(`${handler.ownRoute ?? ''} ${handler.name ?? ''}`)) return undefined;
    // What a body tells as an error is another rule's matter.
    if (!hasNoData(body) || findToldError(response) || isNarrowed(response)) return undefined;
    const inferred = inferScenario(response);
    if (inferred?.scenario.id !== 'unexpected-failure') return undefined;
    const claims = findSuccessFlag(body) !== undefined || saysSo('unexpected-failure', response.wording);
    const [code = 200] = valuesOf(status) ?? [];
    return {
      span: placeOfStatus(response),
      message: say('success-in-catch', { status: formatStatus(code), test: inferred.because }),
      confidence: claims ? 'certain' : 'likely',
      related: [{ span: inCatch.span, message: say('success-in-catch.catch') }],
      fixes: [{ title: say('server-fault.fix'), intent: { kind: 'setStatus', status: 500 }, safe: false }],
    };
  },
};

/** True if the error was asked for its kind: then the answer is about that kind. */
function isNarrowed({ conditions, inCatch }: Response): boolean {
  return conditions.some(({ span, inside }) => inCatch !== undefined && inside && span.start >= inCatch.span.start);
}

export const bad: readonly BadExample[] = [
  {
    title: 'success: true, although nothing was saved',
    code: `
import express from 'express';
const app = express();
app.post('/orders', async (req, res) => {
  try {
    res.status(201).json(await Order.create(req.body));
  } catch (error) {
    console.error(error);
    res.status(200).json({ success: true });
               ^^^ What was tried has failed (\`catch (error)\`), and the client is told 200 OK: nobody learns of it. Answer 500 Internal Server Error, or pass the error on.
  }
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/orders', async (req, res) => {
  try {
    res.status(201).json(await Order.create(req.body));
  } catch (error) {
    console.error(error);
    res.status(500).json({ success: false });
  }
});
`,
  },
  {
    title: 'a failure that only a text tells of',
    code: `
import express from 'express';
const app = express();
app.delete('/orders/:id', async (req, res) => {
  try {
    await Order.deleteOne({ _id: req.params.id });
    res.sendStatus(204);
  } catch (error) {
    res.send('The order could not be deleted');
        ^^^^ What was tried has failed (\`catch (error)\`), and the client is told 200 OK: nobody learns of it. Answer 500 Internal Server Error, or pass the error on.
  }
});
`,
    fixed: `
import express from 'express';
const app = express();
app.delete('/orders/:id', async (req, res) => {
  try {
    await Order.deleteOne({ _id: req.params.id });
    res.sendStatus(204);
  } catch (error) {
    res.status(500).send('The order could not be deleted');
  }
});
`,
  },
  {
    title: 'a promise that failed',
    code: `
import express from 'express';
const app = express();
app.put('/orders/:id', (req, res) => {
  Order.updateOne({ _id: req.params.id }, req.body).then(() => res.json({ success: true })).catch(() => res.json({ success: true }));
                                                                                                            ^^^^ What was tried has failed (\`catch\`), and the client is told 200 OK: nobody learns of it. Answer 500 Internal Server Error, or pass the error on.
});
`,
    fixed: `
import express from 'express';
const app = express();
app.put('/orders/:id', (req, res) => {
  Order.updateOne({ _id: req.params.id }, req.body).then(() => res.json({ success: true })).catch(() => res.status(500).json({ success: false }));
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'data from elsewhere takes the place of what failed',
    code: `
import express from 'express';
const app = express();
app.get('/prices', async (req, res) => {
  try {
    res.json(await prices.load());
  } catch (error) {
    res.json({ data: cachedPrices, message: 'These are of yesterday' });
  }
});
`,
  },
  {
    title: 'a webhook confirms that it was called, or the sender would repeat it',
    code: `
import express from 'express';
const app = express();
app.post('/webhooks/shop', async (req, res) => {
  try {
    await take(req.body);
    res.sendStatus(200);
  } catch (error) {
    res.sendStatus(200);
  }
});
`,
  },
  {
    title: 'the error was asked for its kind: what should be made is there',
    code: `
import express from 'express';
const app = express();
app.put('/likes/:id', async (req, res) => {
  try {
    await Like.create({ post: req.params.id });
    res.sendStatus(204);
  } catch (error) {
    if (error.code === 11000) return res.sendStatus(204);
    res.sendStatus(500);
  }
});
`,
  },
  {
    title: 'only a mail has failed, which the client did not ask for',
    code: `
import express from 'express';
const app = express();
app.post('/orders', async (req, res) => {
  const order = await Order.create(req.body);
  try {
    await sendMail(order);
  } catch (error) {
    console.error(error);
  }
  res.status(201).json(order);
});
`,
  },
  {
    title: 'a state that is assumed while it cannot be asked for',
    code: `
import express from 'express';
const app = express();
app.get('/members/:id', async (req, res) => {
  try {
    const member = await members.find(req.params.id);
    res.json({ active: member !== undefined });
  } catch {
    res.json({ active: true });
  }
});
`,
  },
  {
    title: 'what a chat is answered with is shown to the person',
    code: `
import express from 'express';
const app = express();
app.post('/twilio/sms', async (req, res) => {
  try {
    await take(req.body);
    res.type('xml').send('<Response/>');
  } catch (error) {
    res.type('xml').send('<Response><Message>Something went wrong</Message></Response>');
  }
});
`,
  },
];
