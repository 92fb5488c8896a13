import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { reportMismatch } from '../scenarios/report.ts';

export const rule: Rule = {
  id: 'prefer-conflict-for-duplicate',
  summary: 'What exists already is answered with 409 Conflict.',
  why: 'With 409 a client can tell a name that is taken from a form with a mistake in it, and can offer another name. Any other code makes it read the text.',
  whenNot:
    'A sign-up that must not tell which addresses are known answers the same in both cases; teams that answer 422 set `statusLens.policy.duplicateStatus`.',
  specs: [
    { title: 'RFC 9110, section 15.5.10: 409 Conflict', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.10' },
  ],
  severity: 'warning',
  sure: 'certain',
  fix: 'suggestion',
  check(response, { policy }) {
    const isWrong = (code: number): boolean => code >= 400 && ![409, 412, 422, 423, 429].includes(code);
    const agreed = Number(policy.duplicateStatus);
    const isOther = (code: number): boolean => (code === 409 || code === 422) && code !== agreed;
    return (
      reportMismatch(response, ['duplicate'], isWrong, 'certain', policy) ??
      (policy.duplicateStatus === 'either'
        ? undefined
        : reportMismatch(response, ['duplicate'], isOther, 'likely', policy))
    );
  },
};

export const bad: readonly BadExample[] = [
  {
    title: 'an address that is taken answered with 400',
    code: `
import express from 'express';
const app = express();
app.post('/sign-up', async (req, res) => {
  const existingUser = await User.findOne({ email: req.body.email });
  if (existingUser) return res.status(400).json({ error: 'The address is taken' });
                                      ^^^ This branch runs when \`existingUser\`: it exists already. 400 Bad Request tells the client something else; 409 Conflict fits.
  res.status(201).json(await User.create(req.body));
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/sign-up', async (req, res) => {
  const existingUser = await User.findOne({ email: req.body.email });
  if (existingUser) return res.status(409).json({ error: 'The address is taken' });
  res.status(201).json(await User.create(req.body));
});
`,
  },
  {
    title: 'a unique constraint that is violated answered with 500',
    code: `
import express from 'express';
const app = express();
app.post('/users', async (req, res) => {
  try {
    res.status(201).json(await prisma.user.create({ data: req.body }));
  } catch (error) {
    if (error.code === 'P2002') return res.status(500).json({ error: 'The address is taken' });
                                                  ^^^ This branch runs when \`error.code === 'P2002'\`: it exists already. 500 Internal Server Error tells the client something else; 409 Conflict fits.
    res.status(500).json({ error: 'Something failed' });
  }
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/users', async (req, res) => {
  try {
    res.status(201).json(await prisma.user.create({ data: req.body }));
  } catch (error) {
    if (error.code === 'P2002') return res.status(409).json({ error: 'The address is taken' });
    res.status(500).json({ error: 'Something failed' });
  }
});
`,
  },
  {
    title: 'one of a list in memory has the name already',
    code: `
import express from 'express';
const app = express();
app.post('/rooms', (req, res) => {
  const taken = rooms.some((room) => room.name === req.body.name);
  if (taken) return res.status(400).json({ error: 'Name taken' });
                               ^^^ This branch runs when \`taken\`: it exists already. 400 Bad Request tells the client something else; 409 Conflict fits.
  rooms.push(req.body);
  res.status(201).json(req.body);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/rooms', (req, res) => {
  const taken = rooms.some((room) => room.name === req.body.name);
  if (taken) return res.status(409).json({ error: 'Name taken' });
  rooms.push(req.body);
  res.status(201).json(req.body);
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: '422 is the choice of some teams',
    code: `
import express from 'express';
const app = express();
app.post('/sign-up', async (req, res) => {
  const existingUser = await User.findOne({ email: req.body.email });
  if (existingUser) return res.status(422).json({ error: 'The address is taken' });
  res.status(201).json(await User.create(req.body));
});
`,
  },
  {
    title: 'what was found is wanted',
    code: `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (user) return res.json(user);
  res.status(401).json({ error: 'Wrong address or password' });
});
`,
  },
  {
    title: 'what was found is not for this user',
    code: `
import express from 'express';
const app = express();
app.put('/posts/:id', async (req, res) => {
  const post = await Post.findById(req.params.id);
  if (post.author !== req.user.id) return res.status(403).json({ error: 'Not yours' });
  res.json(await post.save());
});
`,
  },
  {
    title: 'an idempotent PUT answers what is there already',
    code: `
import express from 'express';
const app = express();
app.put('/likes/:id', async (req, res) => {
  const existing = await Like.findOne({ post: req.params.id, user: req.user.id });
  if (existing) return res.json(existing);
  res.status(201).json(await Like.create({ post: req.params.id, user: req.user.id }));
});
`,
  },
  {
    title: 'what exists is brought up to date instead',
    code: `
import express from 'express';
const app = express();
app.post('/settings', async (req, res) => {
  const existing = await Setting.findOne({ name: req.body.name });
  if (existing) return res.json(await existing.set(req.body));
  res.status(201).json(await Setting.create(req.body));
});
`,
  },
  {
    title: 'a sign-up that hides who has an account',
    code: `
import express from 'express';
const app = express();
app.post('/sign-up', async (req, res) => {
  const existing = await User.findOne({ email: req.body.email });
  if (existing) return res.status(202).json({ message: 'We have sent you a mail' });
  await invite(req.body.email);
  res.status(202).json({ message: 'We have sent you a mail' });
});
`,
  },
  {
    title: 'somebody logs in who has an account elsewhere: nothing is to be made',
    code: `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (user && user.provider !== 'local') return res.status(400).json({ error: 'The address is already in use elsewhere' });
  res.json(await open(user));
});
`,
  },
  {
    title: 'what is looked for because it is wrong is no duplicate',
    code: `
import express from 'express';
const app = express();
app.post('/paths', async (req, res) => {
  const invalid = await findInvalidPaths(req.body.paths);
  if (invalid.length > 0) return res.status(400).json({ error: 'Some of these already belong to others', invalid });
  res.status(201).json(await Path.create(req.body.paths));
});
`,
  },
  {
    title: 'a write that gives its error back has failed, for whatever reason',
    code: `
import express from 'express';
const app = express();
app.post('/orders', async (req, res) => {
  const { data, error } = await db.from('orders').insert({ amount: req.body.amount }).select().single();
  if (error) return res.status(500).json({ error: 'The order could not be created' });
  res.status(201).json(data);
});
`,
  },
  {
    title: 'what was found is asked for its age: too soon is not too many',
    code: `
import express from 'express';
const app = express();
app.post('/messages', async (req, res) => {
  const last = await Message.findOne({ to: req.body.to });
  if (last && now() - last.sentAt < 60_000) return res.status(400).json({ error: 'Wait a minute' });
  res.status(202).json(await send(req.body.to));
});
`,
  },
];
