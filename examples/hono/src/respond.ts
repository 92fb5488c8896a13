import type { Context } from 'hono';

/** Says that there is no such thing. */
export const missing = (c: Context, what: string) => c.json({ error: `${what} not found` }, 404);

/** Refuses a request for what its sender got wrong. */
export function refuse(c: Context, status: 400 | 401 | 409, message: string) {
  return c.json({ error: message }, status);
}
