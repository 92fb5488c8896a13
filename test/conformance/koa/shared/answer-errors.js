const { Missing } = require('./errors');

/** Answers what is missing, and ranges without a status, and throws the others on. */
function answerErrors() {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (error instanceof Missing) {
        ctx.status = error.status === 404 ? 410 : 500;
        ctx.body = { error: error.message };
        return;
      }
      if (error.name === 'RangeError') {
        ctx.body = { error: 'Out of range' };
        return;
      }
      throw error;
    }
  };
}

/** Answers whatever comes. */
const answerAll = (ctx, next) =>
  next().catch((error) => {
    ctx.status = error.status || 503;
    ctx.body = { error: 'Try again' };
  });

module.exports = { answerErrors, answerAll };
