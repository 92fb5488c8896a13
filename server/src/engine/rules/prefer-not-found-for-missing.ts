import { every } from '../known.ts';
import { say } from '../messages.ts';
import type { Response } from '../model.ts';
import type { Policy } from '../policy.ts';
import type { BadExample, GoodExample, Report, Rule } from '../rule.ts';
import { CREATES, isIdentifying, saysSo } from '../scenarios/evidence.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { placeOfStatus, reportMismatch, reportScenario } from '../scenarios/report.ts';
import { formatStatus } from '../status-text.ts';

export const rule: Rule = {
  id: 'prefer-not-found-for-missing',
  summary: 'A resource that does not exist is answered with 404 Not Found.',
  why: 'The address of the request names the resource. When there is none, 404 says just that: caches, crawlers and clients know what to do with it.',
  whenNot:
    'Where the address names no resource, as in remote procedure calls over HTTP, 404 may be kept for addresses that do not exist.',
  specs: [
    { title: 'RFC 9110, section 15.5.5: 404 Not Found', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5' },
    { title: 'RFC 9110, section 15.5.11: 410 Gone', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.11' },
  ],
  severity: 'information',
  sure: 'certain',
  fix: 'suggestion',
  check(response, { policy }) {
    const isWrong = (code: number): boolean => [400, 401, 403, 405, 406, 409, 422].includes(code) || code >= 500;
    return (
      reportMismatch(response, ['missing-resource'], isWrong, 'certain', policy) ??
      reportSilence(response, policy) ??
      reportMisleading(response, policy) ??
      reportUntested(response)
    );
  },
};

/** 204 says that it was done. To delete what is gone already is done as well. */
function reportSilence(response: Response, policy: Policy): Report | undefined {
  if (!/^(?:GET|PUT|PATCH)$/.test(response.handler.method ?? '')) return undefined;
  // What belongs to the thing of the address, such as its picture, may well not be there: 204 says so.
  if (!isIdentifying(inferScenario(response)?.test?.key)) return undefined;
  return reportMismatch(response, ['missing-resource'], (code) => code === 204, 'certain', policy);
}

/** What the address names is looked up and sent, and nobody asks whether it is there. */
function reportUntested(response: Response): Report | undefined {
  const { shown, status, handler } = response;
  if (shown?.by !== 'path parameter' || !isIdentifying(shown.key)) return undefined;
  // What stands between a handler and the data may well ask, and throw, unless it was read.
  if (shown.through === undefined && OWN_LAYERS.test(shown.call)) return undefined;
  // To delete what is gone already is done.
  if (handler.method === 'DELETE' || /delete|remove/i.test(shown.call)) return undefined;
  if (!every(status, (code) => code >= 200 && code < 300)) return undefined;
  return {
    span: placeOfStatus(response),
    message: say(shown.through === undefined ? 'untested' : 'untested.through', {
      call: shown.call,
      through: shown.through ?? '',
      status: formatStatus(404),
    }),
    confidence: 'likely',
    related: [{ span: shown.span, message: say('untested.place') }],
  };
}

const OWN_LAYERS =
  /(?:[sS]ervices?|[uU]se_?[cC]ases?|[mM]anager|[hH]andler|[fF]acade|[aA]pi|API|[cC]lient|[lL]ogic|[bB]iz)(?:\.\w+)?$/;

/** What the body or a caller names may be told as bad input, and never as a log-in, a lack of rights or a conflict. */
function reportMisleading(response: Response, policy: Policy): Report | undefined {
  const inferred = inferScenario(response);
  if (inferred?.scenario.id !== 'missing-resource' || !inferred.weak || !inferred.test) return undefined;
  const { by, key, call = '' } = inferred.test;
  if (!isIdentifying(key) || !every(response.status, (code) => code >= 400)) return undefined;
  if (by === 'argument') {
    // What is to be made refers to something that is not there: that may be told as a conflict.
    const conflicts = CREATES.test(response.handler.name ?? '') ? [] : [409];
    return every(response.status, (code) => [405, 406, ...conflicts].includes(code))
      ? reportScenario(response, inferred, 'certain', policy)
      : undefined;
  }
  const login = /user|account|member|admin|token|session|auth|client|invit/i.test(call);
  const said = saysSo('missing-resource', response.wording);
  return by === 'body' && !login && said && every(response.status, (code) => [401, 403, 405, 406].includes(code))
    ? reportScenario(response, inferred, 'likely', policy)
    : undefined;
}

export const bad: readonly BadExample[] = [
  {
    title: 'nobody asks whether there is one',
    code: `
import express from 'express';
const app = express();
app.get('/products/:id', async (req, res) => {
  const product = await Product.findById(req.params.id);
  res.json(product);
      ^^^^ \`Product.findById\` gives nothing where there is no such thing, and nobody asks: the client gets a success with nothing in it. Answer 404 Not Found then.
});
`,
    fixed: undefined,
  },
  {
    title: 'a missing product answered with 400',
    code: `
import express from 'express';
const app = express();
app.get('/products/:id', async (req, res) => {
  const product = await Product.findById(req.params.id);
  if (!product) return res.status(400).json({ error: 'There is no such product' });
                                  ^^^ This branch runs when \`!product\`: the resource does not exist. 400 Bad Request tells the client something else; 404 Not Found or 410 Gone fits.
  res.json(product);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/products/:id', async (req, res) => {
  const product = await Product.findById(req.params.id);
  if (!product) return res.status(404).json({ error: 'There is no such product' });
  res.json(product);
});
`,
  },
  {
    title: 'a missing order answered with 401',
    code: `
import express from 'express';
const app = express();
app.delete('/orders/:id', async (req, res) => {
  const order = await Order.findByIdAndDelete(req.params.id);
  if (!order) {
    res.status(401).json({ message: 'Order not found' });
               ^^^ This branch runs when \`!order\`: the resource does not exist. 401 Unauthorized tells the client something else; 404 Not Found or 410 Gone fits.
    return;
  }
  res.sendStatus(204);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.delete('/orders/:id', async (req, res) => {
  const order = await Order.findByIdAndDelete(req.params.id);
  if (!order) {
    res.status(404).json({ message: 'Order not found' });
    return;
  }
  res.sendStatus(204);
});
`,
  },
  {
    title: 'an update of nothing told as done',
    code: `
import express from 'express';
const app = express();
app.put('/notes/:id', async (req, res) => {
  const note = await Note.findById(req.params.id);
  if (!note) return res.status(204).end();
                               ^^^ This branch runs when \`!note\`: the resource does not exist. 204 No Content tells the client something else; 404 Not Found or 410 Gone fits.
  res.json(await note.save());
});
`,
    fixed: `
import express from 'express';
const app = express();
app.put('/notes/:id', async (req, res) => {
  const note = await Note.findById(req.params.id);
  if (!note) return res.status(404).end();
  res.json(await note.save());
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'what the body refers to is part of the input',
    code: `
import express from 'express';
const app = express();
app.post('/orders', async (req, res) => {
  const product = await Product.findById(req.body.productId);
  if (!product) return res.status(400).json({ error: 'There is no such product' });
  res.status(201).json(await order(product));
});
`,
  },
  {
    title: 'a login does not tell whether the address is known',
    code: `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!user) return res.status(401).json({ error: 'Wrong address or password' });
  res.json(user);
});
`,
  },
  {
    title: 'the user of the token is gone, so the token is worth nothing',
    code: `
import express from 'express';
const app = express();
app.get('/me', async (req, res) => {
  const user = await User.findById(req.user.id);
  if (!user) return res.status(401).json({ error: 'Log in again' });
  res.json(user);
});
`,
  },
  {
    title: 'a part that need not be there, of something that is',
    code: `
import express from 'express';
const app = express();
app.get('/users/:id/avatar', async (req, res) => {
  const user = await User.findById(req.params.id);
  if (!user) return res.status(404).json({ error: 'No such user' });
  if (!user.avatar) return res.status(400).json({ error: 'There is no picture yet' });
  res.sendFile(user.avatar);
});
`,
  },
  {
    title: 'a list with nothing in it',
    code: `
import express from 'express';
const app = express();
app.get('/users/:id/orders', async (req, res) => {
  const orders = await Order.find({ user: req.params.id });
  if (!orders) return res.status(500).json({ error: 'The orders could not be read' });
  res.json(orders);
});
`,
  },
  {
    title: 'what is missing is made',
    code: `
import express from 'express';
const app = express();
app.put('/carts/:id', async (req, res) => {
  const cart = await Cart.findById(req.params.id);
  if (!cart) return res.status(201).json(await Cart.create({ _id: req.params.id }));
  res.json(await cart.save());
});
`,
  },
  {
    title: 'a part of something that is there is not set yet: its state is in the way',
    code: `
import express from 'express';
const app = express();
app.post('/refunds/:id/settle', async (req, res) => {
  const refund = await Refund.findById(req.params.id);
  const provider = refund.provider;
  if (!provider) return res.status(409).json({ error: 'This refund was not sent yet' });
  res.json(await settle(provider));
});
`,
  },
  {
    title: 'what was just written and cannot be read is lost, not missing',
    code: `
import express from 'express';
const app = express();
app.put('/orders/:id', async (req, res) => {
  await Order.upsert({ id: req.params.id, ...req.body });
  const order = await Order.findById(req.params.id);
  if (!order) return res.status(500).json({ error: 'The order was not stored' });
  res.json(order);
});
`,
  },
  {
    title: 'a change that found nothing as it should be: somebody else was quicker',
    code: `
import express from 'express';
const app = express();
app.post('/tasks/:id/claim', async (req, res) => {
  const task = await Task.findOneAndUpdate({ _id: req.params.id, owner: null }, { owner: req.user.id });
  if (!task) return res.status(409).json({ error: 'Somebody else has taken it' });
  res.json(task);
});
`,
  },
  {
    title: 'a part of the thing of the address may well not be there',
    code: `
import express from 'express';
const app = express();
app.get('/users/:id/picture', async (req, res) => {
  const picture = await Picture.findOne({ user: req.params.id });
  if (!picture) return res.status(204).end();
  res.json(picture);
});
`,
  },
  {
    title: 'a write that had to find the thing in one state',
    code: `
import express from 'express';
const app = express();
app.patch('/stock/:sku', async (req, res) => {
  const result = await Stock.updateOne({ sku: req.params.sku, left: { $gte: req.body.take } }, { $inc: { left: -req.body.take } });
  if (result.modifiedCount === 0) return res.status(409).json({ error: 'There are not so many left' });
  res.json({ taken: req.body.take });
});
`,
  },
  {
    title: 'what is looked up shows who asks, and that this one may not',
    code: `
import express from 'express';
const app = express();
app.post('/oauth/token', async (req, res) => {
  const client = await Client.findOne({ id: req.body.client });
  if (!client) return res.status(401).json({ error: 'invalid_client' });
  res.json(grant(client));
});
app.post('/sign-up', async (req, res) => {
  const invitation = await Invitation.findOne({ code: req.body.code });
  if (!invitation) return res.status(403).json({ error: 'Only who was invited' });
  res.status(201).json(await User.create(req.body));
});
`,
  },
  {
    title: 'this look-up fails where there is none, or finds what may be none',
    code: `
import express from 'express';
const app = express();
app.get('/products/:id', async (req, res) => {
  res.json(await Product.findById(req.params.id).orFail());
});
app.get('/users/:user/basket', async (req, res) => {
  res.json(await Basket.findOne({ user: req.params.user }));
});
app.put('/notes/:id', async (req, res) => {
  res.json(await Note.findOneAndUpdate({ _id: req.params.id }, req.body, { upsert: true, new: true }));
});
`,
  },
  {
    title: 'somebody asks whether it is there, in whichever way',
    code: `
import express from 'express';
const app = express();
app.get('/a/:id', async (req, res) => {
  const a = await A.findById(req.params.id);
  res.json(a ?? {});
});
app.get('/b/:id', async (req, res, next) => {
  const b = await B.findById(req.params.id);
  ensure(b);
  res.json(b);
});
app.get('/c/:id', async (req, res) => {
  const c = await C.findById(req.params.id);
  res.status(c ? 200 : 404).json(c);
});
`,
  },
  {
    title: 'a link from a mail is not told which part of it is wrong',
    code: `
import express from 'express';
const app = express();
app.post('/reset-password/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  if (!user) return res.status(400).json({ error: 'Invalid reset token' });
  res.json(await reset(user, req.body.password));
});
`,
  },
  {
    title: 'a service that is asked may throw where there is none',
    code: `
import express from 'express';
const app = express();
app.get('/leads/:id', async (req, res) => {
  const lead = await leadService.findById(req.params.id);
  res.json({ data: lead });
});
`,
  },
];
