import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, HttpStatus } from '@nestjs/common';

export class OutOfStock extends Error {}
export class Sold extends OutOfStock {}

/** Takes errors of one class, and those derived from it. */
@Catch(OutOfStock)
export class AnswerOutOfStock implements ExceptionFilter {
  catch(_exception: OutOfStock, host: ArgumentsHost) {
    host.switchToHttp().getResponse().status(409).send({ error: 'Sold out' });
  }
}

/** Takes everything. */
@Catch()
export class AnswerAll implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost) {
    const response = host.switchToHttp().getResponse();
    const status = exception instanceof HttpException ? exception.getStatus() : HttpStatus.BAD_GATEWAY;
    response.status(status === 404 ? 410 : status).send({ error: 'no' });
  }
}
