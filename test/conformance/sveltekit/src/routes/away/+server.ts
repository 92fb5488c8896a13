import { redirect } from '@sveltejs/kit';

// case temporary: GET /away
export function GET() {
  redirect(307, '/notes'); // answers temporary
}

// case see-other: POST /away
export async function POST() {
  throw redirect(303, '/notes'); // answers see-other
}

// case web: PUT /away
export async function PUT({ url }) {
  return Response.redirect(new URL('/notes', url), 308); // answers web
}

// case by-hand: PATCH /away
export async function PATCH() {
  return new Response(null, { status: 302, headers: { location: '/notes' } }); // answers by-hand
}
