const { ApiError } = require('./errors');

/** Answers what the handler throws, but for what is not the project's own. */
const answering = (handler) => async (req, res, next) => {
  try {
    await handler(req, res, next);
  } catch (error) {
    if (!(error instanceof ApiError)) return next(error);
    res.status(error.statusCode === 404 ? 410 : error.statusCode).json({ error: error.message });
  }
};

/** The same with a promise's own method. */
const catching = (handler) => (req, res, next) =>
  Promise.resolve(handler(req, res, next)).catch((error) => res.status(error.statusCode ?? 502).end());

module.exports = { answering, catching };
