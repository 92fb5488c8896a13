import assert from 'node:assert/strict';
import {
  analyze,
  createProject,
  expandSnippet,
  findCompletions,
  noHost,
  valuesOf,
} from '../../server/src/engine/index.ts';

interface Case {
  readonly path?: string;
  /** The file with `|` where the answer is written. */
  readonly code: string;
  readonly status?: number;
  readonly written: string;
}

/** The file after the whole answer with a status was taken; undefined if none is offered. */
function take({ path = 'src/app.ts', code: marked, status = 404 }: Omit<Case, 'written'>): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const list = findCompletions({ path, text }, createProject(noHost), offset, 'typed');
  const item = list?.items.find((one) => one.kind === 'answer' && one.code === status);
  if (!list || !item) return undefined;
  const edits = [...item.edits, { span: list.replaced, text: expandSnippet(item.text) }];
  return edits
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, text: put }) => all.slice(0, span.start) + put + all.slice(span.end), text);
}

const route = (line: string, open: string, close: string) => (statement: string) =>
  `${line}\n${open}\n  ${statement}\n${close}\n`;

const fastify = route(
  "import fastify from 'fastify';\nconst app = fastify();",
  "app.get('/', async (request, reply) => {",
  '});',
);
const koa = route("import Koa from 'koa';\nconst app = new Koa();", 'app.use(async (context) => {', '});');
const hono = route("import { Hono } from 'hono';\nconst app = new Hono();", "app.get('/', async (c) => {", '});');
const elysia = (context: string) =>
  route("import { Elysia } from 'elysia';\nconst app = new Elysia();", `app.get('/', async (${context}) => {`, '});');
const hapi = route(
  "import hapi from '@hapi/hapi';\nconst server = hapi.server();",
  "server.route({ method: 'GET', path: '/', handler: (request, toolkit) => {",
  '} });',
);
const h3 = (line: string) => route(line, 'export default defineEventHandler(async (event) => {', '});');
const node = route("import { createServer } from 'node:http';", 'createServer((request, response) => {', '});');
const nest = (names: string) =>
  route(
    `import { ${names} } from '@nestjs/common';`,
    "@Controller('users')\nexport class Users {\n  @Get()\n  find() {",
    '  }\n}',
  );
const controllers = (names: string) =>
  route(
    `import { ${names} } from 'routing-controllers';`,
    "@JsonController('/users')\nexport class Users {\n  @Get('/')\n  find() {",
    '  }\n}',
  );
const next = (lines: string) => route(lines, 'export async function GET(request) {', '}');
const svelte = (lines: string) => route(lines, 'export async function GET({ params }) {', '}');

const error = "{ error: 'There is no such user' }";

const CASES: Readonly<Record<string, Case>> = {
  Fastify: { code: fastify('4|'), written: fastify(`return reply.code(404).send(${error});`) },
  Koa: { code: koa('4|'), written: koa(`context.status = 404;\ncontext.body = ${error};\nreturn;`) },
  Hono: { code: hono('4|'), written: hono(`return c.json(${error}, 404);`) },
  'Elysia, of a context by its name': {
    code: elysia('ctx')('4|'),
    written: elysia('ctx')(`return ctx.status(404, ${error});`),
  },
  'Elysia, of a context that is taken apart': {
    code: elysia('{ status: answer, set }')('4|'),
    status: 429,
    written: elysia('{ status: answer, set }')(
      "set.headers['Retry-After'] = '60';\nreturn answer(429, { error: 'Try again in a minute' });",
    ),
  },
  'Elysia, of a context that left the function out': {
    code: elysia('{ params }')('4|'),
    written: elysia('{ params }')(`return Response.json(${error}, { status: 404 });`),
  },
  hapi: { code: hapi('4|'), written: hapi(`return toolkit.response(${error}).code(404);`) },
  'h3, with the import that is lacking': {
    code: h3("import { defineEventHandler } from 'h3';")('4|'),
    written: h3("import { defineEventHandler, setResponseStatus } from 'h3';")(
      `setResponseStatus(event, 404);\nreturn ${error};`,
    ),
  },
  'Nitro, whose functions are globals': {
    path: 'server/api/users.get.ts',
    code: h3('')('4|'),
    written: h3('')(`setResponseStatus(event, 404);\nreturn ${error};`),
  },
  'AWS Lambda': {
    path: 'src/get.ts',
    code: route(
      "import type { APIGatewayProxyHandler } from 'aws-lambda';",
      'export const handler: APIGatewayProxyHandler = async (event) => {',
      '};',
    )('4|'),
    written: route(
      "import type { APIGatewayProxyHandler } from 'aws-lambda';",
      'export const handler: APIGatewayProxyHandler = async (event) => {',
      '};',
    )(`return { statusCode: 404, body: JSON.stringify(${error}) };`),
  },
  'Azure Functions': {
    code: route(
      "import { app, type HttpHandler } from '@azure/functions';",
      'const find: HttpHandler = async (request, context) => {',
      '};',
    )('4|'),
    written: route(
      "import { app, type HttpHandler } from '@azure/functions';",
      'const find: HttpHandler = async (request, context) => {',
      '};',
    )(`return { status: 404, jsonBody: ${error} };`),
  },
  "Node's own server": {
    code: node('4|'),
    written: node(
      `response.writeHead(404, { 'Content-Type': 'application/json' });\nresponse.end(JSON.stringify(${error}));\nreturn;`,
    ),
  },
  'the API routes of Next.js': {
    path: 'pages/api/users.ts',
    code: route('', 'export default function handler(req, res) {', '}')('5|'),
    status: 503,
    written: route(
      '',
      'export default function handler(req, res) {',
      '}',
    )("res.setHeader('Retry-After', '300');\nres.status(503).json({ error: 'We are back in five minutes' });\nreturn;"),
  },
  'Next.js, with the import that is lacking': {
    path: 'app/users/route.ts',
    code: next("'use server';\nimport { findUser } from './users';")('4|'),
    written: next("'use server';\nimport { findUser } from './users';\nimport { NextResponse } from 'next/server';")(
      `return NextResponse.json(${error}, { status: 404 });`,
    ),
  },
  'SvelteKit, with the first import of all': {
    path: 'src/routes/users/+server.ts',
    code: svelte('')('4|'),
    written: `\nimport { json } from '@sveltejs/kit';\n${svelte('').call(undefined, `return json(${error}, { status: 404 });`).slice(1)}`,
  },
  'NestJS, with the import that is lacking': {
    path: 'src/users.ts',
    code: nest('Controller, Get')('4|'),
    written: nest('Controller, Get, NotFoundException')(`throw new NotFoundException(${error});`),
  },
  'routing-controllers, with the import that is lacking': {
    path: 'src/users.ts',
    code: controllers('Get, JsonController')('4|'),
    status: 409,
    written: controllers('Get, JsonController, HttpError')("throw new HttpError(409, 'The e-mail address is taken');"),
  },
  tsoa: {
    path: 'src/users.ts',
    code: route(
      "import { Controller, Get, Route } from 'tsoa';",
      "@Route('users')\nexport class Users extends Controller {\n  @Get()\n  public async find() {",
      '  }\n}',
    )('4|'),
    written: route(
      "import { Controller, Get, Route } from 'tsoa';",
      "@Route('users')\nexport class Users extends Controller {\n  @Get()\n  public async find() {",
      '  }\n}',
    )(`this.setStatus(404);\nreturn ${error};`),
  },
};

describe('whole answers speak the words of', () => {
  for (const [name, one] of Object.entries(CASES))
    it(name, () => {
      assert.equal(take(one), one.written);
      const { responses, findings } = analyze({ path: one.path ?? 'src/app.ts', text: one.written });
      assert.deepEqual(new Set(responses.flatMap(({ status }) => valuesOf(status))), new Set([one.status ?? 404]));
      assert.deepEqual(findings, []);
    });

  it('no function of Azure that keeps its answer in the context', () => {
    const code =
      "import type { AzureFunction } from '@azure/functions';\nconst run: AzureFunction = async (context, req) => {\n  4|\n};\n";
    assert.equal(take({ code }), undefined);
  });
});
