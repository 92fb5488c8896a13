import { data, redirect } from 'react-router';

export function requireUser(request: Request): string {
  const user = new URL(request.url).searchParams.get('user');
  if (!user) throw redirect('/log-in'); // answers logged-out of app/routes/notes
  return user;
}

export function notFound(what: string) {
  return data({ error: `No such ${what}` }, { status: 404 });
}

export class DomainError extends Error {
  status = 409;
}
