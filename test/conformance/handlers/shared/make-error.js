const createHttpError = (status = 500, message = 'Error') => Object.assign(new Error(message), { status });

class RequestError extends Error {
  constructor({ status = 400, message = 'Bad request' } = {}) {
    super(message);
    this.status = status;
  }
}

class HttpError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

class ForbiddenError extends HttpError {
  constructor(message) {
    super(message, 403);
  }
}

ForbiddenError.Owner = class OwnerError extends ForbiddenError {};

module.exports = { createHttpError, RequestError, ForbiddenError };
