import type { LoaderFunction } from 'react-router';
import { DomainError } from '../shared/auth.server';

// case plain-object: GET /api/plain
export const loader: LoaderFunction = async () => {
  return { ok: true }; // answers plain-object
};

// case thrown-own: POST /api/plain {}
// case undefined: PUT /api/plain {}
export const action = async ({ request }: { request: Request }) => {
  if (request.method === 'PUT') return undefined; // answers undefined
  throw new DomainError('taken'); // answers thrown-own
};
