const createError = require('@fastify/error');

class AppError extends Error {
  constructor(message, statusCode = 500) {
    super(message);
    this.statusCode = statusCode;
  }
}

class Missing extends AppError {
  constructor(what) {
    super(`${what} is missing`, 404);
  }
}

const Taken = createError('TAKEN', 'It is taken', 409);

module.exports = { AppError, Missing, Taken };
