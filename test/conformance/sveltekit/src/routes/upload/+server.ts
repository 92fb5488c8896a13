import { error, json } from '@sveltejs/kit';

const LIMIT = 10;

// case small: POST /upload {"a":1}
// case large: POST /upload {"text":"long enough"}
// case empty: POST /upload
export async function POST({ request }) {
  const text = await request.text();
  switch (true) {
    case text.length === 0:
      return json({ error: 'Nothing there' }, { status: 411 }); // answers empty
    case text.length > LIMIT:
      throw error(413, `At most ${LIMIT} bytes`); // answers large
    default:
      return json({ size: text.length }, { status: 200 }); // answers small
  }
}

// case streamed: GET /upload
export async function GET() {
  const stream = new ReadableStream({ start: (controller) => controller.close() });
  return new Response(stream, { headers: { 'content-type': 'text/event-stream' } }); // answers streamed
}

// case either: PUT /upload
export async function PUT({ url }) {
  const ok = url.searchParams.has('ok');
  return json({ ok }, { status: ok ? 200 : 424 }); // answers either
}

// case web-json: PATCH /upload
export const PATCH = () => Response.json({ error: 'no' }, { status: 409 }); // answers web-json
