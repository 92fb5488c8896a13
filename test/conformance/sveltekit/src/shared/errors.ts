import { error, json } from '@sveltejs/kit';

export class StatusError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export function requireUser(user: string | null): string {
  if (!user) throw error(401, 'Log in'); // answers helper of src/routes/failing/+server
  return user;
}

export function unprocessable(message: string) {
  return json({ message }, { status: 422 });
}

export const notAllowed = () => error(403, 'Not yours');
