import { json, type LoaderFunctionArgs } from '@remix-run/server-runtime';
import { requireUserId } from '../shared/session.server';

// case logged-out: GET /dashboard
// case seen: GET /dashboard?user=1
export async function loader({ request }: LoaderFunctionArgs) {
  const userId = await requireUserId(request);
  return json({ userId, projects: [] }, { headers: { 'Cache-Control': 'private' } }); // answers seen
}

export default function Dashboard() {
  return null;
}
