import type { Context } from 'hono';

export const missing = (c: Context, what: string) => c.json({ error: `${what} not found` }, 404);

export function fail(c: Context, status: 400 | 402 | 409, message: string) {
  return c.json({ error: message }, status);
}

export const json = (body: unknown, init: { status?: number } = {}) =>
  new Response(JSON.stringify(body), { status: init.status ?? 200, headers: { 'Content-Type': 'application/json' } });

export const refuse = (message: string) => json({ error: message }, { status: 401 });
