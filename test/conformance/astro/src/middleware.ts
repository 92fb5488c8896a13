import type { MiddlewareHandler } from 'astro';

// case refused: GET /guarded/api
// case sent-away: GET /guarded/old
export const onRequest: MiddlewareHandler = async (context, next) => {
  const { pathname } = context.url;
  if (pathname === '/guarded/api') {
    return new Response('Who are you?', { status: 401 }); // answers refused
  }
  if (pathname === '/guarded/old') return context.redirect('/api/all', 301); // answers sent-away
  return next();
};
