import { HttpException, HttpStatus, UnprocessableEntityException } from '@nestjs/common';

export class TakenException extends HttpException {
  constructor(what: string) {
    super(`${what} is taken`, HttpStatus.CONFLICT);
  }
}

export class WeakException extends UnprocessableEntityException {
  constructor() {
    super('Too weak');
  }
}

export class LimitException extends HttpException {
  constructor(status: number = HttpStatus.TOO_MANY_REQUESTS) {
    super('Slow down', status);
  }
}

export const fail = (status: number): never => {
  throw new HttpException('failed', status);
};

/** No exception of NestJS, though it carries a status. */
export class CodedError extends Error {
  constructor(
    message: string,
    readonly statusCode: number,
  ) {
    super(message);
  }
}

export class StatusError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}
