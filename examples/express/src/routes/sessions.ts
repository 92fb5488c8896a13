import { Router } from 'express';
import { endSession, findCurrentUser, isPassword, startSession } from '../auth.ts';
import { findUserByEmail, type User } from '../store.ts';

export const sessions = Router();
export const legacySessions = Router();

const MAX_FAILURES = 5;
const NO_CONTENT = 204;
const failuresByEmail = new Map<string, number>();

sessions.post('/login', (req, res) => {
  const { email, password } = req.body ?? {};
  if (!email || !password) return res.status(400).json({ error: 'email and password are required' });
  if (countFailures(email) >= MAX_FAILURES) {
    // Right: too many attempts, and the client learns when it may try again.
    return res.status(429).set('Retry-After', '60').json({ error: 'Too many attempts, try again in a minute' });
  }
  const user = checkPassword(email, password);
  if (!user) {
    // Right: the credentials are wrong, and the answer does not tell which of the two.
    return res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Wrong e-mail address or password' });
  }
  res.json({ token: startSession(user) });
});

legacySessions.post('/login', (req, res) => {
  const { email, password } = req.body ?? {};
  if (!email || !password) return res.status(400).json({ error: 'email and password are required' });
  if (countFailures(email) >= MAX_FAILURES) {
    // Mistake: 403 sounds final. A limit that passes is 429, with Retry-After.
    // (rule: prefer-too-many-requests)
    return res.status(403).json({ error: 'Too many attempts, try again in a minute' });
  }
  const user = checkPassword(email, password);
  if (!user) {
    // Mistake: a log-in that failed is answered 200, so no firewall and no dashboard notices someone guessing.
    // (rule: no-error-body-with-success)
    res.send({ error: 'Wrong e-mail address or password' });
    return;
  }
  res.json({ token: startSession(user) });
});

sessions.post('/logout', (req, res) => {
  if (!findCurrentUser(req)) return res.status(401).set('WWW-Authenticate', 'Bearer').end();
  endSession(req);
  // Right: a 204 ends where its headers end.
  res.status(NO_CONTENT).end();
});

legacySessions.post('/logout', (req, res) => {
  if (!findCurrentUser(req)) return res.status(401).set('WWW-Authenticate', 'Bearer').end();
  endSession(req);
  // Mistake: 204 with a body, behind a constant. The good-bye is never sent.
  // (rule: no-body-with-bodyless-status)
  res.status(NO_CONTENT).json({ message: 'Good-bye' });
});

function countFailures(email: string): number {
  return failuresByEmail.get(email) ?? 0;
}

function checkPassword(email: string, password: string): User | undefined {
  const user = findUserByEmail(email);
  if (user && isPassword(password, user.passwordHash)) {
    failuresByEmail.delete(email);
    return user;
  }
  failuresByEmail.set(email, countFailures(email) + 1);
  return undefined;
}
