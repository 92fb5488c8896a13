import { json, text } from '@sveltejs/kit';

// case unreturned: GET /odd
export const GET = async () => {
  json({ a: 1 }); // never answers unreturned
};

// case plain-object: POST /odd
export const POST = async () => {
  return { body: { error: 'no' }, status: 400 }; // answers plain-object
};

// case body-with-204: PUT /odd
export const PUT = async () => json({ done: true }, { status: 204 }); // answers body-with-204

// case empty-text: PATCH /odd
export const PATCH = async () => text('', { status: 204 }); // answers empty-text

// case out-of-range: DELETE /odd
export const DELETE = async () => json({ a: 1 }, { status: 600 }); // answers out-of-range
