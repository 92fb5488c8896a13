import { type NextRequest, NextResponse } from 'next/server';

type Handler = (request: NextRequest, user: string) => Promise<Response>;

export function withAuth(handler: Handler) {
  return async (request: NextRequest) => {
    const user = request.headers.get('x-user') ?? request.nextUrl.searchParams.get('user');
    if (!user) return NextResponse.json({ error: 'Log in' }, { status: 401 }); // answers refused of app/guarded/route
    return handler(request, user);
  };
}
