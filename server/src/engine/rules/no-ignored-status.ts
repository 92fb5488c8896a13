import { findStatusInReturned } from '../body.ts';
import { valuesOf } from '../known.ts';
import { say } from '../messages.ts';
import type { IgnoredStatus, Response } from '../model.ts';
import type { BadExample, GoodExample, Report, Rule } from '../rule.ts';
import { formatStatus } from '../status-text.ts';

export const rule: Rule = {
  id: 'no-ignored-status',
  summary: 'A status that is written takes effect.',
  why: 'Code that names a status which no client ever receives misleads whoever reads it, and the real status is often a success.',
  whenNot: 'Code that is shared between frameworks may set a status that only one of them reads.',
  specs: [{ title: 'RFC 9110, section 15: Status Codes', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15' }],
  severity: 'warning',
  sure: 'likely',
  fix: 'suggestion',
  check(response, { framework }) {
    const { ignored } = response;
    if (ignored) return reportIgnored(ignored, response, framework);
    const told = findStatusInReturned(response);
    if (!told) return undefined;
    const status = list(response.status);
    return {
      span: told.span,
      message: say('ignored.in-body', { told: formatStatus(told.code), status, framework }),
      confidence: 'likely',
    };
  },
};

function reportIgnored(ignored: IgnoredStatus, response: Response, framework: string): Report | undefined {
  const { why, status, instead } = ignored;
  const meant = list(status);
  const span = response.statusSpans[0] ?? response.span;
  const answered = list(response.status);
  const related = instead ? [{ span: instead, message: say('ignored.instead') }] : [];
  switch (why) {
    case 'given back':
      // What a method of a union gives back may be an error that is handled elsewhere; a single one is not.
      return valuesOf(response.status)
        ? {
            span,
            message: say('ignored.given-back', { status: meant, answered, framework }),
            confidence: 'likely',
            fixes: [
              { title: say('ignored.fix.throw'), intent: { kind: 'throwInstead' }, safe: false, preferred: true },
            ],
          }
        : undefined;
    case 'given back by a call':
      return {
        span,
        message: say('ignored.given-back-by', { status: meant, answered, framework }),
        confidence: 'likely',
      };
    case 'no status':
      return { span, message: say('ignored.no-status', { answered }), confidence: 'likely' };
    case 'caught':
      return { span, message: say('ignored.caught', { status: meant }), confidence: 'likely', related };
    case 'overwritten':
      return { span, message: say('ignored.overwritten', { status: meant }), confidence: 'likely', related };
  }
}

function list(status: Response['status']): string {
  return (valuesOf(status) ?? []).map(formatStatus).join(' or ');
}

export const bad: readonly BadExample[] = [
  {
    title: 'an exception that is given back instead of thrown',
    code: `
import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
@Controller('users')
export class UsersController {
  @Get(':id')
  async find(@Param('id') id: string) {
    const user = await this.users.findOne(id);
    if (!user) return new NotFoundException('No such user');
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This error is given back, not thrown, so NestJS sends it as the body of a 200 OK. Throw it to answer 404 Not Found.
    return user;
  }
}
`,
    fixed: `
import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
@Controller('users')
export class UsersController {
  @Get(':id')
  async find(@Param('id') id: string) {
    const user = await this.users.findOne(id);
    if (!user) throw new NotFoundException('No such user');
    return user;
  }
}
`,
  },
  {
    title: 'a status that stands in the body only',
    code: `
import { Controller, Get, HttpStatus, Param } from '@nestjs/common';
@Controller('orders')
export class OrdersController {
  @Get(':id')
  async find(@Param('id') id: string) {
    const order = await this.orders.findOne(id);
    if (!order) return { statusCode: HttpStatus.NOT_FOUND, message: 'No such order' };
                                     ^^^^^^^^^^^^^^^^^^^^ 404 Not Found stands in the body only: NestJS answers 200 OK.
    return order;
  }
}
`,
    fixed: undefined,
  },
  {
    title: 'a decorator, although the method itself says another status',
    code: `
import { Controller, HttpCode, Post, Res } from '@nestjs/common';
@Controller('jobs')
export class JobsController {
  @Post()
  @HttpCode(202)
            ^^^ Nobody receives 202 Accepted: every path sets another status before it answers.
  start(@Res() res) {
    res.status(200).json({ started: true });
  }
}
`,
    fixed: undefined,
  },
  {
    title: 'an exception that a catch of the same method replaces',
    code: `
import { BadGatewayException, BadRequestException, Injectable } from '@nestjs/common';
@Injectable()
export class RatesService {
  async load(url: string) {
    try {
      const answer = await fetch(url);
      if (!answer.ok) throw new BadGatewayException('The bank is closed');
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 502 Bad Gateway never reaches the client: the catch of this very function answers in its place.
      return await answer.json();
    } catch (error) {
      console.error(error);
      throw new BadRequestException('No rates');
    }
  }
}
`,
    fixed: undefined,
  },
  {
    title: 'an exception that a catch replaces, which knows a code of the database alone',
    code: `
import { ConflictException, Injectable, NotFoundException, ServiceUnavailableException } from '@nestjs/common';
@Injectable()
export class CatsService {
  async rename(id: string, name: string) {
    try {
      const cat = await this.model.findByIdAndUpdate(id, { name });
      if (!cat) throw new NotFoundException('No such cat');
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 404 Not Found never reaches the client: the catch of this very function answers in its place.
      return cat;
    } catch (error) {
      if (error.code === 11000) throw new ConflictException('The name is taken');
      throw new ServiceUnavailableException();
    }
  }
}
`,
    fixed: undefined,
  },
  {
    title: 'an exception without a status',
    code: `
import { Controller, HttpException, Post } from '@nestjs/common';
@Controller('payments')
export class PaymentsController {
  @Post()
  pay() {
    throw new HttpException('The card was declined', undefined);
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This error has no status, so it is answered 201 Created. Say which one is meant.
  }
}
`,
    fixed: undefined,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'the catch throws exceptions of the framework again',
    code: `
import { BadGatewayException, BadRequestException, HttpException, Injectable } from '@nestjs/common';
@Injectable()
export class RatesService {
  async load(url: string) {
    try {
      const answer = await fetch(url);
      if (!answer.ok) throw new BadGatewayException('The bank is closed');
      return await answer.json();
    } catch (error) {
      if (error instanceof HttpException) throw error;
      throw new BadRequestException('No rates');
    }
  }
}
`,
  },
  {
    title: 'a body that repeats the status which is really sent',
    code: `
import { Controller, Get, HttpStatus } from '@nestjs/common';
@Controller('brands')
export class BrandsController {
  @Get()
  async list() {
    return { statusCode: HttpStatus.OK, data: await this.brands.find() };
  }
}
`,
  },
  {
    title: 'a raw response that sets no status of its own: the decorator is in force',
    code: `
import { Controller, HttpCode, Post, Res } from '@nestjs/common';
@Controller('jobs')
export class JobsController {
  @Post()
  @HttpCode(202)
  start(@Res() res) {
    res.json({ started: true });
  }
}
`,
  },
  {
    title: 'a service gives an exception back to a caller that throws it',
    code: `
import { Injectable, NotFoundException } from '@nestjs/common';
@Injectable()
export class Errors {
  missing(what: string) {
    return new NotFoundException(what);
  }
}
`,
  },
  {
    title: 'an object of the project’s own, which only wraps what is sent',
    code: `
import { Controller, Get } from '@nestjs/common';
class ResponseData {
  readonly status: number;
  constructor(status: number, readonly data: unknown) {
    this.status = status;
  }
}
@Controller('articles')
export class ArticlesController {
  @Get()
  async list() {
    return new ResponseData(200, await this.articles.find());
  }
}
`,
  },
  {
    title: 'a status that is set first and changed on one path only',
    code: `
import express from 'express';
const app = express();
app.get('/reports/:id', async (req, res) => {
  res.status(200);
  const report = await reports.find(req.params.id);
  if (!report) res.status(404);
  res.json(report ?? { error: 'No such report' });
});
`,
  },
];
