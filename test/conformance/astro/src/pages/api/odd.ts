import type { APIRoute } from 'astro';

// case unreturned: GET /api/odd
export const GET = (async () => {
  new Response('made'); // never answers unreturned
}) as unknown as APIRoute;

// case body-with-204: POST /api/odd
export const POST: APIRoute = () => new Response('', { status: 204 }); // answers body-with-204

// case thrown: PUT /api/odd
export const PUT: APIRoute = () => {
  throw new Error('broken'); // answers thrown
};

// case out-of-range: PATCH /api/odd
export const PATCH: APIRoute = () => new Response('x', { status: 999 }); // answers out-of-range

// case teapot: DELETE /api/odd
export const DELETE: APIRoute = async () => {
  const response = new Response('tea', { status: 418 }); // answers teapot
  response.headers.set('X-A', 'b');
  return response;
};
