import { HttpFailure, json } from './respond';

class Forbidden extends Error {}

/** What an error is told as; the others are ours. */
function statusOf(error: unknown): number {
  if (error instanceof HttpFailure) return error.status;
  if (error instanceof Forbidden) return 403;
  return 503;
}

type Handler = (request: Request) => Promise<Response>;

export { Forbidden };

export const withErrors =
  (handler: Handler): Handler =>
  async (request) => {
    try {
      return await handler(request);
    } catch (error) {
      return json({ error: String(error) }, { status: statusOf(error) });
    }
  };

/** Gives the promise back as it is: nothing is ever caught. */
export const withoutAwait =
  (handler: Handler): Handler =>
  async (request) => {
    try {
      return handler(request);
    } catch {
      return json({}, { status: 418 });
    }
  };
