import { json, redirect } from '@remix-run/server-runtime';

export async function requireUserId(request: Request, redirectTo: string = new URL(request.url).pathname) {
  const userId = new URL(request.url).searchParams.get('user');
  if (!userId) {
    const params = new URLSearchParams([['redirectTo', redirectTo]]);
    throw redirect(`/login?${params}`); // answers logged-out of app/routes/dashboard
  }
  return userId;
}

export async function requireAdmin(request: Request) {
  const userId = await requireUserId(request);
  if (userId !== 'admin') throw json({ message: 'Admins only' }, { status: 403 }); // answers not-admin of app/routes/admin
  return userId;
}

export function badRequest<T>(data: T) {
  return json<T>(data, { status: 400 });
}

export const notFound = (what: string) => new Response(`No such ${what}`, { status: 404, statusText: 'Not Found' });
