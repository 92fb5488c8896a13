import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/server-runtime';
import { badRequest, notFound, requireAdmin } from '../shared/session.server';

const users = new Map([['1', { id: '1', name: 'Ann', locked: false }]]);

// case not-admin: GET /admin?user=1
// case counted: GET /admin?user=admin
export const loader = async ({ request }: LoaderFunctionArgs) => {
  await requireAdmin(request);
  return { count: users.size }; // answers counted
};

// case no-id: POST /admin?user=admin intent=lock
// case no-such-user: POST /admin?user=admin intent=lock&id=9
// case locked: POST /admin?user=admin intent=lock&id=1
// case deleted: POST /admin?user=admin intent=delete&id=1
// case other-intent: POST /admin?user=admin intent=dance&id=1
export const action = async ({ request }: ActionFunctionArgs) => {
  await requireAdmin(request);
  const form = await request.formData();
  const id = form.get('id');
  if (typeof id !== 'string' || id === '') {
    return badRequest({ error: 'id is missing' }); // answers no-id
  }
  const user = users.get(id);
  if (!user) throw notFound('user'); // answers no-such-user
  switch (form.get('intent')) {
    case 'lock':
      user.locked = true;
      return json({ user }); // answers locked
    case 'delete':
      return redirect('/admin', { headers: { 'Set-Cookie': 'flash=deleted' } }); // answers deleted
    default:
      return json({ error: 'No such intent' }, { status: 422 }); // answers other-intent
  }
};

export default function Admin() {
  return null;
}
