import { every } from '../known.ts';
import type { Response } from '../model.ts';
import type { Policy } from '../policy.ts';
import type { BadExample, GoodExample, Report, Rule } from '../rule.ts';
import { saysSo } from '../scenarios/evidence.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { reportMismatch, reportScenario } from '../scenarios/report.ts';
import type { ScenarioId } from '../scenarios/table.ts';

const CLIENT_MISTAKES: readonly ScenarioId[] = [
  'invalid-input',
  'not-authenticated',
  'bad-credentials',
  'not-allowed',
  'rate-limit',
];

export const rule: Rule = {
  id: 'no-server-error-for-client-error',
  summary: 'A server error is not the answer to a mistake of the client.',
  why: 'A 5xx is retried, counted against the service and wakes somebody up. The client, which alone could mend the request, is told that it did nothing wrong.',
  whenNot:
    'Where the input comes from another program of the same team, its mistakes are failures of the server after all.',
  specs: [
    { title: 'RFC 9110, section 15.6: Server Error 5xx', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.6' },
    { title: 'RFC 9110, section 15.5: Client Error 4xx', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5' },
  ],
  severity: 'warning',
  sure: 'certain',
  fix: 'suggestion',
  check(response, { policy }) {
    const isServerError = (code: number): boolean => code >= 500;
    return (
      reportMismatch(response, CLIENT_MISTAKES, isServerError, 'certain', policy) ??
      reportUnknownReference(response, policy)
    );
  },
};

/** The body names something that does not exist. What the path names is another rule's matter. */
function reportUnknownReference(response: Response, policy: Policy): Report | undefined {
  if (!every(response.status, (code) => code >= 500)) return undefined;
  const inferred = inferScenario(response);
  const by = inferred?.test?.by;
  if (inferred?.scenario.id !== 'missing-resource' || !inferred.weak || by === undefined) return undefined;
  if (by === 'body' || by === 'query') return reportScenario(response, inferred, 'certain', policy);
  const said = by === 'argument' && saysSo('missing-resource', response.wording);
  return said ? reportScenario(response, inferred, 'likely', policy) : undefined;
}

export const bad: readonly BadExample[] = [
  {
    title: 'invalid input answered with 500',
    code: `
import express from 'express';
const app = express();
app.post('/users', (req, res) => {
  if (!req.body.email) {
    return res.status(500).json({ error: 'E-mail address is missing' });
                      ^^^ This branch runs when \`!req.body.email\`: malformed or missing input. 500 Internal Server Error tells the client something else; 400 Bad Request or 422 Unprocessable Content fits.
  }
  res.status(201).json(addUser(req.body));
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/users', (req, res) => {
  if (!req.body.email) {
    return res.status(400).json({ error: 'E-mail address is missing' });
  }
  res.status(201).json(addUser(req.body));
});
`,
  },
  {
    title: 'a failed validation answered with 500',
    code: `
import express from 'express';
const app = express();
app.post('/users', (req, res) => {
  const { error } = userSchema.validate(req.body);
  if (error) return res.status(500).json({ error: error.details });
                               ^^^ This branch runs when \`error\`: malformed or missing input. 500 Internal Server Error tells the client something else; 400 Bad Request or 422 Unprocessable Content fits.
  res.status(201).json(addUser(req.body));
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/users', (req, res) => {
  const { error } = userSchema.validate(req.body);
  if (error) return res.status(400).json({ error: error.details });
  res.status(201).json(addUser(req.body));
});
`,
  },
  {
    title: 'nobody logged in, answered with 500',
    code: `
import express from 'express';
const app = express();
app.get('/me', (req, res) => {
  if (!req.user) return res.sendStatus(500);
                                       ^^^ This branch runs when \`!req.user\`: nobody is authenticated. 500 Internal Server Error tells the client something else; 401 Unauthorized fits.
  res.json(req.user);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/me', (req, res) => {
  if (!req.user) return res.sendStatus(401);
  res.json(req.user);
});
`,
  },
  {
    title: 'the body names something that does not exist',
    code: `
import express from 'express';
const app = express();
app.post('/orders', async (req, res) => {
  const product = await Product.findOne({ _id: req.body.product });
  if (!product) return res.status(500).json({ error: 'No such product' });
                                  ^^^ This branch runs when \`!product\`: the resource does not exist. 500 Internal Server Error tells the client something else; 404 Not Found or 410 Gone fits.
  res.status(201).json(await order(product));
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/orders', async (req, res) => {
  const product = await Product.findOne({ _id: req.body.product });
  if (!product) return res.status(404).json({ error: 'No such product' });
  res.status(201).json(await order(product));
});
`,
  },
  {
    title: 'the form of what was sent, whatever the texts say',
    code: `
import express from 'express';
const app = express();
app.post('/tags', (req, res) => {
  const { tag } = req.body;
  if (typeof tag !== 'string' || tag.length < 3) return res.status(500).json({ error: 'tag' });
                                                                   ^^^ This branch runs when \`typeof tag !== 'string' || tag.length < 3\`: malformed or missing input. 500 Internal Server Error tells the client something else; 400 Bad Request or 422 Unprocessable Content fits.
  res.status(201).json(add(tag));
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/tags', (req, res) => {
  const { tag } = req.body;
  if (typeof tag !== 'string' || tag.length < 3) return res.status(400).json({ error: 'tag' });
  res.status(201).json(add(tag));
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'what was found leads to nothing: the data are broken, and not the request',
    code: `
import Router from '@koa/router';
const router = new Router();
router.get('/orders', async (ctx) => {
  const order = await Order.findOne({ where: ctx.query });
  if (!order) ctx.throw(404, 'No such order');
  const customer = await order.getCustomer();
  if (!customer) ctx.throw(500, 'The order has lost its customer');
  ctx.body = { order, customer };
});
`,
  },
  {
    title: 'the fallback after the errors that are known',
    code: `
import express from 'express';
const app = express();
app.post('/users', async (req, res) => {
  try {
    res.status(201).json(await addUser(req.body));
  } catch (error) {
    if (error.code === 'P2002') return res.status(409).json({ error: 'The address is taken' });
    res.status(500).json({ error: 'Something failed' });
  }
});
`,
  },
  {
    title: 'the program’s own configuration is missing',
    code: `
import express from 'express';
const app = express();
app.get('/token', (req, res) => {
  if (!process.env.SECRET) return res.status(500).json({ error: 'Not configured' });
  res.json(sign(process.env.SECRET));
});
`,
  },
  {
    title: 'what another service answered is checked, not what the client sent',
    code: `
import express from 'express';
const app = express();
app.get('/rates', async (req, res) => {
  const rates = await fetchRates();
  if (!rates) return res.status(502).json({ error: 'No rates' });
  res.json(rates);
});
`,
  },
  {
    title: 'what is sent is checked before it is sent: the program is at fault',
    code: `
import express from 'express';
const app = express();
app.get('/prices', async (req, res) => {
  const answer = schema.safeParse(await prices.load());
  if (!answer.success) return res.status(500).json({ error: 'Something failed' });
  res.json(answer.data);
});
`,
  },
  {
    title: 'a failure that comes after the input was found to be right',
    code: `
import express from 'express';
const app = express();
app.patch('/reviews', (req, res) => {
  if (req.body.id !== undefined) return res.status(400).json({ error: 'id' });
  reviews.rewrite(req.body).then(
    (review) => res.json(review),
    (error) => res.status(500).json({ error: 'It failed' }),
  );
});
`,
  },
  {
    title: 'what a service has made is checked before it is sent, in two steps',
    code: `
import express from 'express';
const app = express();
app.post('/notes', async (req, res) => {
  const note = await notes.createNote(req.body.text);
  const parsed = Note.safeParse(note);
  if (!parsed.success) return res.status(500).json({ error: 'Invalid note' });
  res.status(201).json(parsed.data);
});
`,
  },
  {
    title: 'a service that gives no list has failed: an empty one would be there',
    code: `
import express from 'express';
const app = express();
app.get('/orders', async (req, res) => {
  const { company, limit } = req.query;
  const orders = await dashboard.getOrders({ company, limit, offset: 0 });
  if (!orders) return res.status(500).json({ error: 'The orders could not be fetched' });
  res.json(orders);
});
`,
  },
  {
    title: 'what a call has not given is the reason, and what was sent only narrows it down',
    code: `
import express from 'express';
const app = express();
app.post('/payments', async (req, res) => {
  const payment = await start(req.body);
  const link = payment?.link;
  if (!link && req.body.kind !== 'cash') return res.status(502).json({ error: 'The provider gave no valid address' });
  res.status(201).json({ link });
});
`,
  },
  {
    title: 'what cannot be read is what the program itself has kept',
    code: `
import express from 'express';
const app = express();
app.get('/settings', async (req, res) => {
  const row = await db.findSettings();
  try {
    res.json(JSON.parse(row.text));
  } catch (error) {
    res.status(500).json({ error: 'The settings are broken' });
  }
});
`,
  },
  {
    title: 'the program checks what it was set up with',
    code: `
import express from 'express';
const app = express();
app.get('/groups/:id', async (req, res) => {
  if (!validateStoreConfig('groups', 'read')) return res.status(500).json({ error: 'Missing configuration' });
  res.json(await groups.read(req.params.id));
});
`,
  },
];
