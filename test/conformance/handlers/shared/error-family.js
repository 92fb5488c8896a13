class CustomError extends Error {
  constructor(message) {
    super(message);
    Object.setPrototypeOf(this, new.target.prototype);
  }
}

class RequestValidationError extends CustomError {
  statusCode = 422;

  constructor(errors) {
    super('Invalid request parameters');
    this.errors = errors;
  }

  serializeErrors() {
    return this.errors.map((err) => ({ message: err.msg }));
  }
}

class NotFound extends CustomError {
  statusCode = 404;

  serializeErrors() {
    return [{ message: 'Not Found' }];
  }
}

class CodedError extends Error {
  constructor({ code, message }) {
    super(message);
    this.code = code;
  }
}

class AppError extends Error {
  #status;

  constructor(message, status = 500) {
    super(message);
    this.#status = status;
    this.data = null;
  }

  static conflict(message) {
    return new AppError(message, 409);
  }

  static from(cause) {
    return new AppError(cause.message, 400);
  }

  getStatus() {
    return this.#status;
  }

  toJSON() {
    return { message: this.message };
  }
}

class ErrorHandler extends Error {
  constructor(message, statusCode) {
    super(message);
    this.statusCode = statusCode;
    Error.captureStackTrace(this, this.constructor);
  }
}

module.exports = { CustomError, RequestValidationError, NotFound, CodedError, AppError, ErrorHandler };
