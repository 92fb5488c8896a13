import { type NextRequest, NextResponse } from 'next/server';

const PUBLIC = ['/log-in', '/sign-up'];

function readSession(request: NextRequest) {
  return request.cookies.get('session')?.value ?? request.nextUrl.searchParams.get('session');
}

// case logged-out: GET /account/settings
// case api-logged-out: GET /account/api/me
// case not-admin: GET /account/admin/users?session=user
// case already-in: GET /account/log-in?session=user
export async function middleware(request: NextRequest) {
  const path = request.nextUrl.pathname.replace('/account', '');
  const session = readSession(request);
  if (PUBLIC.some((one) => path.startsWith(one))) {
    if (session) return NextResponse.redirect(new URL('/', request.url)); // answers already-in
    return NextResponse.next();
  }
  if (!session) {
    if (path.startsWith('/api')) {
      return NextResponse.json({ message: 'Log in first' }, { status: 401 }); // answers api-logged-out
    }
    const logIn = new URL('/log-in', request.url);
    logIn.searchParams.set('from', path);
    return NextResponse.redirect(logIn); // answers logged-out
  }
  if (path.startsWith('/admin') && session !== 'admin') {
    return new NextResponse('Forbidden', { status: 403 }); // answers not-admin
  }
  const response = NextResponse.next();
  response.headers.set('x-user', session);
  return response;
}

export const config = { matcher: ['/((?!_next).*)'] };
