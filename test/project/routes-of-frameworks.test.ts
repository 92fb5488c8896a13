import assert from 'node:assert/strict';
import { readHandlers } from './read-handlers.ts';

describe('Koa as other files know it', () => {
  const koa = { '/shop/package.json': '{"dependencies":{"koa":"^3.0.0","@koa/router":"^13.0.0"}}' };
  const orders = `
import Router from '@koa/router';
import { Missing } from './errors';
export const orders = new Router({ prefix: '/orders' });
orders.get('/:id', async (ctx) => {
  if (!ctx.params.id) throw new Missing();
  if (ctx.query.old) throw new Error('old');
  ctx.body = {};
});
`;
  const server = `
import Koa from 'koa';
import Router from '@koa/router';
import { answerErrors } from './answer-errors';
import { orders } from './orders';
const app = new Koa();
app.use(answerErrors());
const api = new Router();
api.prefix('/api');
api.use('/v1', orders.routes(), orders.allowedMethods());
app.use(api.routes());
`;
  const answerErrors = `
import { AppError } from './errors';
export function answerErrors() {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (error instanceof AppError) {
        ctx.status = error.code;
        ctx.body = { error: error.message };
        return;
      }
      ctx.status = 503;
      ctx.body = { error: 'Try again' };
    }
  };
}
`;
  const files = {
    ...koa,
    '/shop/src/server.ts': server,
    '/shop/src/orders.ts': orders,
    '/shop/src/answer-errors.ts': answerErrors,
  };

  it('leads through nested routers with prefixes, and middleware takes what fails behind its next()', () => {
    assert.deepEqual(readHandlers(files), [
      'GET /api/v1/orders/:id 404 throw',
      'GET /api/v1/orders/:id 503 throw decided elsewhere',
      'GET /api/v1/orders/:id 200 response',
    ]);
  });

  it('answers an error by itself where middleware throws it on', () => {
    const rethrown = answerErrors.replace('ctx.status = 503;', 'throw error;');
    assert.deepEqual(
      readHandlers({ ...files, '/shop/src/answer-errors.ts': rethrown })[1],
      'GET /api/v1/orders/:id 500 throw decided elsewhere',
    );
  });

  it('says nothing of errors that a package may take', () => {
    const packaged = server.replace(
      "import { answerErrors } from './answer-errors';",
      "import answerErrors from 'koa-json-error';",
    );
    assert.deepEqual(readHandlers({ ...files, '/shop/src/server.ts': packaged }), [
      'GET /api/v1/orders/:id unknown throw',
      'GET /api/v1/orders/:id 200 response',
    ]);
  });

  it('takes a promise that is not waited for out of the try block', () => {
    const loose = answerErrors.replace('await next();', 'return next();');
    assert.deepEqual(
      readHandlers({ ...files, '/shop/src/answer-errors.ts': loose })[0],
      'GET /api/v1/orders/:id unknown throw',
    );
  });

  it('goes round in no circle where middlewares stand around each other', () => {
    const circle = `
import Router from '@koa/router';
const first = async (ctx, next) => {
  try { await next(); } catch (error) { throw new Error('first'); }
};
const second = async (ctx, next) => {
  try { await next(); } catch (error) { throw new Error('second'); }
};
const router = new Router();
router.get('/a', first, second);
router.get('/b', second, first);
`;
    assert.deepEqual(readHandlers({ ...koa, '/shop/src/orders.ts': circle }), []);
  });

  it('follows a catch method as it does a catch clause', () => {
    const chained = `
export const answerErrors = () => (ctx, next) => next().catch((error) => {
  ctx.status = error.code === 404 ? 410 : 502;
  ctx.body = 'no';
});
`;
    assert.deepEqual(readHandlers({ ...files, '/shop/src/answer-errors.ts': chained }).slice(0, 2), [
      'GET /api/v1/orders/:id 410 throw decided elsewhere',
      'GET /api/v1/orders/:id 502 throw decided elsewhere',
    ]);
  });
});

describe('NestJS as other files know it', () => {
  const files = {
    '/shop/package.json': '{"dependencies":{"@nestjs/common":"^11.0.0"}}',
    '/shop/src/main.ts': `
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
const app = await NestFactory.create(AppModule);
app.setGlobalPrefix('api');
`,
    '/shop/src/app.module.ts': `
import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AnswerErrors } from './filters';
@Module({ providers: [{ provide: APP_FILTER, useClass: AnswerErrors }] })
export class AppModule {}
`,
    '/shop/src/filters.ts': `
import { Catch } from '@nestjs/common';
import { AppError } from './errors';
@Catch(AppError)
export class AnswerErrors {
  catch(exception, host) {
    host.switchToHttp().getResponse().status(exception.code).json({});
  }
}
`,
    '/shop/src/orders.ts': `
import { Controller, Get, NotFoundException, UseFilters } from '@nestjs/common';
import { Missing } from './errors';
@Controller('orders')
export class OrdersController {
  @Get(':id')
  show() {
    if (gone) throw new Missing();
    throw new NotFoundException();
  }
}
`,
  };

  it('is prefixes of all routes, and filters that take errors of their classes', () => {
    assert.deepEqual(readHandlers(files), ['GET /api/orders/:id 404 throw', 'GET /api/orders/:id 404 throw']);
  });

  it('is versions in the paths of routes, of methods before those of their controllers', () => {
    const versioned = {
      '/shop/src/main.ts': `
import { VersioningType } from '@nestjs/common';
const app = await NestFactory.create(AppModule);
app.setGlobalPrefix('api');
app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
`,
      '/shop/src/orders.ts': `
import { Controller, Get, Version, VERSION_NEUTRAL } from '@nestjs/common';
@Controller({ path: 'orders', version: '2' })
export class OrdersController {
  @Get() list() { return []; }
  @Version('3') @Get(':id') show() { return {}; }
  @Version(VERSION_NEUTRAL) @Get('health') health() { return {}; }
}
@Controller('users')
export class UsersController {
  @Get() list() { return []; }
}
`,
    };
    assert.deepEqual(readHandlers({ ...files, ...versioned }), [
      'GET /api/v2/orders 200 return decided elsewhere',
      'GET /api/v3/orders/:id 200 return decided elsewhere',
      'GET /api/orders/health 200 return decided elsewhere',
      'GET /api/v1/users 200 return decided elsewhere',
    ]);
    const inHeader = versioned['/shop/src/main.ts'].replace('URI', 'HEADER');
    assert.equal(
      readHandlers({ ...files, ...versioned, '/shop/src/main.ts': inHeader })[0],
      'GET /api/orders 200 return decided elsewhere',
    );
  });

  it('is nothing where two applications of a workspace may be meant', () => {
    const other = {
      '/shop/src/other.ts': "app.useGlobalFilters(new Other()); app.setGlobalPrefix('v2');",
    };
    assert.deepEqual(readHandlers({ ...files, ...other }), [
      'GET /orders/:id unknown throw',
      'GET /orders/:id 404 throw',
    ]);
  });
});

describe('Hono as other files know it', () => {
  const files = {
    '/shop/package.json': '{"dependencies":{"hono":"^4.0.0"}}',
    '/shop/src/server.ts': `
import { Hono } from 'hono';
import { AppError } from './errors';
import { orders } from './orders';
const app = new Hono().basePath('/api');
app.route('/orders', orders);
app.onError((error, c) => {
  if (error instanceof AppError) return c.json({ error: error.message }, error.code);
  return c.json({ error: 'Try again' }, 503);
});
export default app;
`,
    '/shop/src/orders.ts': `
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Missing } from './errors';
export const orders = new Hono()
  .get('/:id', (c) => {
    if (!c.req.param('id')) throw new Missing();
    if (c.req.query('old')) throw new HTTPException(410);
    return c.json({});
  })
  .post('/', () => {
    throw new Error('not yet');
  });
`,
  };

  it('has one error handler for all that is mounted', () => {
    assert.deepEqual(readHandlers(files), [
      'GET /api/orders/:id 404 throw',
      'GET /api/orders/:id 503 throw decided elsewhere',
      'GET /api/orders/:id 200 response',
      'POST /api/orders 503 throw decided elsewhere',
    ]);
  });

  it('prefers the error handler of the mounted one, which may throw on', () => {
    const own = `${files['/shop/src/orders.ts']}
orders.onError((error, c) => {
  if (error instanceof Missing) return c.json({}, 410);
  throw error;
});
`;
    assert.deepEqual(readHandlers({ ...files, '/shop/src/orders.ts': own }), [
      'GET /api/orders/:id 410 throw',
      'GET /api/orders/:id 503 throw decided elsewhere',
      'GET /api/orders/:id 200 response',
      'POST /api/orders 503 throw decided elsewhere',
      'any method unknown route 410 response',
    ]);
  });

  it('answers its own exceptions by itself, and 500 to every other error', () => {
    const bare = files['/shop/src/server.ts'].replace(/app\.onError[\s\S]*?\n\}\);\n/, '');
    assert.deepEqual(readHandlers({ ...files, '/shop/src/server.ts': bare }), [
      'GET /api/orders/:id 500 throw',
      'GET /api/orders/:id 410 throw',
      'GET /api/orders/:id 200 response',
      'POST /api/orders 500 throw decided elsewhere',
    ]);
  });
});

describe('Fastify as other files know it', () => {
  const files = {
    '/shop/package.json': '{"dependencies":{"fastify":"^5.0.0"}}',
    '/shop/src/server.ts': `
import Fastify from 'fastify';
import { answerErrors } from './answer-errors';
import { orders } from './orders';
const app = Fastify();
app.register(orders, { prefix: '/orders' });
app.register(answerErrors);
`,
    '/shop/src/answer-errors.ts': `
import fp from 'fastify-plugin';
import { AppError } from './errors';
export const answerErrors = fp(async (app) => {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof AppError) return reply.code(error.code).send({ error: error.message });
    reply.send({ error: 'Try again' });
  });
});
`,
    '/shop/src/orders.ts': `
import { Missing } from './errors';
export async function orders(fastify) {
  fastify.get('/:id', async (request, reply) => {
    if (!request.params.id) throw new Missing();
    reply.code(201);
    return {};
  });
  fastify.route({ method: 'POST', url: '/', handler: async () => { throw new Error('not yet'); } });
}
`,
  };

  it('has an error handler for all that is registered inside, in whatever order', () => {
    assert.deepEqual(readHandlers(files), [
      'GET /orders/:id 404 throw',
      'GET /orders/:id 201 return',
      'POST /orders 200 throw decided elsewhere',
    ]);
  });

  it('keeps an error handler to the plug-in that sets it, unless that is open', () => {
    const closed = files['/shop/src/answer-errors.ts'].replace(
      "import fp from 'fastify-plugin';",
      'const fp = (plugin) => plugin;',
    );
    assert.deepEqual(readHandlers({ ...files, '/shop/src/answer-errors.ts': closed }), [
      'GET /orders/:id 500 throw decided elsewhere',
      'GET /orders/:id 201 return',
      'POST /orders 500 throw decided elsewhere',
    ]);
  });

  it('hands an error that the handler sends or throws on to the one around', () => {
    const inner = files['/shop/src/orders.ts'].replace(
      '  fastify.route',
      '  fastify.setErrorHandler((error, request, reply) => { reply.send(error); });\n  fastify.route',
    );
    assert.deepEqual(readHandlers({ ...files, '/shop/src/orders.ts': inner }), [
      'GET /orders/:id 404 throw',
      'GET /orders/:id 201 return',
      'any method unknown route unknown response',
      'POST /orders 200 throw decided elsewhere',
    ]);
  });
});
