import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export class HttpError extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}

export const ok = (data: unknown) => reply(200, data);
export const created = (data: unknown, location: string) => reply(201, data, { location });
export const noContent = () => ({ statusCode: 204 });
export const badRequest = (message = 'Bad request') => reply(400, { message });
export const notFound = (message = 'Not found') => reply(404, { message });

function reply(
  statusCode: number,
  data: unknown,
  headers: Record<string, string> = {},
): APIGatewayProxyStructuredResultV2 {
  return { statusCode, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(data) };
}

type Handler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** Answers what a handler throws on purpose, and everything else with 500. */
export const withErrors =
  (handler: Handler): Handler =>
  async (event) => {
    try {
      return await handler(event);
    } catch (error) {
      if (error instanceof HttpError) return reply(error.statusCode, { message: error.message });
      console.error(error);
      return reply(500, { message: 'Internal error' });
    }
  };
