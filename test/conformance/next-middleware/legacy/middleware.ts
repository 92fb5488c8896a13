import { type NextMiddleware, type NextRequest, NextResponse } from 'next/server';

const moved: Record<string, string> = { '/shop': '/store', '/contact-us': '/contact' };
const GONE = new Set(['/forum', '/guestbook']);
const STATUS = { moved: 301, gone: 410 } as const;

// case moved: GET /legacy/shop
// case gone: GET /legacy/forum
// case slash: GET /legacy/news/
export const middleware: NextMiddleware = (request: NextRequest) => {
  const path = request.nextUrl.pathname.slice('/legacy'.length);
  const target = moved[path];
  if (target) return NextResponse.redirect(new URL(target, request.url), STATUS.moved); // answers moved
  if (GONE.has(path)) return new Response('It is gone', { status: STATUS.gone }); // answers gone
  if (path.endsWith('/')) {
    return Response.redirect(new URL(path.slice(0, -1), request.url), 308); // answers slash
  }
  return NextResponse.next();
};
