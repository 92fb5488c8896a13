import type { NextApiResponse } from 'next';

export class HttpError extends Error {
  statusCode: number;
  constructor(opts: { statusCode: number; message?: string }) {
    super(opts.message ?? `HTTP error ${opts.statusCode}`);
    this.statusCode = opts.statusCode;
  }
}

export function sendError(res: NextApiResponse, status: number, message: string) {
  return res.status(status).json({ error: message });
}

export const methodNotAllowed = (res: NextApiResponse, allowed: string[]) => {
  res.setHeader('Allow', allowed);
  res.status(405).end();
};
