import type { QuietPlace } from './quiet-place.ts';

/** Correct code whose statuses rules were once wrong about, besides the examples that their pages show. */
export const QUIET_REASONS: readonly QuietPlace[] = [
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
];
