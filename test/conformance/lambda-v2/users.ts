import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { badRequest, created, HttpError, noContent, notFound, ok, withErrors } from './shared/http';

const users = new Map([['1', { id: '1', email: 'ann@example.com' }]]);

// case shown: GET /show/1
// case missing: GET /show/9
// case no-id: GET /show
export async function show(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const { id } = event.pathParameters ?? {};
  if (!id) return badRequest('id is missing'); // answers no-id
  const user = users.get(id);
  return user
    ? ok(user) // answers shown
    : notFound('No such user'); // answers missing
}

// case made: POST /create {"email":"bob@example.com"}
// case taken: POST /create {"email":"ann@example.com"}
// case malformed: POST /create {
// case without-email: POST /create {}
export async function create(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  let input: { email?: string };
  try {
    input = JSON.parse(event.body ?? '');
  } catch {
    return badRequest('That is no JSON'); // answers malformed
  }
  if (!input.email) return { statusCode: 422, body: JSON.stringify({ message: 'email is missing' }) }; // answers without-email
  for (const { email } of users.values()) {
    if (email === input.email) return { statusCode: 409, body: JSON.stringify({ message: 'There is one' }) }; // answers taken
  }
  return created({ id: '2' }, '/users/2'); // answers made
}

// case removed: DELETE /remove/1
export const remove = async (event: APIGatewayProxyEventV2) => {
  users.delete(event.pathParameters?.id ?? '');
  return noContent(); // answers removed
};

// case forbidden: GET /guarded
// case teapot: GET /guarded?kind=tea
// case broken: GET /guarded?kind=broken
// case let-in: GET /guarded?kind=in
export const guarded = withErrors(async (event) => {
  const { kind } = event.queryStringParameters ?? {};
  if (!kind) throw new HttpError(403, 'Not yours'); // answers forbidden
  if (kind === 'tea') throw new HttpError(418, 'tea'); // answers teapot
  if (kind === 'broken') throw new Error('broken'); // answers broken
  return ok({ kind }); // answers let-in
});
