import {
  BadGatewayException,
  BadRequestException,
  ConflictException,
  Controller,
  ForbiddenException,
  Get,
  GoneException,
  HttpException,
  HttpStatus,
  ImATeapotException,
  Inject,
  Injectable,
  InternalServerErrorException,
  MethodNotAllowedException,
  NotAcceptableException,
  NotFoundException,
  NotImplementedException,
  PayloadTooLargeException,
  Post,
  PreconditionFailedException,
  RequestTimeoutException,
  ServiceUnavailableException,
  UnauthorizedException,
  UnprocessableEntityException,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { throwError } from 'rxjs';
import { CodedError, fail, LimitException, StatusError, TakenException, WeakException } from './shared/errors';

@Injectable()
class UsersService {
  find(id: string) {
    if (id !== '1') throw new NotFoundException('No such user'); // answers in-service
    return { id };
  }

  taken() {
    return new TakenException('name'); // answers made-in-service
  }

  async load() {
    try {
      return await Promise.reject(new Error('closed'));
    } catch {
      throw new BadGatewayException(); // answers in-catch
    }
  }

  async strict() {
    try {
      throw new GoneException(); // answers passed-on
    } catch (error) {
      if (error instanceof HttpException) throw error;
      throw new InternalServerErrorException();
    }
  }

  async wrapped() {
    try {
      throw new ConflictException();
    } catch (error) {
      throw new BadRequestException(`${error}`); // answers replaced
    }
  }

  later() {
    return Promise.reject(new Error('x')).catch(() => {
      throw new ServiceUnavailableException(); // answers in-callback
    });
  }
}

@Controller('exceptions')
class ExceptionsController {
  constructor(@Inject(UsersService) private readonly users: UsersService) {}

  // case in-service: GET /exceptions/in-service
  @Get('in-service')
  inService() {
    return this.users.find('2');
  }

  // case made-in-service: GET /exceptions/made-in-service
  @Get('made-in-service')
  madeInService() {
    throw this.users.taken();
  }

  // case in-catch: GET /exceptions/in-catch
  @Get('in-catch')
  inCatch() {
    return this.users.load();
  }

  // case passed-on: GET /exceptions/passed-on
  @Get('passed-on')
  passedOn() {
    return this.users.strict();
  }

  // case replaced: GET /exceptions/replaced
  @Get('replaced')
  replaced() {
    return this.users.wrapped();
  }

  // case in-callback: GET /exceptions/in-callback
  @Get('in-callback')
  inCallback() {
    return this.users.later();
  }

  // case observable: GET /exceptions/observable
  @Get('observable')
  observable() {
    return throwError(() => new ForbiddenException()); // answers observable
  }

  // case own-class: POST /exceptions/own-class {}
  @Post('own-class')
  ownClass() {
    throw new TakenException('address'); // answers own-class
  }

  // case own-class-of-class: POST /exceptions/own-class-of-class {}
  @Post('own-class-of-class')
  ownClassOfClass() {
    throw new WeakException(); // answers own-class-of-class
  }

  // case own-default: POST /exceptions/own-default {}
  @Post('own-default')
  ownDefault() {
    throw new LimitException(); // answers own-default
  }

  // case own-argument: POST /exceptions/own-argument {}
  @Post('own-argument')
  ownArgument() {
    throw new LimitException(503); // answers own-argument
  }

  // case helper: GET /exceptions/helper
  @Get('helper')
  helper() {
    return fail(418); // answers helper
  }

  // case object: GET /exceptions/object
  @Get('object')
  object() {
    throw new HttpException({ status: HttpStatus.FORBIDDEN, error: 'no' }, HttpStatus.FORBIDDEN); // answers object
  }

  // case no-status: GET /exceptions/no-status
  @Get('no-status')
  noStatus() {
    throw new HttpException('nothing', undefined as never); // answers no-status
  }

  // case no-status-to-post: POST /exceptions/no-status-to-post {}
  @Post('no-status-to-post')
  noStatusToPost() {
    throw new HttpException('nothing', undefined as never); // answers no-status-to-post
  }

  // case unauthorized: GET /exceptions/unauthorized
  @Get('unauthorized')
  unauthorized() {
    throw new UnauthorizedException(); // answers unauthorized
  }

  // case timeout: GET /exceptions/timeout
  @Get('timeout')
  timeout() {
    throw new RequestTimeoutException(); // answers timeout
  }

  // case not-acceptable: GET /exceptions/not-acceptable
  @Get('not-acceptable')
  notAcceptable() {
    throw new NotAcceptableException(); // answers not-acceptable
  }

  // case not-allowed: GET /exceptions/not-allowed
  @Get('not-allowed')
  notAllowed() {
    throw new MethodNotAllowedException(); // answers not-allowed
  }

  // case precondition: GET /exceptions/precondition
  @Get('precondition')
  precondition() {
    throw new PreconditionFailedException(); // answers precondition
  }

  // case too-large: GET /exceptions/too-large
  @Get('too-large')
  tooLarge() {
    throw new PayloadTooLargeException(); // answers too-large
  }

  // case media-type: GET /exceptions/media-type
  @Get('media-type')
  mediaType() {
    throw new UnsupportedMediaTypeException(); // answers media-type
  }

  // case teapot: GET /exceptions/teapot
  @Get('teapot')
  teapot() {
    throw new ImATeapotException(); // answers teapot
  }

  // case unprocessable: GET /exceptions/unprocessable
  @Get('unprocessable')
  unprocessable() {
    throw new UnprocessableEntityException(); // answers unprocessable
  }

  // case not-implemented: GET /exceptions/not-implemented
  @Get('not-implemented')
  notImplemented() {
    throw new NotImplementedException(); // answers not-implemented
  }

  // case own-code: GET /exceptions/own-code
  @Get('own-code')
  ownCode() {
    throw new CodedError('taken', 409); // answers own-code
  }

  // case own-status: GET /exceptions/own-status
  @Get('own-status')
  ownStatus() {
    throw new StatusError('taken', 409); // answers own-status
  }
}

export default { controllers: [ExceptionsController], providers: [UsersService] };
