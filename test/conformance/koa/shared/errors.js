const createError = require('http-errors');

class Missing extends Error {
  constructor(what) {
    super(`${what} is missing`);
    this.status = 404;
  }
}

function Taken(message = 'It is taken') {
  return createError(409, message, { id: 'taken' });
}

function fail(ctx, status, message) {
  ctx.status = status;
  ctx.body = { error: message };
}

module.exports = { Missing, Taken, fail };
