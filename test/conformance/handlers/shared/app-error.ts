export enum HttpCode {
  OK = 200,
  BAD_REQUEST = 400,
  FORBIDDEN = 403,
}

interface AppErrorOptions {
  readonly httpCode: HttpCode;
  readonly description: string;
}

export class AppError extends Error {
  public readonly httpCode: HttpCode;

  constructor({ httpCode, description }: AppErrorOptions) {
    super(description);
    this.httpCode = httpCode;
  }
}
