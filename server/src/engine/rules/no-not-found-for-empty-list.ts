import { hasContent } from '../body.ts';
import { findToldError } from '../error-body.ts';
import { every } from '../known.ts';
import { say } from '../messages.ts';
import type { ConditionTest, Response } from '../model.ts';
import type { BadExample, GoodExample, ProposedFix, Rule } from '../rule.ts';
import { isAbsent, isIdentifying, LOGIN } from '../scenarios/evidence.ts';
import { placeOfStatus } from '../scenarios/report.ts';
import { formatStatus } from '../status-text.ts';

export const rule: Rule = {
  id: 'no-not-found-for-empty-list',
  summary: 'An empty list is not answered with 404.',
  why: 'The list exists and has nothing in it. A client that reads 404 takes the address for wrong, shows an error instead of an empty table, and cannot tell the one from the other.',
  whenNot: 'Where clients rely on 404 for a search without results, set `statusLens.policy.emptyList` to `404`.',
  specs: [
    { title: 'RFC 9110, section 15.5.5: 404 Not Found', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5' },
    { title: 'RFC 9110, section 15.3.1: 200 OK', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.1' },
  ],
  severity: 'hint',
  sure: 'likely',
  fix: 'suggestion',
  check(response, { policy }) {
    if (response.handler.helper || policy.emptyList === '404' || !every(response.status, (code) => code === 404))
      return undefined;
    const condition = response.conditions.at(-1);
    const [test, other] = condition?.tests ?? [];
    if (!condition || !test || other || !asksForList(test) || isMeans(test, response)) return undefined;
    // Where something is to be done with what the address names, a list with none says that there is no such thing.
    if (test.by === 'path parameter' && response.handler.method !== undefined && response.handler.method !== 'GET')
      return undefined;
    const status = Number(policy.emptyList);
    const span = placeOfStatus(response);
    const words = { test: condition.holds ? condition.text : `not (${condition.text})`, status: formatStatus(status) };
    return {
      span,
      message: say('empty-list', words),
      confidence: 'likely',
      related: [{ span: condition.span, message: say('empty-list.test') }],
      fixes: proposeFix(response, test, status, say('empty-list.fix', words)),
    };
  },
};

/** A body that tells of an error gives way to the list itself; with 204 there can be none. */
function proposeFix(response: Response, test: ConditionTest, status: number, title: string): readonly ProposedFix[] {
  if (status === 204)
    return hasContent(response.body) ? [] : [{ title, intent: { kind: 'setStatus', status }, safe: false }];
  const list = /^([\w$.]+)\.length$/.exec(test.subject)?.[1];
  if (!findToldError(response)) return [{ title, intent: { kind: 'setStatus', status }, safe: false }];
  return list === undefined ? [] : [{ title, intent: { kind: 'setStatus', status, body: list }, safe: false }];
}

/** True where the list is not what was asked for: somebody logs in, or something is to be done with what was named. */
function isMeans(test: ConditionTest, { handler }: Response): boolean {
  const { method, name = '', ownRoute: route = '' } = handler;
  if (LOGIN.test(`${name} ${route}`)) return true;
  return (
    test.by === 'body' && (method !== 'POST' || /update|delete|remove|assign|move|archive/i.test(`${name} ${route}`))
  );
}

/** `orders.length === 0` of a call that gives many; a row that an id asks for is no list. */
function asksForList(test: ConditionTest): boolean {
  if (!isAbsent(test) || test.origin !== 'look-up' || isIdentifying(test.key) || test.picked) return false;
  return /(?:^|\.)length$/.test(test.subject) && test.list;
}

export const bad: readonly BadExample[] = [
  {
    title: 'a search that finds nothing',
    code: `
import express from 'express';
const app = express();
app.get('/orders', async (req, res) => {
  const orders = await Order.find({ owner: req.query.owner });
  if (orders.length === 0) return res.status(404).json([]);
                                             ^^^ This branch runs when \`orders.length === 0\`: the list is there, and nothing is in it. Answer 200 OK.
  res.json(orders);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/orders', async (req, res) => {
  const orders = await Order.find({ owner: req.query.owner });
  if (orders.length === 0) return res.status(200).json([]);
  res.json(orders);
});
`,
  },
  {
    title: 'the parts of something that has none',
    code: `
import express from 'express';
const app = express();
app.get('/posts/:id/comments', async (req, res) => {
  const comments = await Comment.findAll({ where: { postId: req.params.id } });
  if (!comments.length) return res.status(404).json({ comments: [] });
                                          ^^^ This branch runs when \`!comments.length\`: the list is there, and nothing is in it. Answer 200 OK.
  res.json({ comments });
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/posts/:id/comments', async (req, res) => {
  const comments = await Comment.findAll({ where: { postId: req.params.id } });
  if (!comments.length) return res.status(200).json({ comments: [] });
  res.json({ comments });
});
`,
  },
  {
    title: 'an error in place of the list',
    code: `
import express from 'express';
const app = express();
app.get('/tags', async (req, res) => {
  const tags = await Tag.find({ public: true });
  if (tags.length === 0) return res.status(404).json({ error: 'No tags found' });
                                           ^^^ This branch runs when \`tags.length === 0\`: the list is there, and nothing is in it. Answer 200 OK.
  res.json(tags);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/tags', async (req, res) => {
  const tags = await Tag.find({ public: true });
  if (tags.length === 0) return res.status(200).json(tags);
  res.json(tags);
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'one row that an id asks for: the resource is missing',
    code: `
import express from 'express';
const app = express();
app.get('/orders/:id', async (req, res) => {
  const { rows } = await db.query('SELECT * FROM orders WHERE id = $1', [req.params.id]);
  if (rows.length === 0) return res.status(404).json({ error: 'No such order' });
  res.json(rows[0]);
});
`,
  },
  {
    title: 'an empty list with 200',
    code: `
import express from 'express';
const app = express();
app.get('/orders', async (req, res) => {
  const orders = await Order.find({ owner: req.query.owner });
  if (orders.length === 0) return res.json({ orders: [], hint: 'Nothing ordered yet' });
  res.json({ orders });
});
`,
  },
  {
    title: 'what is to be done with the thing of the address needs the thing',
    code: `
import express from 'express';
const app = express();
app.post('/clean-up/:run', async (req, res) => {
  const files = await File.find({ run: req.params.run });
  if (files.length === 0) return res.status(404).json({ error: 'No such run' });
  await File.deleteMany({ run: req.params.run });
  res.status(204).end();
});
`,
  },
  {
    title: 'the first of the list is what was asked for',
    code: `
import express from 'express';
const app = express();
app.get('/by-phone/:phone', async (req, res) => {
  const matches = await User.find({ phone: req.params.phone }).sort({ updatedAt: -1 });
  if (!matches.length) return res.status(404).json({ error: 'Nobody has this number' });
  const user = matches[0];
  res.json(user);
});
`,
  },
  {
    title: 'something is to be done with what the body names, and none of it exists',
    code: `
import express from 'express';
const app = express();
app.patch('/categories', async (req, res) => {
  const ids = Array.from(new Set(req.body.ids.map(String)));
  const categories = await Category.find({ _id: { $in: ids } });
  if (categories.length === 0) return res.status(404).json({ error: 'No such categories' });
  await hide(categories);
  res.sendStatus(204);
});
`,
  },
  {
    title: 'the ids that were given name nothing',
    code: `
import express from 'express';
const app = express();
app.get('/comparison', async (req, res) => {
  const productIds = String(req.query.ids).split(',');
  const products = await findProducts(productIds);
  if (products.length === 0) return res.status(404).json({ error: 'None of these exists' });
  res.json(products);
});
`,
  },
];
