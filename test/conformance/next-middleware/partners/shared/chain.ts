import { type NextRequest, NextResponse } from 'next/server';

type Middleware = (request: NextRequest) => Response | undefined | Promise<Response | undefined>;

/** Asks one after the other, until one of them answers. */
export function chain(...all: readonly Middleware[]) {
  return async (request: NextRequest) => {
    for (const one of all) {
      const response = await one(request);
      if (response) return response;
    }
    return NextResponse.next();
  };
}

export function withBasicAuth(middleware: Middleware): Middleware {
  return (request) => {
    const given = request.headers.get('authorization') ?? request.nextUrl.searchParams.get('auth');
    if (!given) {
      return new Response('Who are you?', { status: 401, headers: { 'WWW-Authenticate': 'Basic' } }); // answers no-auth of guard/middleware
    }
    return middleware(request);
  };
}
