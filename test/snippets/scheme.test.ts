import assert from 'node:assert/strict';
import ts from 'typescript';
import { type Expanded, snippets } from './all.ts';
import { analyze, frameworkIds } from './engine.ts';

/** A file in which a snippet stands as a person would put it there. */
function inFile({ words, text, code }: Expanded): string {
  if (code === undefined && words.id !== 'nest') return `${SETUP[words.id] ?? ''}${text}\n`;
  const wrap = WRAP[words.id];
  assert.ok(wrap, words.id);
  return wrap(text, code === undefined);
}

const SETUP: Readonly<Record<string, string>> = {
  express: "import express from 'express';\nconst app = express();\n",
  fastify: "import fastify from 'fastify';\nconst app = fastify();\n",
  koa: "import Koa from 'koa';\nimport Router from '@koa/router';\nconst app = new Koa();\nconst router = new Router();\n",
  hono: "import { Hono } from 'hono';\nconst app = new Hono();\n",
  next: "import { NextResponse } from 'next/server';\n",
};

const WRAP: Readonly<Record<string, (text: string, whole: boolean) => string>> = {
  express: (text) => `${SETUP['express']}app.post('/users', (req, res) => {\n${text}\n});\n`,
  fastify: (text) => `${SETUP['fastify']}app.post('/users', async (request, reply) => {\n${text}\n});\n`,
  koa: (text) => `${SETUP['koa']}router.post('/users', async (ctx) => {\n${text}\n});\n`,
  hono: (text) => `${SETUP['hono']}app.post('/users', async (c) => {\n${text}\n});\n`,
  fetch: (text) => `export async function POST(request) {\n${text}\n}\n`,
  next: (text) => `${SETUP['next']}export async function POST(request) {\n${text}\n}\n`,
  nest: (text, whole) => {
    const names =
      'BadRequestException, ConflictException, Controller, Delete, Get, Header, HttpCode, HttpException, NotFoundException, Param, Post, Res';
    const method = whole ? text : `@Post()\nmake(@Res({ passthrough: true }) response) {\n${text}\n}`;
    return `import { ${names} } from '@nestjs/common';\n@Controller('users')\nexport class Users {\n${method}\n}\n`;
  },
};

describe('the snippets', () => {
  it('have prefixes of one scheme, each its own', () => {
    for (const { prefix, words } of snippets) assert.match(prefix, new RegExp(`^sl${words.id}(?:\\d{3}|[a-z]+)$`));
    assert.equal(new Set(snippets.map(({ prefix }) => prefix)).size, snippets.length);
    assert.equal(new Set(snippets.map(({ name }) => name)).size, snippets.length);
  });

  it('are about frameworks that are read, as far as those are there', () => {
    const known = new Set(snippets.map(({ words }) => words.id));
    // Fetch-style handlers belong to many frameworks.
    assert.deepEqual(
      frameworkIds.filter((id) => ['express', 'fastify', 'koa', 'hono', 'nest'].includes(id) && !known.has(id)),
      [],
    );
  });

  for (const snippet of snippets) {
    it(`${snippet.prefix} parses, and no rule has anything against it`, () => {
      const text = inFile(snippet);
      const path = snippet.words.id === 'next' ? 'app/users/route.ts' : 'src/users.ts';
      const options = { compilerOptions: { experimentalDecorators: true }, reportDiagnostics: true };
      assert.deepEqual(
        ts.transpileModule(text, options).diagnostics?.map(({ messageText }) => messageText),
        [],
      );
      const { findings, problems } = analyze({ path, text });
      assert.deepEqual(
        findings.map(({ rule, message }) => `${rule}: ${message}`),
        [],
        text,
      );
      assert.deepEqual(problems, []);
    });
  }
});
