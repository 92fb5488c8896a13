import type { APIRoute } from 'astro';
import { Conflict, Missing } from '../../shared/errors';

// case caught-around: POST /api/failing
export const POST: APIRoute = async () => {
  throw new Conflict('There is one'); // answers caught-around
};

// case own-status: GET /api/failing
export const GET: APIRoute = async ({ url }) => {
  if (!url.searchParams.has('id')) throw new Missing(); // answers own-status
  return Response.json({ id: 1 });
};

// case malformed: PUT /api/failing {
export const PUT: APIRoute = async ({ request }) => {
  try {
    return Response.json(await request.json());
  } catch {
    return Response.json({ error: 'No JSON' }, { status: 400 }); // answers malformed
  }
};
