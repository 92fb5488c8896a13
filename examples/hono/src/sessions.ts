import { Hono } from 'hono';
import { refuse } from './respond.ts';
import { isLoggedIn, logIn } from './store.ts';

export const sessions = new Hono();
export const legacySessions = new Hono();

sessions.post('/', async (c) => {
  const { name, password } = await c.req.json();
  if (!name || !password) return refuse(c, 400, 'Name and password are needed');
  const token = await logIn(name, password);
  // Right: whoever does not know the password is not authenticated.
  if (!token) return refuse(c, 401, 'Wrong name or password');
  return c.json({ token });
});

legacySessions.post('/', async (c) => {
  const { name, password } = await c.req.json();
  if (!name || !password) {
    // Mistake: the input is incomplete, and the client is told to log in, which it is about to do.
    // (rule: prefer-bad-request-for-invalid-input)
    return c.json({ error: 'Name and password are needed' }, 401);
  }
  const token = await logIn(name, password);
  if (!token) return c.json({ error: 'Wrong name or password' }, 401);
  return c.json({ token });
});

sessions.get('/current', async (c) => {
  const token = c.req.header('Authorization')?.replace('Bearer ', '');
  // Right: nobody is logged in.
  if (!token) return c.json({ error: 'Log in first' }, 401);
  return c.json({ active: await isLoggedIn(token) });
});

legacySessions.get('/current', async (c) => {
  const token = c.req.header('Authorization')?.replace('Bearer ', '');
  if (!token) {
    // Mistake: 403 tells a client that logging in would not help.
    // (rule: no-unauthorized-forbidden-mixup)
    return c.json({ error: 'Log in first' }, 403);
  }
  return c.json({ active: await isLoggedIn(token) });
});
