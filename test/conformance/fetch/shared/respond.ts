interface Options {
  status?: number;
  headers?: Record<string, string>;
}

export function json(data: unknown, { status = 200, headers = {} }: Options = {}): Response {
  return new Response(JSON.stringify(data), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

export const badRequest = (message: string): Response => json({ error: message }, { status: 400 });

export const responses = {
  notFound: (what: string): Response => Response.json({ error: `${what} not found` }, { status: 404 }),
  conflict(message: string): Response {
    return json({ error: message }, { status: 409 });
  },
};

export class HttpFailure extends Error {
  readonly status: number;
  constructor(status: number) {
    super('failed');
    this.status = status;
  }
}
