export const respond = (statusCode: number, body: unknown) => ({
  statusCode,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

export function formatJSONResponse(response: Record<string, unknown>) {
  return { statusCode: 200, body: JSON.stringify(response) };
}

export class Replies {
  static readonly CODES = { missing: 404, taken: 409 } as const;

  static missing(message = 'Not found') {
    return respond(Replies.CODES.missing, { message });
  }

  static taken = (message: string) => respond(Replies.CODES.taken, { message });

  static of(error: Error) {
    return error.name === 'MissingError' ? Replies.missing() : respond(500, { message: 'failed' });
  }
}

export const withCors = <T extends { headers?: Record<string, string> }>(response: T): T => ({
  ...response,
  headers: { ...response.headers, 'Access-Control-Allow-Origin': '*' },
});
