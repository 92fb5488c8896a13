import { error, json, text } from '@sveltejs/kit';

const notes = new Map([['1', 'buy milk']]);

// case found: GET /notes/1
// case missing: GET /notes/9
export async function GET({ params }) {
  const note = notes.get(params.id);
  if (!note) throw error(404, 'No such note'); // answers missing
  return text(note); // answers found
}

// case accepted: PUT /notes/1
export const PUT = async () => text('later', { status: 202 }); // answers accepted

// case gone: PATCH /notes/1
export const PATCH = async () => {
  return json({ message: 'gone' }, { status: 410 }); // answers gone
};

// case any-method: DELETE /notes/1
export const fallback = async ({ request }) => {
  return new Response(`No ${request.method}`, { status: 405, headers: { allow: 'GET, PUT, PATCH' } }); // answers any-method
};
