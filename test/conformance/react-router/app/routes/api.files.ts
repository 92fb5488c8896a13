import { redirect } from 'react-router';

// case json: GET /api/files
export function loader() {
  return Response.json({ files: [] }); // answers json
}

// case posted: POST /api/files {}
// case put: PUT /api/files {}
// case removed: DELETE /api/files
// case patched: PATCH /api/files {}
export async function action({ request }: { request: Request }) {
  switch (request.method) {
    case 'POST':
      return Response.json({ ok: true }, { status: 202 }); // answers posted
    case 'PUT':
      return redirect('/api/files', { status: 303 }); // answers put
    case 'PATCH':
      return Response.redirect(new URL('/api/files', request.url), 307); // answers patched
    case 'DELETE':
      return new Response(null, { status: 204 }); // answers removed
    default:
      return new Response('No', { status: 405, headers: { Allow: 'POST, PUT, PATCH, DELETE' } });
  }
}
