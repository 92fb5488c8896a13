import { NextResponse } from 'next/server';
import { ApiError, Forbidden, handleApiError } from '../../shared/errors';

// case thrown: GET /failing
export async function GET() {
  throw new Error('broken'); // answers thrown
}

// case own-status: POST /failing
export async function POST() {
  throw new ApiError(404, 'No such thing'); // answers own-status
}

// case handled: PUT /failing
export async function PUT() {
  try {
    throw new Forbidden();
  } catch (error) {
    return handleApiError(error); // answers handled
  }
}

// case caught: PATCH /failing
export async function PATCH(request: Request) {
  try {
    return NextResponse.json(await request.json());
  } catch (error) {
    console.error(error);
    return NextResponse.json({ error: 'Internal server error' }, { status: 500 }); // answers caught
  }
}

// case thrown-response: DELETE /failing
export async function DELETE() {
  throw new Response('no', { status: 418 }); // answers thrown-response
}
