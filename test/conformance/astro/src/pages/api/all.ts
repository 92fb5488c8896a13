import type { APIRoute } from 'astro';
import { json, unauthorized } from '../../shared/reply';

export const prerender = false;

// case listed: GET /api/all
export const GET: APIRoute = async () => {
  return json({ notes: [] }); // answers listed
};

// case made: POST /api/all {"text":"call home"}
// case empty: POST /api/all {}
// case malformed: POST /api/all {
export const POST: APIRoute = async ({ request }) => {
  try {
    const { text } = await request.json();
    if (!text) {
      return new Response(JSON.stringify({ message: 'text is missing' }), { status: 400 }); // answers empty
    }
    return json({ id: '2' }, 201); // answers made
  } catch {
    return new Response(JSON.stringify({ message: 'It failed' }), { status: 500 }); // answers malformed
  }
};

// case removed: DELETE /api/all
export const DELETE: APIRoute = () => new Response(null, { status: 204 }); // answers removed

// case guarded: PUT /api/all
export const PUT: APIRoute = async ({ url }) => {
  if (!url.searchParams.has('token')) return unauthorized(); // answers guarded
  return json({});
};

// case any: PATCH /api/all
export const ALL: APIRoute = ({ request }) => {
  return new Response(`No ${request.method}`, { status: 405, headers: { Allow: 'GET, POST' } }); // answers any
};
