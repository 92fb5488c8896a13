import type { APIContext } from 'astro';

const notes = new Map([['1', 'buy milk']]);

// case found: GET /api/notes/1
// case missing: GET /api/notes/9
export async function GET({ params }: APIContext) {
  const text = notes.get(params.id ?? '');
  if (!text) return new Response(null, { status: 404, statusText: 'Not found' }); // answers missing
  return Response.json({ text }); // answers found
}

// case away: POST /api/notes/1
export function POST(context: APIContext) {
  return context.redirect('/api/all'); // answers away
}

// case see-other: PUT /api/notes/1
export function PUT({ redirect }: APIContext) {
  return redirect('/api/all', 303); // answers see-other
}

// case web: PATCH /api/notes/1
export function PATCH({ url }: APIContext) {
  return Response.redirect(new URL('/api/all', url), 307); // answers web
}

// case conflict: DELETE /api/notes/1
export async function DELETE() {
  const taken = await Promise.resolve(true);
  return new Response('taken', { status: taken ? 409 : 204 }); // answers conflict
}
