import type { MiddlewareHandler } from 'astro';
import { Conflict } from './shared/errors';

// case refused: GET /guarded/api
// case sent-away: GET /guarded/old
export const onRequest: MiddlewareHandler = async (context, next) => {
  const { pathname } = context.url;
  if (pathname === '/guarded/api') {
    return new Response('Who are you?', { status: 401 }); // answers refused
  }
  if (pathname === '/guarded/old') return context.redirect('/api/all', 301); // answers sent-away
  try {
    return await next();
  } catch (error) {
    if (error instanceof Conflict) return Response.json({ error: error.message }, { status: 409 });
    throw error;
  }
};
