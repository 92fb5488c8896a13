import { NextResponse } from 'next/server';

const badRequestResponse = (message: string) => Response.json({ code: 'bad_request', message }, { status: 400 });
const notAuthenticatedResponse = () => Response.json({ code: 'not_authenticated' }, { status: 401 });
const successResponse = (data: object) => Response.json({ data }, { status: 200 });
const tooManyRequestsResponse = () =>
  Response.json({ code: 'too_many' }, { status: 429, headers: { 'Retry-After': '60' } });

export const responses = { badRequestResponse, notAuthenticatedResponse, successResponse, tooManyRequestsResponse };

export function jsonError(message: string, status = 422) {
  return NextResponse.json({ error: message }, { status });
}
