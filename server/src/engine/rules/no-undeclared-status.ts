import { lacksStatus } from '../declared-statuses.ts';
import { valuesOf } from '../known.ts';
import { say } from '../messages.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { formatStatus } from '../status-text.ts';

export const rule: Rule = {
  id: 'no-undeclared-status',
  summary: 'A route that declares its responses declares each status that its handler sends.',
  why: 'Documentation and generated clients are made from the declaration. A status that it lacks reaches clients that know nothing of it.',
  whenNot: 'A document that lists only the answers which its readers must handle is incomplete on purpose.',
  specs: [{ title: 'RFC 9110, section 15: Status Codes', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15' }],
  severity: 'warning',
  sure: 'likely',
  fix: 'suggestion',
  check(response) {
    const { declared } = response.handler;
    const codes = valuesOf(response.status);
    if (!declared || !codes || response.state !== 'sent') return undefined;
    const missing = codes.filter((code) => lacksStatus(declared, code));
    if (missing.length === 0 || missing.length < codes.length) return undefined;
    return {
      span: response.statusSpans[0] ?? response.span,
      message: say('undeclared', {
        status: missing.map(formatStatus).join(' or '),
        declared: declared.statuses.join(', '),
      }),
      // Where the framework chooses the status, the declaration may be what was meant.
      confidence: response.implicit ? 'advice' : 'likely',
      fixes: missing.slice(0, 1).map((status) => ({
        title: say('undeclared.fix', { status: formatStatus(status) }),
        intent: { kind: 'declareStatus' as const, status },
        safe: false,
        preferred: true,
      })),
      related: [{ span: declared.span, message: say('undeclared.place') }],
    };
  },
};

export const bad: readonly BadExample[] = [
  {
    title: 'a decorated method that throws what its decorators do not declare',
    code: `
import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
@Controller('users')
export class UsersController {
  @Get(':id')
  @ApiOkResponse({ type: User })
  async find(@Param('id') id: string) {
    const user = await this.users.findOne(id);
    if (!user) throw new NotFoundException();
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 404 Not Found is sent, and this route declares 200 only. Declare it, or clients will not expect it.
    return user;
  }
}
`,
    fixed: `
import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { ApiOkResponse, ApiResponse } from '@nestjs/swagger';
@Controller('users')
export class UsersController {
  @Get(':id')
  @ApiResponse({ status: 404, description: 'Not Found' })
  @ApiOkResponse({ type: User })
  async find(@Param('id') id: string) {
    const user = await this.users.findOne(id);
    if (!user) throw new NotFoundException();
    return user;
  }
}
`,
  },
  {
    title: 'a reply that the schema of the route lacks',
    code: `
import fastify from 'fastify';
const app = fastify();
app.get('/users/:id', { schema: { response: { 200: { type: 'object' } } } }, async (request, reply) => {
  const user = await users.find(request.params.id);
  if (!user) return reply.code(404).send({ error: 'No such user' });
                               ^^^ 404 Not Found is sent, and this route declares 200 only. Declare it, or clients will not expect it.
  return user;
});
`,
    fixed: `
import fastify from 'fastify';
const app = fastify();
app.get('/users/:id', { schema: { response: { 200: { type: 'object' }, 404: { description: 'Not Found' } } } }, async (request, reply) => {
  const user = await users.find(request.params.id);
  if (!user) return reply.code(404).send({ error: 'No such user' });
  return user;
});
`,
  },
  {
    title: 'a comment that describes one answer of two',
    code: `
import express from 'express';
const app = express();
/**
 * @openapi
 * /users/{id}:
 *   get:
 *     responses:
 *       200:
 *         description: The user
 *       401:
 *         description: Nobody is logged in
 */
app.get('/users/:id', async (req, res) => {
  const user = await users.find(req.params.id);
  if (!user) return res.status(404).json({ error: 'No such user' });
                               ^^^ 404 Not Found is sent, and this route declares 200, 401 only. Declare it, or clients will not expect it.
  res.json(user);
});
`,
    fixed: undefined,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'a decorator of the project may declare several',
    code: `
import { Controller, Get, NotFoundException } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { ApiErrors } from './api-errors';
@Controller('users')
export class UsersController {
  @Get('me')
  @ApiOkResponse({ type: User })
  @ApiErrors()
  async me() {
    throw new NotFoundException();
  }
}
`,
  },
  {
    title: 'a schema with spread responses',
    code: `
import fastify from 'fastify';
import { errors } from './schemas';
const app = fastify();
app.get('/users/:id', { schema: { response: { 200: { type: 'object' }, ...errors } } }, async (request, reply) => {
  return reply.code(404).send({ error: 'No such user' });
});
`,
  },
  {
    title: '4XX stands for every client error',
    code: `
import fastify from 'fastify';
const app = fastify();
app.get('/users/:id', { schema: { response: { 200: { type: 'object' }, '4xx': { type: 'object' } } } }, async (request, reply) => {
  return reply.code(404).send({ error: 'No such user' });
});
`,
  },
  {
    title: 'nothing is declared at all',
    code: `
import { Controller, Get, NotFoundException } from '@nestjs/common';
@Controller('users')
export class UsersController {
  @Get('me')
  async me() {
    throw new NotFoundException();
  }
}
`,
  },
  {
    title: 'an unexpected failure is no part of the contract',
    code: `
import fastify from 'fastify';
const app = fastify();
app.get('/users', { schema: { response: { 200: { type: 'array' } } } }, async (request, reply) => {
  try {
    return await users.list();
  } catch (error) {
    return reply.code(500).send({ error: 'Something went wrong' });
  }
});
`,
  },
  {
    title: 'the documentation adds the success of the decorator by itself',
    code: `
import { Controller, Delete, HttpCode, NotFoundException } from '@nestjs/common';
import { ApiNotFoundResponse } from '@nestjs/swagger';
@Controller('users')
export class UsersController {
  @Delete('me')
  @HttpCode(204)
  @ApiNotFoundResponse()
  async remove() {
    if (!(await this.users.remove())) throw new NotFoundException();
  }
}
`,
  },
  {
    title: 'only errors are declared: the declaration was never meant to be whole',
    code: `
import fastify from 'fastify';
const app = fastify();
app.get('/news', { schema: { response: { 400: errorSchema } } }, async (request, reply) => {
  return reply.code(200).send(await news());
});
`,
  },
];
