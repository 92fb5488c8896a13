import { type NextRequest, NextResponse } from 'next/server';
import { jsonError, responses } from '../../shared/responses';

// case success: GET /upload?name=a
// case nameless: GET /upload
export const GET = async (request: NextRequest) => {
  const name = request.nextUrl.searchParams.get('name');
  if (!name) return responses.badRequestResponse('name must be provided'); // answers nameless
  return responses.successResponse({ name }); // answers success
};

// case unknown-user: POST /upload
// case too-often: POST /upload?user=1
export const POST = async (request: NextRequest) => {
  if (!request.nextUrl.searchParams.has('user')) return responses.notAuthenticatedResponse(); // answers unknown-user
  return responses.tooManyRequestsResponse(); // answers too-often
};

// case default-status: PUT /upload
export const PUT = async () => jsonError('No file'); // answers default-status

// case given-status: PATCH /upload
export const PATCH = async () => jsonError('Too large', 413); // answers given-status

const failure = { status: 502 };
// case shared-init: DELETE /upload
export async function DELETE() {
  const response = NextResponse.json({ error: 'S3 is away' }, failure); // answers shared-init
  response.cookies.set('seen', '1');
  return response;
}
