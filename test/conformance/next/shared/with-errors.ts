import { NextResponse } from 'next/server';
import { ApiError } from './errors';

type Handler = (request: Request) => Promise<Response>;

/** Answers what a handler throws on purpose; what else fails is for Next.js to answer. */
export function withErrors(handler: Handler) {
  return async (request: Request) => {
    try {
      return await handler(request);
    } catch (error) {
      if (error instanceof ApiError) return NextResponse.json({ error: error.message }, { status: error.status });
      throw error;
    }
  };
}

export const durations: number[] = [];

/** Takes the time of a handler and lets pass what it throws. */
export const timed = (handler: Handler) => async (request: Request) => {
  const started = performance.now();
  try {
    return await handler(request);
  } finally {
    durations.push(performance.now() - started);
  }
};
