import { type CancellationToken, ResponseError } from 'vscode-jsonrpc';
import type { Log } from './log.ts';
import { errorCodes } from './messages.ts';
import type { Runtime } from './runtime.ts';

/** The parameters of every request about one document. */
export interface DocumentRequest {
  readonly textDocument: { readonly uri: string };
}

/** One request, as the guard runs it. */
export interface GuardedRequest<P extends DocumentRequest, R, E> {
  /** The LSP's name of the request, for the log. */
  readonly name: string;
  /** The answer if the task fails. */
  readonly fallback: R;
  /** The error that tells the client that the document changed meanwhile. */
  readonly stale: () => ResponseError<E>;
  readonly answer: (params: P) => R | Promise<R>;
}

/** What the guard needs to know of its surroundings. */
export interface GuardContext {
  readonly runtime: Runtime;
  readonly log: Log;
  /** The present version of a document, or undefined if it is not open. */
  readonly findVersion: (uri: string) => number | undefined;
}

/** Answers a request, or refuses it with one of the LSP's errors. */
export type Handler<P, R, E> = (params: P, token: CancellationToken) => Promise<R | ResponseError<E>>;

/**
 * Makes the handler of a request. It never rejects: a cancelled request and one whose document changed under it are
 * answered with the LSP's errors for that, and a failing one is logged and answered with its fallback.
 */
export function guard<P extends DocumentRequest, R, E>(
  context: GuardContext,
  request: GuardedRequest<P, R, E>,
): Handler<P, R, E> {
  return async (params, token) => {
    const { uri } = params.textDocument;
    const version = context.findVersion(uri);
    const refuse = () => {
      if (token.isCancellationRequested) return new ResponseError<E>(errorCodes.requestCancelled, 'Cancelled');
      return context.findVersion(uri) === version ? undefined : request.stale();
    };
    try {
      await context.runtime.readWaitingMessages();
      const early = refuse();
      if (early !== undefined) return early;
      const answer = await request.answer(params);
      return refuse() ?? answer;
    } catch (error) {
      context.log.error(`${request.name} failed for ${uri}: ${describeError(error)}`);
      return request.fallback;
    }
  };
}

/** The stack of an error, or whatever else was thrown as text. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
