import { HTTPException } from 'hono/http-exception';

export class Taken extends HTTPException {
  constructor(what: string) {
    super(409, { message: `${what} is taken` });
  }
}

export class AppError extends Error {
  status: number;
  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}
