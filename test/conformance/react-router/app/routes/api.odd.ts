// case undefined: GET /api/odd
export async function loader() {
  // answers undefined
  console.info('nothing to say');
}

// case body-with-204: POST /api/odd {}
// case thrown: PUT /api/odd {}
// case out-of-range: DELETE /api/odd
export async function action({ request }: { request: Request }) {
  if (request.method === 'PUT') throw new Error('broken'); // answers thrown
  if (request.method === 'DELETE') return new Response('x', { status: 1000 }); // answers out-of-range
  return Response.json({ done: true }, { status: 204 }); // answers body-with-204
}
