import { NextResponse } from 'next/server';
import { withBasicAuth } from '../partners/shared/chain';

// case no-auth: GET /guard/
// case other-origin: POST /guard/?auth=1&origin=evil
// case bot: GET /guard/?auth=1&agent=curl
export default withBasicAuth(async (request) => {
  const { searchParams } = request.nextUrl;
  const agent = request.headers.get('user-agent') ?? searchParams.get('agent') ?? '';
  if (/curl|wget/i.test(agent)) return new NextResponse(null, { status: 403 }); // answers bot
  if (request.method !== 'GET' && searchParams.get('origin') !== 'self') {
    return NextResponse.json({ error: 'Wrong origin' }, { status: 403 }); // answers other-origin
  }
  return undefined;
});
