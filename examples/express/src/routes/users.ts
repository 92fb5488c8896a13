import { Router } from 'express';
import { addUser, findCurrentUser, type SignUp } from '../auth.ts';
import { findUserByEmail, store, type User } from '../store.ts';

export const users = Router();
export const legacyUsers = Router();

users.post('/sign-up', (req, res) => {
  const input = readSignUp(req.body);
  if (!input) return res.status(400).json({ error: 'email, name and a password of 8 characters are required' });
  if (findUserByEmail(input.email)) {
    // Right: the address is taken, which is a conflict with what is there.
    return res.status(409).json({ success: false, message: 'This e-mail address is taken' });
  }
  const user = addUser(input);
  res.status(201).location('/users/me').json(toPublic(user));
});

legacyUsers.post('/sign-up', (req, res) => {
  const input = readSignUp(req.body);
  if (!input) {
    // Mistake: "unauthorized" is about who somebody is, not about a form with a hole in it.
    // (rule: prefer-bad-request-for-invalid-input)
    return res.status(401).json({ error: 'email, name and a password of 8 characters are required' });
  }
  const existing = findUserByEmail(input.email);
  if (existing) {
    // Mistake: the sign-up failed and is answered 200. Every client must now look into the body to find out.
    // (rule: no-error-body-with-success)
    return res.status(200).json({ success: false, message: 'This e-mail address is taken' });
  }
  const user = addUser(input);
  res.status(201).location('/legacy/users/me').json(toPublic(user));
});

users.get('/me', (req, res) => {
  const user = findCurrentUser(req);
  if (!user) return res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Log in first' });
  res.json(toPublic(user));
});

legacyUsers.get('/me', (req, res) => {
  const user = findCurrentUser(req);
  if (!user) {
    // Mistake: 401 with a body that claims success; a client that trusts the body goes on with no user.
    // (rule: status-body-mismatch)
    return res.status(401).json({ success: true, user: null });
  }
  res.json(toPublic(user));
});

users.delete('/me', (req, res) => {
  const user = findCurrentUser(req);
  if (!user) return res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Log in first' });
  store.users.delete(user.id);
  // Right: end() sends the status.
  res.status(204).end();
});

legacyUsers.delete('/me', (req, res) => {
  const user = findCurrentUser(req);
  if (!user) return res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Log in first' });
  store.users.delete(user.id);
  // Mistake: the status is set and nothing is sent, so the client waits until it gives up.
  // (rule: no-unsent-status)
  res.status(204);
});

users.post('/forgot-password', (_req, res) => {
  // Right: the same answer for every address, so that nobody can find out who is a customer.
  res.status(202).json({ message: 'If this address is known, a mail is on its way' });
});

function readSignUp(body: unknown): SignUp | undefined {
  const { email, name, password } = (body ?? {}) as Record<string, unknown>;
  if (typeof email !== 'string' || !email.includes('@') || typeof name !== 'string') return undefined;
  if (typeof password !== 'string' || password.length < 8) return undefined;
  return { email, name, password };
}

function toPublic({ id, email, name, role }: User) {
  return { id, email, name, role };
}
