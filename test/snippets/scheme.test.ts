import assert from 'node:assert/strict';
import ts from 'typescript';
import { type Expanded, snippets, wordOf } from './all.ts';
import { analyze, frameworkIds, valuesOf } from './engine.ts';

/** A file in which a snippet stands as a person would put it there. */
function inFile({ words, text, code }: Expanded): string {
  if (code === undefined && !METHODS.includes(words.id)) {
    const setup = SETUP[words.id] ?? '';
    return words.id === 'trpc' ? `${setup}export const users = t.router({ ${text} });\n` : `${setup}${text}\n`;
  }
  const wrap = WRAP[words.id];
  assert.ok(wrap, words.id);
  return wrap(text, code === undefined);
}

/** Frameworks whose skeletons are methods of a class. */
const METHODS = ['nest', 'routing-controllers', 'tsoa'];

const SETUP: Readonly<Record<string, string>> = {
  express: "import express from 'express';\nconst app = express();\n",
  fastify: "import fastify from 'fastify';\nconst app = fastify();\n",
  koa: "import Koa from 'koa';\nimport Router from '@koa/router';\nconst app = new Koa();\nconst router = new Router();\n",
  hono: "import { Hono } from 'hono';\nconst app = new Hono();\n",
  next: "import { NextResponse } from 'next/server';\n",
  elysia: "import { Elysia } from 'elysia';\nconst app = new Elysia();\n",
  hapi: "import hapi from '@hapi/hapi';\nconst server = hapi.server();\n",
  h3: "import { createRouter, defineEventHandler, sendNoContent, setResponseHeader, setResponseStatus } from 'h3';\n",
  lambda: "import type { APIGatewayProxyHandler } from 'aws-lambda';\n",
  'azure-functions': "import { app } from '@azure/functions';\n",
  'node-http': "import { createServer } from 'node:http';\n",
  'next-pages': "import type { NextApiRequest } from 'next';\n",
  sveltekit: "import { json } from '@sveltejs/kit';\n",
  trpc: "import { initTRPC, TRPCError } from '@trpc/server';\nconst t = initTRPC.create();\nconst publicProcedure = t.procedure;\n",
};

const PATHS: Readonly<Record<string, string>> = {
  next: 'app/users/route.ts',
  'next-pages': 'pages/api/users.ts',
  sveltekit: 'src/routes/users/+server.ts',
};

const WRAP: Readonly<Record<string, (text: string, whole: boolean) => string>> = {
  express: (text) => `${SETUP['express']}app.post('/users', (req, res) => {\n${text}\n});\n`,
  fastify: (text) => `${SETUP['fastify']}app.post('/users', async (request, reply) => {\n${text}\n});\n`,
  koa: (text) => `${SETUP['koa']}router.post('/users', async (ctx) => {\n${text}\n});\n`,
  hono: (text) => `${SETUP['hono']}app.post('/users', async (c) => {\n${text}\n});\n`,
  fetch: (text) => `export async function POST(request) {\n${text}\n}\n`,
  next: (text) => `${SETUP['next']}export async function POST(request) {\n${text}\n}\n`,
  elysia: (text) => `${SETUP['elysia']}app.post('/users', async ({ status, set }) => {\n${text}\n});\n`,
  hapi: (text) =>
    `${SETUP['hapi']}server.route({ method: 'POST', path: '/users', handler: async (request, h) => {\n${text}\n} });\n`,
  h3: (text) => `${SETUP['h3']}export default defineEventHandler(async (event) => {\n${text}\n});\n`,
  lambda: (text) =>
    `${SETUP['lambda']}export const handler: APIGatewayProxyHandler = async (event) => {\n${text}\n};\n`,
  'azure-functions': (text) =>
    `${SETUP['azure-functions']}app.http('users', { handler: async (request, context) => {\n${text}\n} });\n`,
  'node-http': (text) => `${SETUP['node-http']}createServer((req, res) => {\n${text}\n});\n`,
  'next-pages': (text) => `${SETUP['next-pages']}export default function handler(req, res) {\n${text}\n}\n`,
  sveltekit: (text) => `${SETUP['sveltekit']}export async function POST({ request }) {\n${text}\n}\n`,
  trpc: (text) =>
    `${SETUP['trpc']}export const users = t.router({ make: publicProcedure.mutation(async () => {\n${text}\n}) });\n`,
  tsoa: (text, whole) => {
    const method = whole ? text : `@Post()\npublic async make() {\n${text}\n}`;
    return `import { Controller, Get, Path, Post, Route } from 'tsoa';\n@Route('users')\nexport class Users extends Controller {\n${method}\n}\n`;
  },
  'routing-controllers': (text, whole) => {
    const names =
      'BadRequestError, Delete, ForbiddenError, Get, HttpCode, HttpError, InternalServerError, JsonController, Location, NotFoundError, OnUndefined, Param, Post, Res, UnauthorizedError';
    const method = whole ? text : `@Post()\nmake(@Res() response) {\n${text}\n}`;
    return `import { ${names} } from 'routing-controllers';\n@JsonController('/users')\nexport class Users {\n${method}\n}\n`;
  },
  nest: (text, whole) => {
    const names =
      'BadGatewayException, BadRequestException, ConflictException, Controller, Delete, ForbiddenException, GatewayTimeoutException, Get, Header, InternalServerErrorException, ServiceUnavailableException, UnauthorizedException, UnprocessableEntityException, HttpCode, HttpException, NotFoundException, Param, Post, Res';
    const method = whole ? text : `@Post()\nmake(@Res({ passthrough: true }) response) {\n${text}\n}`;
    return `import { ${names} } from '@nestjs/common';\n@Controller('users')\nexport class Users {\n${method}\n}\n`;
  },
};

describe('the snippets', () => {
  it('have prefixes of one scheme, each its own', () => {
    for (const { prefix, words } of snippets) assert.match(prefix, new RegExp(`^sl${wordOf(words)}(?:\\d{3}|[a-z]+)$`));
    assert.equal(new Set(snippets.map(({ prefix }) => prefix)).size, snippets.length);
    assert.equal(new Set(snippets.map(({ name }) => name)).size, snippets.length);
  });

  it('are there for every framework that is read', () => {
    const known = new Set(snippets.flatMap(({ words }) => [words.id, ...(words.alsoFor ?? [])]));
    assert.deepEqual(
      frameworkIds.filter((id) => !known.has(id)),
      [],
    );
  });

  for (const snippet of snippets) {
    it(`${snippet.prefix} parses, and no rule has anything against it`, () => {
      const text = inFile(snippet);
      const path = PATHS[snippet.words.id] ?? 'src/users.ts';
      const options = { compilerOptions: { experimentalDecorators: true }, reportDiagnostics: true };
      assert.deepEqual(
        ts.transpileModule(text, options).diagnostics?.map(({ messageText }) => messageText),
        [],
      );
      const { findings, problems, responses } = analyze({ path, text });
      assert.deepEqual(
        findings.map(({ rule, message }) => `${rule}: ${message}`),
        [],
        text,
      );
      assert.deepEqual(problems, []);
      if (snippet.code === undefined) return;
      // What it answers is read, so that it is judged at all.
      const statuses = new Set(responses.flatMap(({ status }) => valuesOf(status)));
      assert.deepEqual([...statuses], [snippet.code], text);
    });
  }
});
