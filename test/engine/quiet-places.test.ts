import assert from 'node:assert/strict';
import { analyze, defaultSettings } from '../../server/src/engine/index.ts';
import { projectOf } from './example-project.ts';

/** Correct code that a rule was once wrong about, besides the examples that its page shows. */
const QUIET: readonly (readonly [rule: string, title: string, code: string])[] = [
  [
    'no-internal-error-leak',
    'the stack is taken out again in production',
    `
import express from 'express';
const app = express();
app.use((err, req, res, next) => {
  const body = { code: err.status || 500, stack: err.stack };
  if (isProduction) delete body.stack;
  res.status(body.code).json(body);
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'an error handler that asks for one kind of error in two ways',
    `
import express from 'express';
const app = express();
app.use((error, req, res, next) => {
  if (error && (error.status === 413 || error.type === 'entity.too.large')) return res.status(413).end();
  next(error);
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'the only call that waits verifies a token',
    `
import express from 'express';
import { jwtVerify } from 'jose';
const app = express();
app.get('/session', async (req, res) => {
  try {
    const { payload } = await jwtVerify(req.cookies.token, new TextEncoder().encode(secret));
    res.json({ user: shape(payload) });
  } catch (error) {
    res.status(401).json({ error: 'Invalid session' });
  }
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'what is left of the errors of an upload comes from the program’s own filter',
    `
import express from 'express';
import multer from 'multer';
const app = express();
app.use((err, req, res, next) => {
  if (err instanceof multer.MulterError) return res.status(413).json({ error: 'The file is too large' });
  else if (err) return res.status(400).json({ error: err.message });
  next();
});
`,
  ],
  [
    'prefer-conflict-for-duplicate',
    'a result that says that the look-up failed',
    `
import express from 'express';
const app = express();
app.post('/roles', async (req, res) => {
  const existing = await Roles.getByName(req.body.name);
  if (existing.isErr()) return res.status(500).json({ error: 'Internal Server Error' });
  res.status(201).json({ name: req.body.name });
});
`,
  ],
  [
    'no-server-error-for-client-error',
    'a result of the session says that writing it failed',
    `
import express from 'express';
const app = express();
app.post('/fingerprints', async (req, res) => {
  const session = await getSession();
  const written = await session.update({ fingerprint: req.body.fingerprint });
  if (!written.isOk()) return res.status(500).json({ error: 'Internal Server Error' });
  res.status(201).json({ done: true });
});
`,
  ],
  [
    'no-server-error-for-client-error',
    'what is left of the errors of a check once the project’s own are answered',
    `
import Koa from 'koa';
import { BusinessError } from './errors';
import { verifyToken } from './tokens';
const app = new Koa();
app.use(async (ctx, next) => {
  try {
    ctx.state.user = verifyToken(ctx.headers.authorization);
  } catch (error) {
    if (error instanceof BusinessError) {
      ctx.status = 401;
      ctx.body = { message: error.message };
      return;
    }
    ctx.status = 500;
    ctx.body = { message: 'The check failed' };
    return;
  }
  await next();
});
`,
  ],
  [
    'no-unauthorized-forbidden-mixup',
    'a token that shows that no other site made the request',
    `
import { Hono } from 'hono';
import { verifyCsrfToken } from './tokens';
const app = new Hono();
app.use(async (c, next) => {
  const valid = await verifyCsrfToken(c.req.header('X-CSRF-Token'));
  if (!valid) return c.json({ error: 'Forged' }, 403);
  await next();
});
`,
  ],
  [
    'prefer-too-many-requests',
    'nobody is to learn that the account exists, and is locked',
    `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (user && user.lockedUntil > Date.now()) return res.status(401).json({ error: 'Wrong e-mail or password' });
  res.json({ token: tokenFor(user) });
});
`,
  ],
  [
    'no-double-response',
    'an error that was answered goes on to a log',
    `
import express from 'express';
const app = express();
app.use((error, req, res, next) => {
  res.status(500).json({ error: 'Try again' });
  next(error);
});
app.use(logErrors);
`,
  ],
  [
    'no-double-response',
    'what fails behind the answer is handed on where nothing was answered',
    `
import express from 'express';
const app = express();
app.get('/orders', async (req, res, next) => {
  try {
    res.json(await orders());
  } catch (error) {
    next(error);
  }
});
`,
  ],
  [
    'no-double-response',
    'logging after the answer',
    `
import express from 'express';
const app = express();
app.get('/log', (req, res) => {
  res.json({ ok: true });
  console.log('answered');
});
`,
  ],
  [
    'no-double-response',
    'an empty end after the answer does nothing',
    `
import express from 'express';
const app = express();
app.get('/metrics', async (req, res) => {
  res.send(await register.metrics()).end();
});
`,
  ],
  [
    'prefer-conflict-for-duplicate',
    'what stands in the way of a change is not there already',
    `
import express from 'express';
const app = express();
app.post('/settings/delete', async (req, res) => {
  const required = await Settings.find({ _id: { $in: req.body.ids }, required: true });
  if (required.length > 0) return res.status(400).json({ error: 'These have to stay' });
  await Settings.deleteMany({ _id: { $in: req.body.ids } });
  res.json({ done: true });
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'what a check is given is worked out before anybody waits',
    `
import express from 'express';
const app = express();
app.post('/passkeys', async (req, res) => {
  let found;
  try {
    found = await verifyAnswer({ answer: req.body, key: toBuffer(req.body.key) });
  } catch (error) {
    return res.status(400).json({ error: 'This is no passkey' });
  }
  res.status(201).json(found);
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'a promise that only reads what was sent',
    `
import express from 'express';
const app = express();
app.post('/import', (req, res) => {
  schema.parseAsync(req.body).then((input) => res.json(input)).catch((error) => res.status(400).json({ error: 'No such form' }));
});
`,
  ],
  [
    'no-internal-error-leak',
    'nothing in the block can fail for reasons of the server',
    `
import express from 'express';
const app = express();
app.get('/state', (req, res) => {
  try {
    succeed(res, { state: 'open' });
  } catch (error) {
    res.status(500).json({ error: error.message });
  }
});
const succeed = (res, data) => res.json({ data });
`,
  ],
  [
    'no-internal-error-leak',
    'the one call that was tried checks who has signed the message',
    `
import express from 'express';
const app = express();
app.post('/webhook', (req, res) => {
  let event;
  try {
    event = payments.verifyWebhook(readRawBody(req), req.headers['stripe-signature']);
  } catch (error) {
    return res.status(400).send(\`Webhook error: \${error.message}\`);
  }
  handle(event);
  res.json({ received: true });
});
`,
  ],
  [
    'no-internal-error-leak',
    'what is wrong with a token, told to its callback',
    `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  jwt.verify(req.cookies.token, key, (err, claims) => {
    if (err) return res.status(401).json({ error: 'Log in again', reason: err });
    req.user = claims;
    next();
  });
});
`,
  ],
  [
    'no-internal-error-leak',
    'what development adds is not there in production',
    `
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  try {
    res.json(await User.find());
  } catch (error) {
    res.status(500).json({ error: 'Something failed', ...(process.env.NODE_ENV === 'development' && { stack: error.stack }) });
  }
});
`,
  ],
  [
    'prefer-bad-request-for-invalid-input',
    'the body of a context of Koa is the answer',
    `
import Koa from 'koa';
const app = new Koa();
app.use(async (ctx, next) => {
  await next();
  if (ctx.status === 404 && !ctx.body) {
    ctx.status = 404;
    ctx.body = { message: 'There is no such route' };
  }
});
`,
  ],
  [
    'prefer-bad-request-for-invalid-input',
    'a check that is given a proof besides the input',
    `
import express from 'express';
const app = express();
app.post('/verify', async (req, res) => {
  const { email, registrationToken } = req.body;
  const { valid } = await users.validateRegistration({ email, registrationToken });
  if (!valid) return res.status(401).json({ error: 'Invalid' });
  res.json({ email });
});
`,
  ],
  [
    'prefer-conflict-for-duplicate',
    'what a service is given equals a part of something that was found by another key',
    `
// Runs with express@5.0.0
import createError from 'http-errors';
import express from 'express';
export const app = express();
export async function createSchedule(data) {
  const existingSchedule = await Schedules.getBySlot(data.slot);
  if (existingSchedule.owner?.mentor && data.examiner === existingSchedule.owner.mentor)
    throw createError(400, 'The examiner may not be the mentor');
  return Schedules.create(data);
}
`,
  ],
  [
    'prefer-conflict-for-duplicate',
    'a check that another library calls by its type',
    `
// Runs with express@4.18.2
import createError from 'http-errors';
import { body, type CustomValidator } from 'express-validator';
export const isNewName: CustomValidator = async (username) => {
  const existing = await User.findOne({ username });
  if (existing) throw createError(400, 'The name is in use already');
  return true;
};
export const register = [body('username').custom(isNewName), (req, res) => {
  res.status(201).json({ made: true });
}];
`,
  ],
  [
    'prefer-unauthorized-for-bad-credentials',
    'a test that a person is at the screen says nothing of who it is',
    `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const isHuman = await verifyTurnstileToken(req.body.turnstileToken, req.ip);
  if (!isHuman) return res.status(400).json({ error: 'The challenge was not passed' });
  res.json({ next: 'password' });
});
`,
  ],
  [
    'no-error-body-with-success',
    'nothing fits a query',
    `
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  const users = await fetchingAllUsers({ limit: Number(req.query.limit) });
  if (users === null) return res.json({ message: 'No users found' });
  res.json(users);
});
`,
  ],
  [
    'no-unauthorized-forbidden-mixup',
    'a link from a mail is no log-in',
    `
import express from 'express';
import jwt from 'jsonwebtoken';
const app = express();
app.put('/password/reset', async (req, res) => {
  try {
    const { id } = jwt.verify(req.body.token, secret);
    await users.update(id, req.body.password);
    res.json({ id });
  } catch (error) {
    res.status(403).json({ message: 'The link has expired' });
  }
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'code that was sent is translated, and nothing else is tried',
    `
import { transformSync } from 'esbuild';
import express from 'express';
const app = express();
app.post('/runs', (req, res) => {
  let result;
  try {
    result = transformSync(req.body.code, { loader: 'ts' });
  } catch (error) {
    return res.status(400).json({ error: 'This is no TypeScript' });
  }
  res.json({ code: result.code });
});
`,
  ],
  [
    'no-unauthorized-forbidden-mixup',
    'nobody is there whom the request calls an administrator',
    `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  if (!req.admin) return res.status(401).json({ error: 'FORBIDDEN' });
  next();
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'what an upload refuses is mostly a file of the client',
    `
import express from 'express';
import multer from 'multer';
const app = express();
const upload = multer({ fileFilter: onlyPictures });
app.post('/pictures', (req, res) => {
  upload.single('picture')(req, res, (err) => {
    if (err) return res.status(400).json({ error: err.message });
    res.status(201).json(req.file);
  });
});
`,
  ],
];

describe('places where rules stay silent', () => {
  for (const [rule, title, code] of QUIET)
    it(`${rule}: ${title}`, () => {
      const { findings, responses, problems } = analyze(
        { path: 'src/app.ts', text: code },
        defaultSettings,
        projectOf(code),
      );
      assert.deepEqual(problems, []);
      assert.ok(responses.length > 0);
      assert.deepEqual(
        findings.filter((one) => one.rule === rule).map(({ message }) => message),
        [],
      );
    });
});
