import type { APIContext, APIRoute } from 'astro';
import { json } from '../../shared/reply';

const HEADERS = { 'Content-Type': 'application/json' };

// case logged-out: GET /api/session
// case logged-in: GET /api/session?token=1
export async function GET({ url, cookies }: APIContext): Promise<Response> {
  const token = cookies.get('token')?.value ?? url.searchParams.get('token');
  if (!token) return new Response(JSON.stringify({ error: 'Log in' }), { status: 401, headers: HEADERS }); // answers logged-out
  return new Response(JSON.stringify({ token }), { headers: HEADERS }); // answers logged-in
}

// case limited: POST /api/session {"name":"x"}
// case invalid: POST /api/session {}
export const POST: APIRoute = async ({ request }) => {
  const { name } = await request.json();
  if (typeof name !== 'string') return json({ error: 'name is missing' }, 422); // answers invalid
  return Response.json({ error: 'Slow down' }, { status: 429, headers: { 'Retry-After': '30' } }); // answers limited
};

// case unavailable: DELETE /api/session
export const DELETE: APIRoute = async () => {
  try {
    throw new Error('down');
  } catch (error) {
    console.error(error);
    return json({ error: 'Try again' }, 503); // answers unavailable
  }
};

// case moved: PUT /api/session
export const PUT: APIRoute = ({ redirect }) => redirect('/api/all', 308); // answers moved
