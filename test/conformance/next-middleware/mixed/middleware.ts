import { type NextRequest, NextResponse } from 'next/server';

// case refused: GET /mixed/api/secret
// case sent-away: GET /mixed/old
// case log-in: GET /mixed/account
// case passed: GET /mixed/account?token=1
// case broken: GET /mixed/broken
export async function middleware(request: NextRequest) {
  const { pathname, searchParams } = request.nextUrl;
  const path = pathname.replace('/mixed', '');
  if (path.startsWith('/api/')) {
    return NextResponse.json({ error: 'Who are you?' }, { status: 401 }); // answers refused
  }
  if (path === '/old') return NextResponse.redirect(new URL('/new', request.url), 301); // answers sent-away
  if (path === '/broken') throw new Error('broken'); // answers broken
  if (!searchParams.has('token')) {
    const url = request.nextUrl.clone();
    url.pathname = '/log-in';
    return NextResponse.redirect(url); // answers log-in
  }
  return NextResponse.next(); // answers passed
}
