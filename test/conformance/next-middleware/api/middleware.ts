import type { NextRequest } from 'next/server';
import { NextResponse } from 'next/server';

const cors = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
};

// case preflight: OPTIONS /api/items
// case other-method: DELETE /api/items
// case no-type: POST /api/items
// case no-key: GET /api/items
// case wrong-key: GET /api/items?key=wrong
export default function middleware(request: NextRequest) {
  if (request.method === 'OPTIONS') {
    return new NextResponse(null, { status: 204, headers: cors }); // answers preflight
  }

  if (!['GET', 'POST'].includes(request.method)) {
    return NextResponse.json({ error: 'Method not allowed' }, { status: 405, headers: { Allow: 'GET, POST' } }); // answers other-method
  }

  const type = request.headers.get('content-type');
  if (request.method === 'POST' && !type?.includes('application/json')) {
    return NextResponse.json({ error: 'JSON only' }, { status: 415, headers: cors }); // answers no-type
  }

  const key = request.headers.get('x-api-key') || request.nextUrl.searchParams.get('key');
  if (!key) return unauthorized('There is no key'); // answers no-key
  if (key !== process.env.API_KEY) return unauthorized('The key is wrong'); // answers wrong-key

  const response = NextResponse.next();
  for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
  return response;
}

function unauthorized(error: string) {
  return NextResponse.json({ error }, { status: 401, headers: { 'WWW-Authenticate': 'ApiKey', ...cors } });
}
