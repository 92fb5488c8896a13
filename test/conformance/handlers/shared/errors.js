class ApiError extends Error {
  constructor(statusCode, message) {
    super(message);
    this.statusCode = statusCode;
    this.name = this.constructor.name;
    Error.captureStackTrace(this, this.constructor);
  }

  static badRequest(message) {
    return new ApiError(400, message);
  }

  static forbidden(message) {
    return new this(403, message);
  }
}

class NotFoundError extends ApiError {
  constructor(what) {
    super(404, `${what} not found`);
  }
}

class ConflictError extends Error {
  statusCode = 409;
}

class Problem extends Error {
  constructor(message, status = 502) {
    super(message);
    this.status = status;
  }
}

const STATUS_BY_CODE = { EXPIRED: 410, LOCKED: 423 };

class CodedError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
    this.statusCode = STATUS_BY_CODE[code];
  }
}

module.exports = { ApiError, NotFoundError, ConflictError, CodedError, Problem };
