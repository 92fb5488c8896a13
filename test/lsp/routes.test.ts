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

  describe('finds those that the path of a file gives', () => {
    const handles = (...names: readonly string[]): string =>
      names.map((name) => `export const ${name} = async () => Response.json({});\n`).join('');
    const cases: readonly (readonly [
      what: string,
      manifest: string,
      files: Readonly<Record<string, string>>,
      routes: readonly string[],
    ])[] = [
      [
        'Next.js',
        '{"dependencies":{"next":"15"}}',
        {
          'app/api/users/[id]/route.ts': handles('GET', 'DELETE'),
          'app/(shop)/@cart/orders/route.ts': handles('POST'),
          'app/_parts/route.ts': handles('GET'),
          'app/route.ts': handles('GET'),
          'lib/route.ts': handles('GET'),
        },
        ['DELETE /api/users/[id]', 'GET /', 'GET /api/users/[id]', 'POST /orders'],
      ],
      [
        'Next.js with its sources in a folder, and wrapped handlers',
        '{"dependencies":{"next":"15"}}',
        {
          'src/app/files/[...path]/route.ts':
            "import { withUser } from './with-user';\nexport const PUT = withUser(async (request) => Response.json({}));\n",
        },
        ['PUT /files/[...path]'],
      ],
      [
        'Next.js, where the functions are made elsewhere',
        '{"dependencies":{"next":"15"}}',
        {
          'app/auth/route.ts':
            "import { handlers } from './auth';\nexport const { GET, POST } = handlers;\nexport type DELETE = never;\n",
          'app/old/route.ts': "export { PUT } from '../new/route';\n",
          'pages/api/keys.ts': "import { routes } from './routes';\nexport default routes({ show });\n",
        },
        ['/api/keys', 'GET /auth', 'POST /auth', 'PUT /old'],
      ],
      [
        'the API routes of Next.js',
        '{"dependencies":{"next":"15"}}',
        {
          'pages/api/index.ts': 'export default function handler(req, res) { res.json({}); }\n',
          'pages/api/users/[id].ts': 'export default async (req, res) => { res.status(204).end(); };\n',
          'pages/about.tsx': 'export default function About() { return null; }\n',
        },
        ['/api', '/api/users/[id]'],
      ],
      [
        'SvelteKit',
        '{"devDependencies":{"@sveltejs/kit":"2"}}',
        {
          'src/routes/+server.ts': handles('GET', 'fallback'),
          'src/routes/(app)/notes/[id]/+server.ts': handles('PATCH'),
          'src/routes/login/+page.server.ts':
            'export const load = () => ({});\nexport const actions = { default: async () => fail(400) };\n',
          'src/routes/+layout.server.ts': 'export const load = () => ({});\n',
        },
        ['/', 'GET /', 'GET /login', 'PATCH /notes/[id]', 'POST /login'],
      ],
      [
        'Remix',
        '{"dependencies":{"@remix-run/node":"2"}}',
        {
          'app/routes/_index.tsx': handles('loader'),
          'app/routes/_auth.log-in.tsx': handles('action'),
          'app/routes/users_.$id.edit.tsx': handles('loader'),
          'app/routes/($lang).news.tsx': handles('loader'),
          'app/routes/files.$.tsx': handles('loader'),
          'app/routes/sitemap[.]xml.ts': handles('loader'),
          'app/routes/reports/route.tsx': handles('loader'),
        },
        [
          '/log-in',
          'GET /',
          'GET /:lang?/news',
          'GET /files/*',
          'GET /reports',
          'GET /sitemap.xml',
          'GET /users/:id/edit',
        ],
      ],
      [
        'React Router, where it goes by the names of files',
        '{"dependencies":{"react-router":"7"}}',
        {
          'app/routes.ts': "import { flatRoutes } from '@react-router/fs-routes';\nexport default flatRoutes();\n",
          'app/routes/users.$id.tsx': handles('loader'),
        },
        ['GET /users/:id'],
      ],
      [
        'React Router, but none where it is told otherwise',
        '{"dependencies":{"react-router":"7"}}',
        {
          'app/routes.ts':
            "import { route } from '@react-router/dev/routes';\nexport default [route('u/:id', 'routes/user.tsx')];\n",
          'app/routes/user.tsx': handles('loader'),
        },
        [],
      ],
      [
        'Astro',
        '{"dependencies":{"astro":"5"}}',
        {
          'src/pages/feed.xml.ts': handles('GET'),
          'src/pages/api/index.ts': handles('ALL'),
          'src/pages/api/[id].json.ts': handles('GET', 'POST'),
          'src/pages/_drafts/one.ts': handles('GET'),
        },
        ['/api', 'GET /api/[id].json', 'GET /feed.xml', 'POST /api/[id].json'],
      ],
    ];
    for (const [what, manifest, files, routes] of cases)
      it(`in ${what}`, async () => {
        // A package of a workspace, below a folder that is called as one with routes is.
        const folder = '/app/packages/web';
        const disk = createMemoryHost({
          '/app/package.json': '{"workspaces":["packages/*"]}',
          [`${folder}/package.json`]: manifest,
          ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text])),
        });
        const client = await startInProcess({ folders: ['file:///app'], disk });
        const document = await client.openPlain('', 'file:///app/other.ts');
        await document.pull();
        client.runtime.advance(UNTIL_DONE);
        await client.refreshes.take();
        const found = (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' })) ?? [];
        await client.stop();
        assert.deepEqual(found.map(({ name }) => name).sort(), routes);
      });
  });

  it('narrows them by the letters of the query', async () => {
    assert.deepEqual(await search('del users'), ['DELETE /api/users/:id: export function']);
    assert.deepEqual(await search('post'), []);
  });
});
