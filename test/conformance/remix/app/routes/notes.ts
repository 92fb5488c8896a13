import { type ActionFunctionArgs, defer, json, type LoaderFunction, redirect } from '@remix-run/server-runtime';

// case listed: GET /notes
// case deferred: GET /notes?slow=1
export const loader: LoaderFunction = async ({ request }) => {
  if (new URL(request.url).searchParams.has('slow')) return defer({ notes: Promise.resolve([]) }); // answers deferred
  return json({ notes: [] }); // answers listed
};

// case made: POST /notes {"text":"call home"}
// case empty: POST /notes {}
// case removed: DELETE /notes
export async function action({ request }: ActionFunctionArgs) {
  if (request.method === 'DELETE') throw redirect('/notes', 303); // answers removed
  const { text } = await request.json();
  if (!text) return json({ error: 'text is missing' }, { status: 422 }); // answers empty
  return json({ id: '2' }, 201); // answers made
}

export default function Notes() {
  return null;
}
