import { NextResponse } from 'next/server';

const STATUS = { ok: 200, partial: 206 } as const;

async function answer(request: Request) {
  const kind = new URL(request.url).searchParams.get('kind');
  switch (kind) {
    case 'partial':
      return new Response('part', { status: STATUS.partial }); // answers partial
    case 'stream':
      return new NextResponse(new ReadableStream({ start: (c) => c.close() }), { status: 203 }); // answers stream
    default:
      return new NextResponse('ok'); // answers plain, plain-post
  }
}

// case plain: GET /mixed
// case partial: GET /mixed?kind=partial
// case stream: GET /mixed?kind=stream
// case plain-post: POST /mixed
export { answer as GET, answer as POST };
