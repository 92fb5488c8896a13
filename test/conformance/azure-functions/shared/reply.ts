import type { HttpResponseInit } from '@azure/functions';

export function reply(status: number, body: object): HttpResponseInit {
  return { status, jsonBody: body };
}

export const problem = (title: string, status = 400): HttpResponseInit => ({
  status,
  jsonBody: { title, status },
  headers: { 'content-type': 'application/problem+json' },
});
