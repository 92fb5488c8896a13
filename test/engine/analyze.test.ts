import assert from 'node:assert/strict';
import { analyze, createProject, defaultSettings, noHost, type Project } from '../../server/src/engine/index.ts';

const CODE = `
import express from 'express';
const app = express();
app.get('/users', (req, res) => res.json({ error: 'Nobody' }));
`;

/** A project of a few files, by path. */
function projectOf(files: Readonly<Record<string, string>>): Project {
  return createProject({ ...noHost, readFile: (path) => files[path], isFile: (path) => path in files });
}

function statusesOf(path: string, files: Readonly<Record<string, string>>): readonly unknown[] {
  const { responses, problems } = analyze({ path, text: files[path] ?? '' }, defaultSettings, projectOf(files));
  assert.deepEqual(problems, []);
  return responses.map(({ status }) => (status.kind === 'one' ? status.value : status.kind));
}

describe('analysis', () => {
  it('finds the mistake in a file of the program', () => {
    assert.equal(analyze({ path: 'src/app.ts', text: CODE }).findings.length, 1);
  });

  for (const [what, text] of [
    ['Hono', "import { Hono } from 'hono';\nnew Hono().get('/', (c) => c.text('Hello'));\n"],
    [
      'a class of routing-controllers',
      "import { Get, JsonController } from 'routing-controllers';\n@JsonController()\nclass Users {\n  @Get('/users') list() { return users; }\n}\n",
    ],
  ] as const)
    it(`reads a file of ${what} that has no word of a status or a body`, () => {
      assert.equal(analyze({ path: 'src/app.ts', text }).responses.length, 1);
    });

  for (const path of [
    'test/app.ts',
    'src/__tests__/app.ts',
    'src/app.test.ts',
    'mocks/app.js',
    'src/app.d.ts',
    'dist/app.js',
    'web/dev-dist/workbox-52f2a342.js',
    'web/enhanced-sw.js',
  ]) {
    it(`is silent in ${path}, which serves nobody`, () => {
      const { findings, responses } = analyze({ path, text: CODE });
      assert.deepEqual(findings, []);
      assert.equal(responses.length, 1);
    });
  }
});

describe('other files of the project', () => {
  const app = (line: string, imports: string): string => `
import express from 'express';
${imports}
const app = express();
app.get('/users/:id', (req, res) => { ${line} });
`;

  it('are read through relative imports and re-exports, however many', () => {
    const files: Record<string, string> = {
      'src/app.ts': app("fail(res, 409, 'taken');", "import { fail } from './again0';"),
      'src/fail.ts': 'export function fail(res, status, message) { res.status(status).json({ message }); }',
    };
    for (let index = 0; index < 30; index++)
      files[`src/again${index}.ts`] = `export * from './${index === 29 ? 'fail' : `again${index + 1}`}';`;
    assert.deepEqual(statusesOf('src/app.ts', files), [409]);
  });

  it('that import each other in a circle leave the status unknown', () => {
    const files = {
      'src/app.ts': app('res.status(CODE).end();', "import { CODE } from './a';"),
      'src/a.ts': "export { CODE } from './b';",
      'src/b.ts': "export { CODE } from './a';",
    };
    assert.deepEqual(statusesOf('src/app.ts', files), ['unknown']);
  });

  it('are found through paths of a tsconfig.json with comments, trailing commas and extends', () => {
    const files = {
      'src/app.ts': app('res.status(CODES.GONE).end();', "import { CODES } from '@shared/codes';"),
      'lib/codes.ts': 'export const CODES = { GONE: 410 } as const;',
      'tsconfig.json': '{ // the project\n "extends": "./base.json", }',
      'base.json': '{ "compilerOptions": { "baseUrl": ".", /* where */ "paths": { "@shared/*": ["lib/*"] } } }',
    };
    assert.deepEqual(statusesOf('src/app.ts', files), [410]);
  });

  it('are found through the imports of package.json and CommonJS', () => {
    const files = {
      'src/app.js': `const express = require('express');
const { NotFound } = require('#errors');
const app = express();
app.get('/', (req, res) => { throw new NotFound('Nobody'); });`,
      'src/errors.js': `class HttpError extends Error { constructor(message, status) { super(message); this.status = status; } }
class NotFound extends HttpError { constructor(message) { super(message, 404); } }
module.exports = { NotFound };`,
      'package.json': '{ "dependencies": { "express": "^5.0.0" }, "imports": { "#errors": "./src/errors.js" } }',
    };
    assert.deepEqual(statusesOf('src/app.js', files), [404]);
  });

  it('are none of a server where an HTTP client handles what it was answered', () => {
    const files = {
      'src/errors.ts':
        'export class ApiError extends Error { constructor(m: string, public status = 500) { super(m); } }',
      'src/client.ts': `import axios from 'axios';
import { ApiError } from './errors';
export function createClient(tokens) {
  const api = axios.create();
  api.interceptors.response.use((response) => response, async (error) => {
    if (!tokens) throw new ApiError('No tokens', 401);
    throw error;
  });
  return api;
}`,
      'src/service.ts': `import { ApiError } from './errors';
export async function open(tokens) { if (!tokens) throw new ApiError('No tokens', 401); }`,
      'package.json': '{ "dependencies": { "express": "^5.0.0" } }',
    };
    assert.deepEqual(statusesOf('src/client.ts', files), []);
    assert.deepEqual(statusesOf('src/service.ts', files), [401]);
  });

  it('that are missing, empty or broken leave the status unknown', () => {
    for (const text of [undefined, '', 'export const = {{{']) {
      const files: Record<string, string> = {
        'src/app.ts': app('res.status(CODE).end();', "import { CODE } from './codes';"),
        ...(text === undefined ? {} : { 'src/codes.ts': text }),
      };
      assert.deepEqual(statusesOf('src/app.ts', files), ['unknown']);
    }
  });

  it('do not make nested conditions explode', () => {
    const tests = Array.from({ length: 12 }, (_, index) => `if (req.query.a${index}) res.status(${400 + index});`);
    const sends = Array.from({ length: 12 }, (_, index) => `if (req.query.b${index}) return res.json(${index});`);
    const files = { 'src/app.ts': app([...tests, ...sends].join('\n'), '') };
    assert.ok(statusesOf('src/app.ts', files).length >= 12);
  });
});
