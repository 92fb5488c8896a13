import assert from 'node:assert/strict';
import { WorkspaceSymbolRequest } from 'vscode-languageserver-protocol';
import { createMemoryHost } from '../project/memory-host.ts';
import { startInProcess } from './harness/client.ts';

const USERS = `
import { Router } from 'express';
export const users = Router();
users.get('/:id', check, (req, res) => res.json({}));
users.delete('/:id', remove);
function check(req, res, next) { next(); }
/** Takes a user away. */
export function remove(req, res) { res.status(204).end(); }
`;
const FILES = {
  '/shop/package.json': '{"dependencies":{"express":"5"}}',
  '/shop/server.ts':
    "import express from 'express';\nimport { users } from './users';\nconst app = express();\napp.use(log);\napp.use('/api/users', users);\nfunction log(req, res, next) { next(); }\n",
  '/shop/users.ts': USERS,
};
const CATS = `
import { Controller, Get, Post } from '@nestjs/common';
@Controller('cats')
export class Cats {
  @Get(':id') show() { return {}; }
  @Post() add() { return {}; }
}
`;
/** Slices follow each other in a few milliseconds. */
const UNTIL_DONE = 1000;

describe('searching the workspace for symbols', () => {
  /** What is found for a query: its name, and the code to which it leads. */
  async function search(query: string): Promise<readonly string[]> {
    const client = await startInProcess({ folders: ['file:///shop'], disk: createMemoryHost(FILES) });
    const document = await client.openPlain(USERS, 'file:///shop/users.ts');
    await document.pull();
    client.runtime.advance(UNTIL_DONE);
    await client.refreshes.take();
    const found = (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? [];
    await client.stop();
    return found.map(({ name, location }) => {
      assert.ok('range' in location);
      assert.equal(location.uri, 'file:///shop/users.ts');
      const { line, character } = location.range.start;
      return `${name}: ${USERS.split('\n')[line]?.slice(character, character + 15)}`;
    });
  }

  it('finds routes with their prefixes, and leads to the function that answers', async () => {
    assert.deepEqual((await search('')).slice().sort(), [
      'DELETE /api/users/:id: export function',
      'GET /api/users/:id: (req, res) => r',
    ]);
  });

  it('finds those that decorators give to the methods of a class, also in what an earlier session left', async () => {
    const disk = createMemoryHost({
      '/shop/package.json': '{"dependencies":{"@nestjs/common":"11"}}',
      '/shop/main.ts': "const app = await NestFactory.create(AppModule);\napp.setGlobalPrefix('api');\n",
      '/shop/cats.ts': CATS,
    });
    const stored = new Map<string, string>();
    for (const _session of ['first', 'second']) {
      const initializationOptions = { storage: '/storage' };
      const client = await startInProcess({ folders: ['file:///shop'], disk, stored, initializationOptions });
      const document = await client.openPlain('', 'file:///shop/other.ts');
      await document.pull();
      client.runtime.advance(UNTIL_DONE);
      await client.refreshes.take();
      const found = (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' })) ?? [];
      assert.deepEqual(
        found.map(({ name, location }) => `${name} in ${location.uri}`),
        ['GET /api/cats/:id in file:///shop/cats.ts', 'POST /api/cats in file:///shop/cats.ts'],
      );
      await client.stop();
    }
  });

  it('narrows them by the letters of the query', async () => {
    assert.deepEqual(await search('del users'), ['DELETE /api/users/:id: export function']);
    assert.deepEqual(await search('post'), []);
  });
});
