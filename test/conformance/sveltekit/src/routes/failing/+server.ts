import { error, isHttpError, json } from '@sveltejs/kit';
import { notAllowed, requireUser, StatusError } from '../../shared/errors';

// case thrown: GET /failing
export const GET = async () => {
  throw new Error('broken'); // answers thrown
};

// case own-status: POST /failing
export const POST = async () => {
  throw new StatusError(404, 'No such thing'); // answers own-status
};

// case helper: PUT /failing
export const PUT = async ({ url }) => {
  const user = requireUser(url.searchParams.get('user'));
  return json({ user });
};

// case swallowed: PATCH /failing
export const PATCH = async () => {
  try {
    error(404, 'No such thing');
  } catch (e) {
    console.error(e);
    return json({ message: 'It failed' }, { status: 503 }); // answers swallowed
  }
};

// case helper-throws: DELETE /failing
export const DELETE = async () => {
  notAllowed(); // answers helper-throws
};

// case rethrown: OPTIONS /failing
export const OPTIONS = async () => {
  try {
    throw error(429, 'Slow down'); // answers rethrown
  } catch (e) {
    if (isHttpError(e)) throw e;
    return json({}, { status: 500 });
  }
};
