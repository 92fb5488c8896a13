import { NextResponse } from 'next/server';

export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export class Forbidden extends ApiError {
  constructor(message = 'Not yours') {
    super(403, message);
  }
}

export function handleApiError(error: unknown) {
  if (error instanceof ApiError) return NextResponse.json({ error: error.message }, { status: error.status });
  return NextResponse.json({ error: 'Something went wrong' }, { status: 500 });
}
