import { data } from 'react-router';

// case unavailable: GET /failing
export async function loader() {
  try {
    throw new Error('down');
  } catch {
    throw new Response('Try again', { status: 503, headers: { 'Retry-After': '60' } }); // answers unavailable
  }
}

// case either: POST /failing a=1
// case caught: PUT /failing {}
export async function action({ request }: { request: Request }) {
  if (request.method === 'PUT') {
    try {
      throw data('no', { status: 404 });
    } catch {
      return data('It failed', { status: 500 }); // answers caught
    }
  }
  return data({}, { status: request.headers.has('x-a') ? 200 : 409 }); // answers either
}

export default function Failing() {
  return null;
}
