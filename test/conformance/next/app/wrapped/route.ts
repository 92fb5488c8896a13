import { NextResponse } from 'next/server';
import { ApiError, Forbidden } from '../../shared/errors';
import { timed, withErrors } from '../../shared/with-errors';

// case taken: POST /wrapped {"name":"a"}
// case nameless: POST /wrapped {}
// case forbidden: POST /wrapped {"name":"root"}
// case broken: POST /wrapped {"name":"x"}
export const POST = withErrors(async (request) => {
  const { name } = await request.json();
  if (!name) return NextResponse.json({ error: 'name is missing' }, { status: 422 }); // answers nameless
  if (name === 'root') throw new Forbidden(); // answers forbidden
  if (name === 'a') throw new ApiError(409, 'There is one'); // answers taken
  throw new Error('broken'); // answers broken
});

// case let-pass: DELETE /wrapped
export const DELETE = timed(async () => {
  throw new ApiError(404, 'No such thing'); // answers let-pass
});

async function replace(request: Request): Promise<Response> {
  if (!request.headers.has('if-match')) throw new ApiError(428, 'Which version?'); // answers by-name
  return new NextResponse(null, { status: 204 });
}

// case by-name: PUT /wrapped
export const PUT = timed(withErrors(replace));
