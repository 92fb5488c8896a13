import { json, type LoaderFunctionArgs } from '@remix-run/server-runtime';

// case found: GET /api/notes/1
// case missing: GET /api/notes/9
// case secret: GET /api/notes/secret
export async function loader({ params }: LoaderFunctionArgs) {
  if (params.id === 'secret') throw json({ error: 'Not yours' }, { status: 403 }); // answers secret
  if (params.id !== '1') throw new Response('No such note', { status: 404 }); // answers missing
  return json({ id: params.id }); // answers found
}

// case plain-object: POST /api/notes/1 {}
// case undefined: PUT /api/notes/1 {}
export async function action({ request }: { request: Request }) {
  // answers undefined
  if (request.method === 'POST') return { ok: true }; // answers plain-object
}
