import assert from 'node:assert/strict';
import { analyze } from '../../server/src/engine/index.ts';
import { assertAnswers } from './drawn-responses.ts';

const NEST = { 'package.json': '{ "dependencies": { "@nestjs/common": "^11.0.0", "express": "^5.0.0" } }' };

describe('NestJS', () => {
  it('answers with what a method gives back: 201 to POST, 200 to others, or what @HttpCode says', () => {
    assertAnswers(
      `
import { Controller, Delete, Get, HttpCode, HttpStatus, Post } from '@nestjs/common';
@Controller('users')
export class UsersController {
  @Get(':id')
  find() { return { id: 1 }; }
                  ^^^^^^^^^ 200 implicit by return of GET /users/:id
  @Post()
  add() { return { id: 1 }; }
                 ^^^^^^^^^ 201 implicit by return of POST /users
  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  remove() {}
  ^^^^^^ 204 by return of DELETE /users/:id
}
`,
      NEST,
    );
  });

  it('has its exceptions in folders of its package too, from where editors import them', () => {
    assertAnswers(
      `
import { Injectable } from '@nestjs/common';
import { HttpStatus } from '@nestjs/common/enums';
import { HttpException, NotFoundException } from '@nestjs/common/exceptions';
@Injectable()
export class UsersService {
  async find(id) {
    const user = await this.users.findOne(id);
    if (!user) throw new NotFoundException();
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 404 by throw
    if (user.gone) throw new HttpException('gone', HttpStatus.GONE);
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 410 by throw
    return user;
  }
}
`,
      NEST,
    );
  });

  it('answers exceptions wherever they are thrown, made for others or refused by a guard', () => {
    assertAnswers(
      `
import { ForbiddenException, HttpException, Injectable, NotFoundException } from '@nestjs/common';
class TakenException extends HttpException {
  constructor() { super('taken', 409); }
}
@Injectable()
export class UsersService {
  async find(id) {
    const user = await this.users.findOne(id).catch(() => { throw new HttpException('no', 503); });
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 503 by throw
    if (!user) throw new NotFoundException();
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 404 by throw
    return user;
  }
  refuse() { return throwError(() => new ForbiddenException()); }
                                     ^^^^^^^^^^^^^^^^^^^^^^^^ 403 by throw
  taken() { return new TakenException(); }
                   ^^^^^^^^^^^^^^^^^^^^ 409 by throw
}
@Injectable()
export class RolesGuard implements CanActivate {
  canActivate(context) {
    if (context.switchToHttp().getRequest().user) return true;
    return false;
           ^^^^^ 403 by return
  }
}
`,
      NEST,
    );
  });

  it('lets a method answer by itself, in the words of its platform', () => {
    const code = `
import { Controller, Get, HttpCode, Post, Redirect, Res } from '@nestjs/common';
@Controller({ path: 'files', version: '1' })
export class FilesController {
  @Get('a')
  send(@Res() res) { res.status(404).send('x'); }
                     ^^^^^^^^^^^^^^^^^^^^^^^^^ 404 by response of GET /files/a
  @Post('b')
  add(@Res() res) { return res.send('x'); }
                           ^^^^^^^^^^^^^ 201 implicit by response of POST /files/b
  @Post('c')
  @HttpCode(202)
  raw(@Res() res) { res.send('x'); }
                    ^^^^^^^^^^^^^ 202 by response of POST /files/c
  @Get('d')
  both(@Res({ passthrough: true }) res) { res.status(203); return 'x'; }
                                                                  ^^^ 203 by return of GET /files/d
  @Get('e')
  @Redirect('/a')
  ^^^^^^^^^^^^^^^ 302 by return of GET /files/e
  away() {}
}
`;
    assertAnswers(code, NEST);
  });

  it('answers in exception filters through their host', () => {
    assertAnswers(
      `
import { Catch, ExceptionFilter } from '@nestjs/common';
@Catch(Missing)
export class MissingFilter implements ExceptionFilter {
  catch(exception, host) {
    const http = host.switchToHttp();
    const response = http.getResponse();
    response.status(404).json({ error: 'missing' });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 404 by response
  }
}
`,
      NEST,
    );
  });

  it('answers through the adapter of the platform, and with an error or another', () => {
    assertAnswers(
      `
import { Catch, HttpStatus, UnauthorizedException } from '@nestjs/common';
@Catch()
export class EverythingFilter {
  catch(exception, host) {
    const { httpAdapter } = this.adapterHost;
    httpAdapter.reply(host.switchToHttp().getResponse(), { error: 'failed' }, HttpStatus.INTERNAL_SERVER_ERROR);
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 500 by response
  }
}
export class TokenGuard extends AuthGuard('jwt') {
  handleRequest(error, user) {
    if (error || !user) throw error || new UnauthorizedException();
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown by throw
    return user;
  }
}
`,
      NEST,
    );
  });

  it('sets another status on the decorator and on the exception, with its import', () => {
    const text = `
import { BadRequestException, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
@Controller('users')
export class UsersController {
  @Get()
  @HttpCode(201)
  list() { return this.users.find(); }
  @Post()
  async add(@Body() body) {
    const existing = await this.users.findOne({ email: body.email });
    if (existing) throw new BadRequestException('taken');
    return this.users.create(body);
  }
}
`;
    const { findings } = analyze({ path: 'src/app.ts', text });
    const repaired = findings
      .flatMap(({ fixes: [fix] }) => fix?.edits ?? [])
      .sort((a, b) => b.span.start - a.span.start)
      .reduce((code, { span, text: insert }) => code.slice(0, span.start) + insert + code.slice(span.end), text);
    assert.equal(
      repaired,
      text
        .replace('HttpCode(201)', 'HttpCode(200)')
        .replace("BadRequestException('taken')", "ConflictException('taken')")
        .replace('Param, Post }', 'Param, Post, ConflictException }'),
    );
  });

  it('takes an error that is given back for a body on Express, and for an error on Fastify', () => {
    const code = (status: string): string => `
import { Controller, Get, NotFoundException } from '@nestjs/common';
@Controller()
export class AppController {
  @Get('x')
  find() { return new NotFoundException(); }
                  ^^^^^^^^^^^^^^^^^^^^^^^ ${status} by return of GET /x
}
`;
    assertAnswers(code('200 implicit'), NEST);
  });

  it('serves no HTTP in resolvers, gateways and message handlers', () => {
    assertAnswers(
      `
import { Controller, NotFoundException } from '@nestjs/common';
@Resolver()
export class UsersResolver {
  user() { throw new NotFoundException(); }
}
@Controller()
export class MathController {
  @MessagePattern({ cmd: 'sum' })
  sum() { throw new NotFoundException(); }
}
`,
      NEST,
    );
  });
});
