import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { compileFunction } from 'node:vm';
import { transformSync } from 'esbuild';

/** One request, and what it is: a correct one, or one for which the mistake shows, with its status before and after. */
export type Asked = readonly [request: string, what: 'correct' | readonly [before: number, after: number]];

/** Handlers of one framework with each mistake that has a safe fix in it, and the requests to try them with. */
export interface RepairedServer {
  readonly name: string;
  readonly path: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly code: string;
  /** Code that the fixes have to write, so that each is known to be tried. */
  readonly written: readonly string[];
  readonly asked: readonly Asked[];
  /** Starts what the code exports. */
  readonly listen: (exported: unknown) => Promise<{ readonly port: number; readonly close: () => Promise<unknown> }>;
}

const fromHere = createRequire(import.meta.url);

/** Runs the code of a server as a module; a package may stand for another of its versions. */
export function run({ path }: RepairedServer, code: string, alias: Readonly<Record<string, string>> = {}): unknown {
  const module = { exports: {} };
  const require = (name: string): unknown => fromHere(alias[name] ?? name);
  const tsconfigRaw = { compilerOptions: { experimentalDecorators: true } };
  const script = path.endsWith('.ts') ? transformSync(code, { loader: 'ts', format: 'cjs', tsconfigRaw }).code : code;
  compileFunction(script, ['module', 'exports', 'require'])(module, module.exports, require);
  return module.exports;
}

async function listenTo(
  listener: RequestListener,
): Promise<{ readonly port: number; readonly close: () => Promise<unknown> }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

const EXPRESS_CODE = `
const express = require('express');
const app = express();
app.get('/items/:id', (req, res) => {
  if (req.params.id === '0') return res.send(404);
  if (req.params.id === '9') return res.json({ error: 'Gone' }, 410);
  res.json({ id: req.params.id });
});
app.delete('/items/:id', (req, res) => {
  if (req.params.id === '0') return res.sendStatus(404);
  res.status(204).json({ deleted: true });
});
app.put('/items/:id', (req, res) => { res.status(204).send('done'); });
app.get('/cached', (req, res) => { res.set('ETag', '"1"').status(304).json({ same: true }); });
app.get('/old', (req, res) => {
  if (req.query.now) return res.redirect(307, '/items/1');
  res.redirect('/items/1', 301);
});
app.post('/orders', (req, res) => {
  if (!req.query.item) {
    res.status(400).json({ error: 'item is missing' });
  }
  res.status(201).json({ item: req.query.item });
});
app.post('/notes', (req, res) => {
  if (!req.query.text) {
    res.status(422).json({ error: 'text is missing' });
    app.set('refused', true);
  }
  res.status(201).json({ text: req.query.text, refused: app.get('refused') });
});
app.use((error, req, res, next) => { res.headersSent ? res.end() : res.sendStatus(500); });
module.exports = app;
`;

const expressAsked = (wrong: readonly (readonly [number, number])[]): readonly Asked[] => [
  ['GET /items/1', 'correct'],
  ['GET /items/0', wrong[0] ?? 'correct'],
  ['GET /items/9', wrong[1] ?? 'correct'],
  ['DELETE /items/1', 'correct'],
  ['DELETE /items/0', 'correct'],
  ['PUT /items/1', 'correct'],
  ['GET /cached', 'correct'],
  ['GET /old?now=1', 'correct'],
  ['GET /old', wrong[2] ?? 'correct'],
  ['POST /orders?item=1', 'correct'],
  ['POST /orders', [400, 400]],
  ['POST /notes?text=1', 'correct'],
  ['POST /notes', [422, 422]],
];

const express = (major: number): Omit<RepairedServer, 'name' | 'asked'> => ({
  path: 'src/app.js',
  dependencies: { express: `^${major}.0.0` },
  code: EXPRESS_CODE,
  written: [
    'sendStatus(404)',
    'status(410).json(',
    'redirect(301, ',
    '.status(304).end()',
    "return res.status(400).json({ error: 'item is missing' })",
    "app.set('refused', true);\n    return;",
  ],
  listen: (app) => listenTo(app as RequestListener),
});

interface FastifyApp {
  listen(options: { port: number; host: string }): Promise<string>;
  close(): Promise<unknown>;
}

export const servers: readonly RepairedServer[] = [
  { name: 'Express 4', ...express(4), asked: expressAsked([]) },
  {
    name: 'Express 5',
    ...express(5),
    asked: expressAsked([
      [200, 404],
      [200, 410],
      [500, 301],
    ]),
  },
  {
    name: 'Fastify',
    path: 'src/app.js',
    dependencies: { fastify: '^5.0.0' },
    code: `
const Fastify = require('fastify');
const app = Fastify();
app.delete('/items/:id', (request, reply) => {
  reply.code(204).send({ deleted: true });
});
app.post('/orders', (request, reply) => {
  if (!request.query.item) {
    reply.code(400).send({ error: 'item is missing' });
  }
  reply.code(201).send({ item: request.query.item });
});
app.put('/orders/:id', async (request, reply) => {
  if (!request.query.item) {
    reply.code(400).send({ error: 'item is missing' });
  }
  return reply.send({ id: request.params.id, item: request.query.item });
});
module.exports = app;
`,
    written: ['reply.code(204).send()', "return reply.code(400).send({ error: 'item is missing' })"],
    asked: [
      ['DELETE /items/1', 'correct'],
      ['POST /orders?item=1', 'correct'],
      ['POST /orders', [400, 400]],
      ['PUT /orders/1?item=1', 'correct'],
      ['PUT /orders/1', [400, 400]],
    ],
    listen: async (exported) => {
      const app = exported as FastifyApp;
      const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
      return { port: Number(port), close: () => app.close() };
    },
  },
  {
    name: 'Koa',
    path: 'src/app.js',
    dependencies: { koa: '^3.0.0', '@koa/router': '^14.0.0' },
    code: `
const Koa = require('koa');
const Router = require('@koa/router');
const app = new Koa();
const router = new Router();
router.get('/items/:id', (ctx) => {
  ctx.body = { id: ctx.params.id };
});
router.delete('/items/:id', (ctx) => {
  ctx.body = { deleted: true };
  ctx.status = 204;
});
router.get('/cached', (ctx) => {
  ctx.status = 304;
  ctx.body = { same: true };
});
app.use(router.routes());
module.exports = app;
`,
    written: [],
    asked: [
      ['GET /items/1', 'correct'],
      ['DELETE /items/1', 'correct'],
      ['GET /cached', 'correct'],
    ],
    listen: (app) => listenTo((app as { callback(): RequestListener }).callback()),
  },
  {
    name: 'Hono',
    path: 'src/app.js',
    dependencies: { hono: '^4.0.0' },
    code: `
const { Hono } = require('hono');
const app = new Hono();
app.onError((error, c) => c.text('It failed', 500));
app.get('/items/:id', (c) => c.json({ id: c.req.param('id') }));
app.delete('/items/:id', (c) => c.json({ deleted: true }, 204));
app.post('/orders', (c) => {
  if (!c.req.query('item')) {
    c.json({ error: 'item is missing' }, 400);
  }
  return c.json({ item: c.req.query('item') }, 201);
});
module.exports = app;
`,
    written: ["return c.json({ error: 'item is missing' }, 400)", 'c.body(null, 204)'],
    asked: [
      ['GET /items/1', 'correct'],
      ['DELETE /items/1', [500, 204]],
      ['POST /orders?item=1', 'correct'],
      ['POST /orders', [201, 400]],
    ],
    listen: (app) =>
      listenTo(async (request, response) => {
        const answer = await (app as { request(url: string, init: object): Promise<Response> }).request(
          `http://127.0.0.1${request.url}`,
          { method: request.method ?? 'GET' },
        );
        response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
      }),
  },
  {
    name: 'NestJS',
    path: 'src/items.controller.ts',
    dependencies: { '@nestjs/common': '^11.0.0', '@nestjs/platform-express': '^11.0.0' },
    code: `
import { Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';

@Controller()
export class ItemsController {
  @Get('items/:id')
  show(@Param('id') id: string) {
    return { id };
  }

  @Delete('items/:id')
  @HttpCode(204)
  remove(@Param('id') id: string) {
    return { deleted: id };
  }

  @Delete('orders/:id')
  cancel(@Res() res: Response) {
    res.status(204).json({ deleted: true });
  }

  @Post('orders')
  order(@Query('item') item: string, @Res() res: Response) {
    if (!item) {
      res.status(400).json({ error: 'item is missing' });
    }
    res.status(201).json({ item });
  }
}
`,
    written: ['res.status(204).end()'],
    asked: [
      ['GET /items/1', 'correct'],
      ['DELETE /items/1', 'correct'],
      ['DELETE /orders/1', 'correct'],
      ['POST /orders?item=1', 'correct'],
      ['POST /orders', [400, 400]],
    ],
    listen: async (exported) => {
      fromHere('reflect-metadata');
      const { Module } = fromHere('@nestjs/common');
      const { NestFactory } = fromHere('@nestjs/core');
      class AppModule {}
      Module({ controllers: [(exported as { ItemsController: unknown }).ItemsController] })(AppModule);
      const app = await NestFactory.create(AppModule, { logger: false });
      await app.listen(0, '127.0.0.1');
      const { port } = app.getHttpServer().address();
      return { port, close: () => app.close() };
    },
  },
];
