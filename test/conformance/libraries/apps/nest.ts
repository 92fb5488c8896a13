import 'reflect-metadata';
import {
  Body,
  Controller,
  Get,
  Module,
  Param,
  ParseArrayPipe,
  ParseBoolPipe,
  ParseFilePipe,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Query,
  UploadedFile,
  UseGuards,
  UseInterceptors,
  UsePipes,
  ValidationPipe,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { FileInterceptor } from '@nestjs/platform-express';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { IsString } from 'class-validator';
import passport from 'passport';
import { Strategy } from 'passport-http-bearer';

class Named {
  @IsString() name: string;
}

class BearerGuard extends AuthGuard('bearer') {}

@Controller()
class Things {
  @Post('dto')
  dto(@Body(new ValidationPipe({ expectedType: Named })) body: Named) {
    return body;
  }

  @Post('dto-422')
  other(@Body(new ValidationPipe({ expectedType: Named, errorHttpStatusCode: 422 })) body: Named) {
    return body;
  }

  @Post('piped')
  @UsePipes(new ValidationPipe({ expectedType: Named }))
  piped(@Body() body: Named) {
    return body;
  }

  @Get('int/:id')
  int(@Param('id', ParseIntPipe) id: number) {
    return { id };
  }

  @Get('int-406/:id')
  int406(@Param('id', new ParseIntPipe({ errorHttpStatusCode: 406 })) id: number) {
    return { id };
  }

  @Get('uuid/:id')
  uuid(@Param('id', ParseUUIDPipe) id: string) {
    return { id };
  }

  @Get('bool')
  bool(@Query('is', ParseBoolPipe) is: boolean) {
    return { is };
  }

  @Get('array')
  array(@Query('of', new ParseArrayPipe({ items: Number })) of: number[]) {
    return { of };
  }

  @Get('guarded')
  @UseGuards(AuthGuard('bearer'))
  guarded() {
    return {};
  }

  @Get('guarded-by-own')
  @UseGuards(BearerGuard)
  guardedByOwn() {
    return {};
  }

  @Get('limited')
  @UseGuards(ThrottlerGuard)
  limited() {
    return {};
  }

  @Post('upload')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: 5 } }))
  upload(@UploadedFile() file: unknown) {
    return {};
  }

  @Post('file')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: 5 } }))
  file(@UploadedFile(new ParseFilePipe({})) file: unknown) {
    return {};
  }
}

@Module({ imports: [ThrottlerModule.forRoot([{ ttl: 60000, limit: 1 }])], controllers: [Things] })
class App {}

export async function listen() {
  passport.use(new Strategy((token, done) => done(null, token === 'right' && { name: 'somebody' })));
  const app = await NestFactory.create(App, { logger: false });
  await app.listen(0);
  return app.getHttpServer();
}
