/** A small shop whose handlers are registered, wrapped and mounted in other files. */
export const FILES = {
  '/shop/package.json': '{"dependencies":{"express":"^5.0.0"}}',
  '/shop/src/server.ts': `
import express from 'express';
import { routes } from './routes';
import { answerErrors } from './errors';
const app = express();
app.use(express.json());
app.use('/api', routes);
app.use(answerErrors);
app.listen(3000);
`,
  '/shop/src/routes.ts': `
import { Router } from 'express';
import { addUser, findUser } from './users';
import { wrap } from './wrap';
export const routes = Router();
routes.route('/users').post(wrap(addUser));
routes.get('/users/:id', findUser);
`,
  '/shop/src/wrap.ts': 'export const wrap = (fn) => (req, res, next) => fn(req, res, next).catch(next);',
  '/shop/src/errors.ts': `
export class AppError extends Error {
  constructor(public code: number, message: string) { super(message); }
}
export function answerErrors(err, req, res, next) {
  if (err instanceof AppError) return res.status(err.code).json({ error: err.message });
  if (err.name === 'CastError') return res.status(400).json({ error: 'malformed id' });
  res.status(503).json({ error: 'try again' });
}
`,
  '/shop/src/users.ts': `
import { AppError } from './errors';
export async function addUser(req, res) {
  if (await exists(req.body.email)) throw new AppError(409, 'taken');
  res.status(201).json({});
}
export function findUser(req, res) {
  if (!req.params.id) throw new Error('no id');
  res.json({});
}
`,
};
/** The file with its handlers. */
export const USERS = '/shop/src/users.ts';
