import {
  type ArgumentsHost,
  type CanActivate,
  Catch,
  Controller,
  type ExceptionFilter,
  type ExecutionContext,
  Get,
  HttpCode,
  Injectable,
  Post,
  Res,
  UnauthorizedException,
  UseFilters,
  UseGuards,
} from '@nestjs/common';

class MissingError extends Error {}

@Catch(MissingError)
class MissingFilter implements ExceptionFilter {
  catch(_error: MissingError, host: ArgumentsHost) {
    const http = host.switchToHttp();
    const response = http.getResponse();
    response.status(410).send({ error: 'gone' }); // answers filtered
  }
}

@Injectable()
class ClosedGuard implements CanActivate {
  canActivate(_context: ExecutionContext) {
    return false; // answers guarded
  }
}

@Injectable()
class TokenGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    if (!request.headers.authorization) throw new UnauthorizedException(); // answers guarded-by-error
    return true;
  }
}

@Controller('responses')
class ResponsesController {
  // case raw: GET /responses/raw
  @Get('raw')
  raw(@Res() res) {
    res.status(203).send({ ok: true }); // answers raw
  }

  // case raw-implicit: GET /responses/raw-implicit
  @Get('raw-implicit')
  rawImplicit(@Res() res) {
    res.send({ ok: true }); // answers raw-implicit
  }

  // case raw-post: POST /responses/raw-post {}
  @Post('raw-post')
  rawPost(@Res() res) {
    res.send({ ok: true }); // answers raw-post
  }

  // case raw-declared: POST /responses/raw-declared {}
  @Post('raw-declared')
  @HttpCode(202)
  rawDeclared(@Res() res) {
    res.send({ ok: true }); // answers raw-declared
  }

  // case raw-overwrites: POST /responses/raw-overwrites {}
  @Post('raw-overwrites')
  @HttpCode(202)
  rawOverwrites(@Res() res) {
    res.status(409).send({ ok: false }); // answers raw-overwrites
  }

  // case raw-redirect: GET /responses/raw-redirect
  @Get('raw-redirect')
  rawRedirect(@Res() res) {
    res.redirect('/elsewhere'); // answers raw-redirect
  }

  // case passthrough: GET /responses/passthrough
  @Get('passthrough')
  passthrough(@Res({ passthrough: true }) res) {
    res.status(206);
    return { part: 1 }; // answers passthrough
  }

  // case passthrough-untouched: POST /responses/passthrough-untouched {}
  @Post('passthrough-untouched')
  passthroughUntouched(@Res({ passthrough: true }) res) {
    res.header('X-Part', '1');
    return { part: 1 }; // answers passthrough-untouched
  }

  // case guarded: GET /responses/guarded
  @Get('guarded')
  @UseGuards(ClosedGuard)
  guarded() {
    return 'open';
  }

  // case guarded-by-error: GET /responses/guarded-by-error
  @Get('guarded-by-error')
  @UseGuards(TokenGuard)
  guardedByError() {
    return 'open';
  }

  // case filtered: GET /responses/filtered
  @Get('filtered')
  @UseFilters(MissingFilter)
  filtered() {
    throw new MissingError();
  }
}

export default { controllers: [ResponsesController], providers: [ClosedGuard, TokenGuard, MissingFilter] };
