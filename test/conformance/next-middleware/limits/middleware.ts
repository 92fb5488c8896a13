import { type NextFetchEvent, type NextRequest, NextResponse } from 'next/server';

const LIMIT = 0;
const hits = new Map<string, { count: number; until: number }>();

function isLimited(ip: string) {
  const now = Date.now();
  const known = hits.get(ip);
  if (!known || known.until < now) {
    hits.set(ip, { count: 1, until: now + 60_000 });
    return LIMIT < 1;
  }
  known.count++;
  return known.count > LIMIT;
}

// case maintenance: GET /limits/maintenance
// case too-large: POST /limits/upload?size=9999999
// case too-often: GET /limits/search
// case blocked-country: GET /limits/search?country=XX
export async function proxy(request: NextRequest, event: NextFetchEvent) {
  const { pathname, searchParams } = request.nextUrl;
  if (process.env.MAINTENANCE || pathname.endsWith('/maintenance')) {
    return new NextResponse('Back soon', { status: 503, headers: { 'Retry-After': '3600' } }); // answers maintenance
  }
  const country = request.headers.get('x-country') ?? searchParams.get('country');
  if (country === 'XX') {
    return NextResponse.json({ error: 'Not available where you are' }, { status: 451 }); // answers blocked-country
  }
  const size = Number(request.headers.get('x-size') ?? searchParams.get('size') ?? 0);
  if (size > 1_000_000) return NextResponse.json({ error: 'At most 1 MB' }, { status: 413 }); // answers too-large

  const ip = request.headers.get('x-forwarded-for') ?? '127.0.0.1';
  event.waitUntil(Promise.resolve());
  if (isLimited(ip)) {
    return NextResponse.json({ error: 'Slow down' }, { status: 429, headers: { 'Retry-After': '60' } }); // answers too-often
  }
  return NextResponse.next();
}
