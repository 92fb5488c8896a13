import { type NextRequest, NextResponse } from 'next/server';
import { InvalidToken, readToken } from './shared/session';

// case expired: GET /shop/orders?token=expired
// case key-store-away: GET /shop/orders?token=broken
// case visitor: GET /shop/orders?token=visitor
// case unlucky: GET /shop/unlucky?token=staff
export async function middleware(request: NextRequest) {
  try {
    const { role } = await readToken(request);
    if (role === 'visitor') {
      return NextResponse.json({ error: 'Staff only' }, { status: 403 }); // answers visitor
    }
  } catch (error) {
    if (error instanceof InvalidToken) {
      const response = NextResponse.json({ error: error.message }, { status: 401 }); // answers expired
      response.cookies.delete('token');
      return response;
    }
    console.error(error);
    return NextResponse.json({ error: 'Try again' }, { status: 500 }); // answers key-store-away
  }
  if (request.nextUrl.pathname === '/shop/unlucky') throw new Error('broken'); // answers unlucky
  return NextResponse.next();
}
