import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { reportMismatch } from '../scenarios/report.ts';

/** Codes that say of input what is wrong with it. */
const FITTING: ReadonlySet<number> = new Set([400, 411, 413, 414, 415, 416, 422, 426, 428, 429, 431]);

export const rule: Rule = {
  id: 'prefer-bad-request-for-invalid-input',
  summary: 'Malformed or missing input is answered with 400 or 422.',
  why: 'A client that reads 401, 403 or 404 logs in again, gives up or looks elsewhere, and never learns that it sent the wrong thing.',
  whenNot:
    'Teams that answer all invalid input with one code set `statusLens.policy.validationStatus`; one that is neither 400 nor 422 needs the rule switched off.',
  specs: [
    {
      title: 'RFC 9110, section 15.5.1: 400 Bad Request',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.1',
    },
    {
      title: 'RFC 9110, section 15.5.21: 422 Unprocessable Content',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.21',
    },
  ],
  severity: 'warning',
  sure: 'certain',
  fix: 'suggestion',
  check(response, { policy }) {
    const condition = response.conditions.at(-1);
    // The words say that it is no form field: what is missing proves where the request comes from, or who sent it.
    if (response.wording.some((text) => /csrf|xsrf|\b(?:log|sign)(?:ged|ed)? in\b/i.test(text))) return undefined;
    const fromPath = [...(condition?.tests ?? []), ...(condition?.alternatives ?? [])].some(({ origin, by }) =>
      [origin, by].includes('path parameter'),
    );
    // An id that cannot exist may as well be told as one that does not; what a library could not read is mostly an id.
    const mayBeMissing = fromPath || condition?.tests.some(({ origin }) => origin === 'caught error');
    const isWrong = (code: number): boolean =>
      code >= 400 && code < 500 && !FITTING.has(code) && !(mayBeMissing && code === 404);
    const agreed = Number(policy.validationStatus);
    const isOther = (code: number): boolean => (code === 400 || code === 422) && code !== agreed;
    return (
      reportMismatch(response, ['invalid-input'], isWrong, 'certain', policy) ??
      (policy.validationStatus === 'either'
        ? undefined
        : reportMismatch(response, ['invalid-input'], isOther, 'likely', policy))
    );
  },
};

export const bad: readonly BadExample[] = [
  {
    title: 'a missing field answered as if nobody were logged in',
    code: `
import express from 'express';
const app = express();
app.post('/rooms', (req, res) => {
  const { number, beds } = req.body;
  if (!number || !beds) {
    return res.status(401).json({ error: 'number and beds are required' });
                      ^^^ This branch runs when \`!number || !beds\`: malformed or missing input. 401 Unauthorized tells the client something else; 400 Bad Request or 422 Unprocessable Content fits.
  }
  res.status(201).json(addRoom(number, beds));
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/rooms', (req, res) => {
  const { number, beds } = req.body;
  if (!number || !beds) {
    return res.status(400).json({ error: 'number and beds are required' });
  }
  res.status(201).json(addRoom(number, beds));
});
`,
  },
  {
    title: 'a missing parameter answered with 412, which is about conditional requests',
    code: `
import express from 'express';
const app = express();
app.get('/search', (req, res) => {
  if (!req.query.text) return res.status(412).send('text is missing');
                                         ^^^ This branch runs when \`!req.query.text\`: malformed or missing input. 412 Precondition Failed tells the client something else; 400 Bad Request or 422 Unprocessable Content fits.
  res.json(search(req.query.text));
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/search', (req, res) => {
  if (!req.query.text) return res.status(400).send('text is missing');
  res.json(search(req.query.text));
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'the condition decides, not the text: the user is not logged in',
    code: `
import express from 'express';
const app = express();
app.post('/orders', (req, res) => {
  if (!req.user) return res.status(401).json({ error: 'Invalid input' });
  res.status(201).json(order(req.user));
});
`,
  },
  {
    title: 'an id that cannot exist may be told as one that does not exist',
    code: `
import express from 'express';
const app = express();
app.get('/items/:id', (req, res) => {
  if (!req.params.id) return res.status(404).json({ error: 'No such item' });
  res.json(items.get(req.params.id));
});
`,
  },
  {
    title: '415 is the right answer to a media type that is not taken',
    code: `
import express from 'express';
const app = express();
app.post('/pictures', (req, res) => {
  if (!req.file) return res.status(415).json({ error: 'Send a picture' });
  res.status(201).json(store(req.file));
});
`,
  },
  {
    title: '422 is as good as 400',
    code: `
import express from 'express';
const app = express();
app.post('/carts', (req, res) => {
  if (!req.body.product) return res.status(422).json({ error: 'product is missing' });
  res.json(add(req.body.product));
});
`,
  },
  {
    title: 'what is missing comes from the session: nobody is logged in',
    code: `
import express from 'express';
const app = express();
app.get('/me', (req, res) => {
  const { email } = req.session;
  if (!email) return res.status(401).json({ error: 'email is required' });
  res.json({ email });
});
`,
  },
  {
    title: '413, 411 and 428 say more exactly what is wrong with the input',
    code: `
import express from 'express';
const app = express();
app.put('/pictures/:id', (req, res) => {
  if (!req.headers['content-length']) return res.status(411).end();
  if (req.body.length > 5_000_000) return res.status(413).end();
  if (!req.headers['if-match']) return res.status(428).end();
  res.status(204).end();
});
`,
  },
  {
    title: 'the author is asked for in the form of a check',
    code: `
import express from 'express';
const app = express();
app.put('/posts/:id', async (req, res) => {
  const post = await Post.findById(req.params.id);
  if (!isAuthor(post, req.user.id)) return res.status(403).json({ error: 'Only the author may do this' });
  res.json(await post.save());
});
`,
  },
  {
    title: 'a form token that is missing shows where the request comes from',
    code: `
import express from 'express';
const app = express();
app.post('/transfer', (req, res) => {
  if (!req.body.formKey) return res.status(403).json({ error: 'CSRF token missing' });
  res.status(201).json(transfer(req.body));
});
`,
  },
  {
    title: 'a code in the path that cannot exist may as well be told as one that does not',
    code: `
import express from 'express';
const app = express();
app.get('/vouchers/:code', (req, res) => {
  if (!/^[a-z]+$/.test(req.params.code)) return res.status(404).json({ error: 'No such voucher' });
  res.json(voucherOf(req.params.code));
});
`,
  },
  {
    title: 'what is left of a list is not malformed, it belongs to somebody else',
    code: `
import express from 'express';
const app = express();
app.post('/alarms', async (req, res) => {
  const own = await Sensor.find({ team: req.user.team });
  const invalidIds = req.body.sensorIds.filter((id) => !own.includes(id));
  if (invalidIds.length > 0) return res.status(403).json({ error: 'These sensors are invalid or not yours' });
  res.status(201).json({});
});
`,
  },
  {
    title: 'a request that does not ask for the protocol that is spoken here',
    code: `
import express from 'express';
const app = express();
app.get('/live', (req, res) => {
  if (!isUpgrade(req.headers)) return res.status(426).set('Upgrade', 'websocket').json({ error: 'WebSocket only' });
  res.sendStatus(501);
});
`,
  },
  {
    title: 'an id of the address that no database could read: there is no such page',
    code: `
import express from 'express';
const app = express();
app.get('/profiles/:id', async (req, res) => {
  try {
    res.json(await Profile.findById(req.params.id));
  } catch (error) {
    if (error.kind === 'ObjectId') return res.status(404).json({ error: 'No such profile' });
    res.status(500).json({ error: 'Something failed' });
  }
});
`,
  },
  {
    title: 'a second factor that is wrong proves nobody',
    code: `
import express from 'express';
const app = express();
app.post('/second-step', async (req, res) => {
  const { user, code } = req.body;
  const valid = await validate2FA(user, code);
  if (!valid) return res.status(401).json({ error: 'Invalid code' });
  res.json(await open(user));
});
`,
  },
  {
    title: 'what differs from the program’s own value proves nobody',
    code: `
import express from 'express';
const app = express();
app.post('/admin/login', (req, res) => {
  if (req.body.email !== 'root@example.org') return res.status(401).json({ error: 'Invalid credentials' });
  res.json(open(req.body));
});
`,
  },
  {
    title: 'whatever the field is called, who asks is refused for want of it',
    code: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  const key = req.headers['x-internal'];
  if (!key) return res.status(401).json({ error: 'x-internal is missing' });
  next();
});
`,
  },
];
