import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, NotFoundException } from '@nestjs/common';

export class NoSuchBook extends Error {}

@Catch()
export class AnswerErrors implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost) {
    const response = host.switchToHttp().getResponse();
    if (exception instanceof HttpException) {
      response.status(exception.getStatus()).send({ error: exception.message });
      return;
    }
    response.status(503).send({ error: 'Try again' });
  }
}

@Catch(NoSuchBook, NotFoundException)
export class AnswerMissing implements ExceptionFilter {
  catch(exception: NoSuchBook | NotFoundException, host: ArgumentsHost) {
    host.switchToHttp().getResponse().status(404).send({ error: exception.message });
  }
}

@Catch(NoSuchBook)
export class AnswerGone implements ExceptionFilter {
  catch(_exception: NoSuchBook, host: ArgumentsHost) {
    host.switchToHttp().getResponse().status(410).send({});
  }
}
