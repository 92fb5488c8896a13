import { type NextRequest, NextResponse } from 'next/server';
import { chain } from './shared/chain';

function checkPartner(request: NextRequest) {
  const partner = request.nextUrl.searchParams.get('partner');
  if (!partner) return NextResponse.json({ error: 'Which partner?' }, { status: 400 }); // answers no-partner
  if (partner === 'left') return NextResponse.json({ error: 'They left' }, { status: 402 }); // answers left
}

const checkVersion = async (request: NextRequest) => {
  const version = Number(request.nextUrl.searchParams.get('v') ?? 2);
  switch (version) {
    case 1:
      return NextResponse.json({ error: 'Version 1 ended' }, { status: 410 }); // answers old-version
    case 2:
      return undefined;
    default:
      return new NextResponse('No such version', { status: 404 }); // answers no-such-version
  }
};

// case no-partner: GET /partners/feed
// case left: GET /partners/feed?partner=left
// case old-version: GET /partners/feed?partner=a&v=1
// case no-such-version: GET /partners/feed?partner=a&v=7
export const middleware = chain(checkPartner, checkVersion);
