import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpException,
  HttpStatus,
  NotFoundException,
  Param,
  ParseIntPipe,
  Patch,
  Post,
  Put,
  Redirect,
} from '@nestjs/common';

@Controller('returned')
class ReturnedController {
  // case get: GET /returned/get
  @Get('get')
  get() {
    return { ok: true }; // answers get
  }

  // case post: POST /returned/post {}
  @Post('post')
  post() {
    return { ok: true }; // answers post
  }

  // case put: PUT /returned/put {}
  @Put('put')
  async put() {
    return await Promise.resolve('done'); // answers put
  }

  // case patch: PATCH /returned/patch {}
  @Patch('patch')
  patch(@Body() body: { name?: string }) {
    return body; // answers patch
  }

  // case nothing: DELETE /returned/nothing
  @Delete('nothing')
  nothing() {} // answers nothing

  // case nothing-made: POST /returned/nothing-made {}
  @Post('nothing-made')
  nothingMade(): void {} // answers nothing-made

  // case null: GET /returned/null
  @Get('null')
  none() {
    return null; // answers null
  }

  // case declared: POST /returned/declared {}
  @Post('declared')
  @HttpCode(202)
  declared() {
    return { queued: true }; // answers declared
  }

  // case declared-constant: DELETE /returned/declared-constant
  @HttpCode(HttpStatus.NO_CONTENT)
  @Delete('declared-constant')
  declaredConstant() {
    return undefined; // answers declared-constant
  }

  // case declared-twice: GET /returned/declared-twice
  @Get('declared-twice')
  @HttpCode(203)
  @HttpCode(202)
  declaredTwice() {
    return 'once'; // answers declared-twice
  }

  // case body-code: GET /returned/body-code
  @Get('body-code')
  bodyCode() {
    return { statusCode: 404, message: 'only told' }; // answers body-code
  }

  // case redirect: GET /returned/redirect
  @Get('redirect')
  @Redirect('/elsewhere') // answers redirect
  redirect() {}

  // case redirect-for-good: GET /returned/redirect-for-good
  @Get('redirect-for-good')
  @Redirect('/elsewhere', 301) // answers redirect-for-good
  redirectForGood() {}

  // case error-given-back: GET /returned/error-given-back
  @Get('error-given-back')
  errorGivenBack() {
    return new NotFoundException(); // answers error-given-back
  }

  // case error-given-back-to-post: POST /returned/error-given-back-to-post {}
  @Post('error-given-back-to-post')
  async errorGivenBackToPost() {
    return new HttpException('no', 409); // answers error-given-back-to-post
  }

  // case either-found: GET /returned/either/7
  // case either-missing: GET /returned/either/8
  @Get('either/:id')
  either(@Param('id', ParseIntPipe) id: number) {
    if (id !== 7) throw new NotFoundException(); // answers either-missing
    return { id }; // answers either-found
  }
}

export default { controllers: [ReturnedController] };
