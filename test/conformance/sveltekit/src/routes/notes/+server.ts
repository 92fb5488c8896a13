import { error, json } from '@sveltejs/kit';
import { unprocessable } from '../../shared/errors';
import type { RequestHandler } from './$types';

const notes = [{ id: '1', text: 'buy milk' }];

// case listed: GET /notes
export const GET: RequestHandler = async () => {
  return json(notes); // answers listed
};

// case made: POST /notes {"text":"call home"}
// case empty: POST /notes {}
// case taken: POST /notes {"text":"buy milk"}
// case malformed: POST /notes {
export const POST: RequestHandler = async ({ request, url }) => {
  let body: { text?: string };
  try {
    body = await request.json();
  } catch {
    error(400, 'That is no JSON'); // answers malformed
  }
  if (!body.text) return unprocessable('text is missing'); // answers empty
  if (notes.some(({ text }) => text === body.text)) {
    error(409, { message: 'There is one' }); // answers taken
  }
  return json({ id: '2' }, { status: 201, headers: { location: `${url.pathname}/2` } }); // answers made
};

// case removed: DELETE /notes
export const DELETE: RequestHandler = () => new Response(null, { status: 204 }); // answers removed

// case head: HEAD /notes
export async function HEAD() {
  return new Response(null, { status: 205 }); // answers head
}
