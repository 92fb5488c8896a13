import type { ErrorRequestHandler } from 'express';

/** Errors of the body parser carry a 4xx status and a message that was written for the client. */
function findClientStatus(error: { status?: unknown; expose?: unknown }): number | undefined {
  return error.expose === true && typeof error.status === 'number' ? error.status : undefined;
}

export const answerError: ErrorRequestHandler = (err, req, res, next) => {
  if (res.headersSent) return next(err);
  const status = findClientStatus(err);
  if (status !== undefined) return res.status(status).json({ error: err.message });
  console.error(`${req.method} ${req.path} failed:`, err);
  // Right: the details go to the log, the client only learns that it was not at fault.
  res.status(500).json({ error: 'Something went wrong on our side' });
};

export const answerErrorWithStack: ErrorRequestHandler = (err, _req, res, next) => {
  if (res.headersSent) return next(err);
  // Mistake: the message and the stack of an unknown error show strangers how the inside is built.
  // (rule: no-internal-error-leak)
  res.status(500).json({ error: err.message, stack: err.stack });
};
