import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { platforms } from '../conformance/platforms.ts';
import { startServer } from '../conformance/server-process.ts';
import { answersOf, skeletonOf } from './all.ts';
import type { Mount } from './mount.ts';

/** The files of a project in which every snippet of a framework stands, and where its server answers. */
interface Project {
  /** By their paths. */
  readonly files: Readonly<Record<string, string>>;
  /** Where the snippet of a code, or the skeleton for a user, is asked for; absent where it is asked for as by all. */
  readonly toUrl?: (path: string) => string;
}

const FIND_USER = "const findUser = async (id) => (id === '7' ? { id } : undefined);\n";

/** The server of the conformance tests that runs the platform, with the snippets as its handlers. */
const mountProject =
  (platformId: string, toProject: (id: string) => Project): Mount =>
  async (id) => {
    const platform = platforms.find((one) => one.id === platformId);
    const version = platform?.versions.at(-1);
    if (!platform || !version) throw new Error(`No server runs ${platformId}`);
    const { files, toUrl = (path) => path } = toProject(id);
    const folder = mkdtempSync(join(tmpdir(), 'status-lens-snippets-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const remove = (): void => rmSync(folder, { recursive: true, force: true });
    try {
      const { port, stop } = await startServer(platform, version, folder, Object.keys(files));
      return {
        ask: (path, method = 'GET') =>
          fetch(`http://127.0.0.1:${port}${toUrl(path)}`, { method, headers: { Connection: 'close' } }),
        stop: () => stop().finally(remove),
      };
    } catch (error) {
      remove();
      throw error;
    }
  };

/** A file for each answer, and what stands in it. */
function writeEach(id: string, toFile: (code: number, text: string) => readonly [path: string, text: string]) {
  return Object.fromEntries(answersOf(id).map(({ code, text }) => toFile(code, text)));
}

/** All answers in one file. */
function writeAll(id: string, write: (code: number, text: string) => string): string {
  return answersOf(id)
    .map(({ code, text }) => write(code, text))
    .join('');
}

/** API Gateway runs nowhere but at its maker's; the functions are called with its events of one of the two formats. */
export const mountLambda = (platformId: string): Mount =>
  mountProject(platformId, (id) => ({
    files: {
      'answers.ts': writeAll(id, (code, text) => `export const answer${code} = async (event) => {\n${text}\n};\n`),
      'users.ts': FIND_USER + skeletonOf(id, 'handler'),
    },
    toUrl: (path) => path.replace('/users/', '/users/handler/').replace(/^\/(?=\d)/, '/answers/answer'),
  }));

export const mountRouteHandlers: Mount = mountProject('next', (id) => {
  const imported = "import { NextResponse } from 'next/server';\n";
  return {
    files: {
      ...writeEach(id, (code, text) => [
        `app/${code}/route.ts`,
        `${imported}export async function GET(request) {\n${text}\n}\n`,
      ]),
      'app/users/route.ts': imported + FIND_USER + skeletonOf(id, 'handler'),
    },
    toUrl: (path) => path.replace('/users/', '/users?id='),
  };
});

export const mountApiRoutes: Mount = mountProject('next-pages', (id) => ({
  files: {
    ...writeEach(id, (code, text) => [
      `pages/api/${code}.ts`,
      `export default function handler(req, res) {\n${text}\n}\n`,
    ]),
    'pages/api/users/[id].ts': FIND_USER + skeletonOf(id, 'handler'),
  },
  toUrl: (path) => `/api${path}`,
}));

export const mountSvelteKit: Mount = mountProject('sveltekit', (id) => {
  const imported = "import { json } from '@sveltejs/kit';\n";
  return {
    files: {
      ...writeEach(id, (code, text) => [
        `src/routes/${code}/+server.ts`,
        `${imported}export async function GET({ request }) {\n${text}\n}\n`,
      ]),
      'src/routes/users/[id]/+server.ts': imported + FIND_USER + skeletonOf(id, 'handler'),
      'src/hooks.server.ts': '',
    },
  };
});

export const mountAzure: Mount = mountProject('azure-functions', (id) => {
  const imported = "import { app } from '@azure/functions';\n";
  const all = writeAll(
    id,
    (code, text) =>
      `app.http('answer${code}', { route: '${code}', handler: async (request, context) => {\n${text}\n} });\n`,
  );
  return { files: { 'answers.ts': imported + all, 'users.ts': imported + FIND_USER + skeletonOf(id, 'handler') } };
});

export const mountTsoa: Mount = mountProject('tsoa', (id) => {
  const imported = "import { Controller, Get, Path, Route } from 'tsoa';\n";
  const all = writeAll(id, (code, text) => `@Get('${code}')\npublic async answer${code}() {\n${text}\n}\n`);
  const find = `private readonly users = { find: findUser };\n${skeletonOf(id, 'handler')}`;
  return {
    files: {
      'answers.ts': `${imported}@Route('')\nexport class Answers extends Controller {\n${all}}\n`,
      'users.ts': `${imported}${FIND_USER}@Route('users')\nexport class Users extends Controller {\n${find}\n}\n`,
    },
  };
});

/** What answers with the `Response` of the standard, behind Node or in the runtime of Workers. */
export const mountFetch = (platformId: string): Mount =>
  mountProject(platformId, (id) => {
    const all = writeAll(id, (code, text) => `'/${code}': async (request) => {\n${text}\n},\n`);
    const fetch = '(request) => answers[new URL(request.url).pathname](request)';
    return {
      files: {
        'answers.ts': `const answers = {\n${all}};\nexport default { fetch: ${fetch} };\n`,
        'users.ts': `${FIND_USER}${skeletonOf(id, 'handler')}\nexport default { fetch: GET };\n`,
      },
      toUrl: (path) => path.replace('/users/', '/users/?id=').replace(/^\/(?=\d)/, '/answers/'),
    };
  });

export const mountAstro: Mount = mountProject('astro', (id) => ({
  files: {
    ...writeEach(id, (code, text) => [
      `src/pages/${code}.ts`,
      `export async function GET({ request }) {\n${text}\n}\n`,
    ]),
    // What an endpoint is given has a `url` as well.
    'src/pages/users.ts': FIND_USER + skeletonOf(id, 'handler'),
    'src/middleware.ts': 'export const onRequest = (context, next) => next();\n',
  },
  toUrl: (path) => path.replace('/users/', '/users?id='),
}));

export const mountLoaders = (platformId: string): Mount =>
  mountProject(platformId, (id) => ({
    files: {
      ...writeEach(id, (code, text) => [
        `app/routes/${code}.ts`,
        `export async function loader({ request }) {\n${text}\n}\n`,
      ]),
      'app/routes/users.ts': `${FIND_USER}${skeletonOf(id, 'handler')}\nexport const loader = ({ request }) => GET(request);\n`,
    },
    toUrl: (path) => path.replace('/users/', '/users?id='),
  }));
