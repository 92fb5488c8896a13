import assert from 'node:assert/strict';
import { analyze, createProject, defaultSettings, type Response, valuesOf } from '../../server/src/engine/index.ts';
import { createMemoryHost, type MemoryHost } from './memory-host.ts';
import { FILES, USERS } from './shop.ts';

function readUsers(host: MemoryHost, indexed: boolean): readonly Response[] {
  const project = createProject(host);
  if (indexed) {
    // What an earlier session has left makes no difference.
    const earlier = createProject(host).index(['/shop']);
    while (!earlier.advance(1000));
    while (!project.index(['/shop'], { saved: earlier.save() }).advance(1000));
  }
  const text = host.readFile(USERS) ?? '';
  const { responses, problems } = analyze({ path: USERS, text }, defaultSettings, project);
  assert.deepEqual(problems, []);
  return responses;
}

/** One line for each answer: its way, its status, and whether the handler itself decides it. */
function toLines(responses: readonly Response[]): readonly string[] {
  return responses.map(({ handler, status, via, decidedHere }) =>
    [
      handler.method ?? 'any method',
      handler.route ?? 'unknown route',
      valuesOf(status)?.join(' or ') ?? 'unknown',
      via,
      decidedHere ? '' : 'decided elsewhere',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

describe('what files that import a handler know of it', () => {
  it('is its method, its whole route and who answers what it throws', () => {
    assert.deepEqual(toLines(readUsers(createMemoryHost(FILES), true)), [
      'POST /api/users 409 throw',
      'POST /api/users 201 response',
      'GET /api/users/:id 503 throw decided elsewhere',
      'GET /api/users/:id 200 response',
    ]);
  });

  it('is not known before the workspace was read, and nothing is claimed until then', () => {
    assert.deepEqual(toLines(readUsers(createMemoryHost(FILES), false)), [
      'any method unknown route unknown throw',
      'any method unknown route 201 response',
      'any method unknown route 200 response',
    ]);
  });

  it('leaves an error unknown that an error handler gives to code which was not read', () => {
    const host = createMemoryHost(FILES);
    host.write(
      '/shop/src/errors.ts',
      FILES['/shop/src/errors.ts'].replace("res.status(503).json({ error: 'try again' })", 'report(err, res)'),
    );
    assert.deepEqual(toLines(readUsers(host, true))[2], 'GET /api/users/:id 200 response');
  });

  it('takes an error handler of another prefix for none of theirs', () => {
    const host = createMemoryHost(FILES);
    host.write(
      '/shop/src/server.ts',
      FILES['/shop/src/server.ts'].replace('app.use(answerErrors)', "app.use('/admin', answerErrors)"),
    );
    assert.deepEqual(toLines(readUsers(host, true))[2], 'GET /api/users/:id 500 throw decided elsewhere');
  });

  it('says nothing of a route that two applications register in different ways', () => {
    const host = createMemoryHost(FILES);
    host.write('/shop/src/other.ts', FILES['/shop/src/server.ts'].replace("'/api'", "'/v2'"));
    assert.equal(readUsers(host, true)[1]?.handler.route, undefined);
    assert.equal(readUsers(host, true)[1]?.handler.method, 'POST');
  });

  it('leads through a function that wraps a whole controller', () => {
    const host = createMemoryHost(FILES);
    host.write(
      '/shop/src/routes.ts',
      `
import { Router } from 'express';
import { wrapController } from 'wrapping';
import * as raw from './users';
const users = wrapController(raw);
export const routes = Router();
routes.post('/accounts', users.addUser);
`,
    );
    assert.equal(readUsers(host, true)[1]?.handler.route, '/api/accounts');
  });

  it('follows a table that is filled by statements of its file', () => {
    const host = createMemoryHost(FILES);
    host.write(
      '/shop/src/users.ts',
      `${FILES['/shop/src/users.ts']}let all = {};\nall.addUser = addUser;\nexport default all;\n`,
    );
    host.write(
      '/shop/src/routes.ts',
      `
import { Router } from 'express';
import users from './users';
export const routes = Router();
routes.post('/people', users.addUser);
`,
    );
    assert.equal(readUsers(host, true)[1]?.handler.route, '/api/people');
  });

  it('leads through routers that are made and filled in one expression', () => {
    const host = createMemoryHost(FILES);
    host.write(
      '/shop/src/routes.ts',
      `
import { Router } from 'express';
import { addUser } from './users';
import { health } from './health';
const users = Router().post('/users', addUser).get('/users', health);
export const routes = Router().use('/v1', users);
`,
    );
    const added = toLines(readUsers(host, true));
    assert.equal(added[0], 'POST /api/v1/users 409 throw');
    assert.equal(added[1], 'POST /api/v1/users 201 response');
  });

  it('tells who answers what a service throws, where all handlers share their error handlers', () => {
    const host = createMemoryHost(FILES);
    const text = `
import { AppError } from './errors';
export const rename = async (name) => {
  if (!name) throw new AppError(422, 'name');
};
`;
    host.write('/shop/src/service.ts', text);
    const project = createProject(host);
    while (!project.index(['/shop']).advance(1000));
    const { responses } = analyze({ path: '/shop/src/service.ts', text }, defaultSettings, project);
    assert.deepEqual(toLines(responses), ['any method unknown route 422 throw']);
  });

  it('follows lists of routes, and routers that a function is given', () => {
    const host = createMemoryHost(FILES);
    host.write(
      '/shop/src/server.ts',
      `
import express from 'express';
import mount from './mount';
const app = express();
mount(app);
`,
    );
    host.write(
      '/shop/src/mount.ts',
      `
import { routes } from './routes';
const all = [{ path: '/v1', router: routes }];
export default (server) => {
  all.forEach((one) => server.use(one.path, one.router));
};
`,
    );
    assert.equal(readUsers(host, true)[1]?.handler.route, '/v1/users');
  });
});

describe('an application that a class keeps', () => {
  for (const given of ['mount(this.app);', 'this.app.use(routes);'])
    it(`has its routes through ${given}`, () => {
      const host = createMemoryHost(FILES);
      host.write(
        '/shop/src/server.ts',
        `
import express from 'express';
import { routes } from './routes';
import mount from './mount';
class Server {
  constructor() {
    this.app = express();
    ${given}
  }
}
new Server();
`,
      );
      host.write('/shop/src/mount.ts', `import { routes } from './routes';\nexport default (app) => app.use(routes);`);
      assert.equal(readUsers(host, true)[1]?.handler.route, '/users');
    });
});

const USERS_ROUTER = `
import { Router } from 'express';
export const users = Router();
users.get('/all', (req, res) => res.json([]));`;

describe('the index of a workspace', () => {
  const finish = (host: MemoryHost, saved?: string) => {
    const index = createProject(host).index(['/shop'], { saved });
    while (!index.advance(1));
    return index;
  };

  it('reads no file again that has not changed since it was saved', () => {
    const host = createMemoryHost({ ...FILES, '/shop/src/prices.ts': 'export const price = 1;' });
    const saved = finish(host).save();
    host.takeReads();
    finish(host, saved);
    assert.ok(!host.takeReads().includes('/shop/src/prices.ts'));
    host.write('/shop/src/prices.ts', 'export const price = 2;');
    finish(host, saved);
    assert.ok(host.takeReads().includes('/shop/src/prices.ts'));
  });

  for (const garbage of [
    '',
    'null',
    '[]',
    '{"format":1}',
    '{"format":1,"files":{"/shop/src/server.ts":[1,2,3]}}',
    '{"format":1,"fi',
  ])
    it(`starts anew from ${garbage === '' ? 'nothing' : garbage}`, () => {
      const host = createMemoryHost(FILES);
      assert.equal(finish(host, garbage).save(), finish(host).save());
    });

  it('heals when the folder has moved', () => {
    const saved = finish(createMemoryHost(FILES)).save().replaceAll('/shop/', '/elsewhere/');
    const host = createMemoryHost(FILES);
    assert.equal(finish(host, saved).save(), finish(host).save());
  });

  it('goes on with files that change and files that go, a thousand at once too', () => {
    const host = createMemoryHost(FILES);
    const project = createProject(host);
    const index = project.index(['/shop']);
    while (!index.advance(100));
    index.takeNews();
    for (let count = 0; count < 1000; count++) {
      host.write(`/shop/src/many/${count}.ts`, 'export {};');
      index.change(`/shop/src/many/${count}.ts`, false);
    }
    while (!index.advance(100));
    assert.equal(index.takeNews(), false);
    host.remove('/shop/src/server.ts');
    index.change('/shop/src/server.ts', true);
    while (!index.advance(100));
    assert.equal(index.takeNews(), true);
    project.refresh();
    const text = host.readFile(USERS) ?? '';
    const [, created] = analyze({ path: USERS, text }, defaultSettings, project).responses;
    assert.equal(created?.handler.route, '/users');
  });

  it('says nothing of what answers errors where several applications stand alone that may be mounted', () => {
    const files = {
      '/shop/package.json': '{"dependencies":{"hono":"4"}}',
      '/shop/errors.ts': 'export class Gone extends Error { status = 410 as const; }',
      '/shop/make.ts': `
import { Hono } from 'hono';
import { Gone } from './errors';
export function make() {
  const app = new Hono();
  app.onError((error, c) => c.json({}, error instanceof Gone ? 410 : 500));
  return app;
}`,
      '/shop/users.ts': `
import { Hono } from 'hono';
import { guard } from './guard';
export const users = new Hono().use('*', guard).get('/', (c) => c.json([]));`,
      '/shop/app.ts': `
import { make } from './make';
import { users } from './users';
export default make().route('/users', users);`,
      '/shop/guard.ts': `
import { Gone } from './errors';
export async function guard(c, next) {
  try {
    if (!c.req.header('x')) throw new Gone();
  } catch {
    throw new Gone();
  }
  await next();
}`,
    };
    const host = createMemoryHost(files);
    const project = createProject(host);
    while (!project.index(['/shop']).advance(1000));
    const source = { path: '/shop/guard.ts', text: files['/shop/guard.ts'] };
    const { responses, findings } = analyze(source, defaultSettings, project);
    assert.ok(responses.every(({ status }) => !valuesOf(status)?.includes(500)));
    assert.deepEqual(findings, []);
  });

  it('follows a path that is written in another file, and a router that moves', () => {
    const host = createMemoryHost({
      '/shop/package.json': '{"dependencies":{"express":"5"}}',
      '/shop/server.ts': `
import express from 'express';
import { PREFIX } from './paths';
import { users } from './routes';
express().use(PREFIX, users);`,
      '/shop/paths.ts': `export const PREFIX = '/v1';`,
      '/shop/routes/index.ts': `export * from './users';`,
      '/shop/routes/users.ts': USERS_ROUTER,
    });
    const project = createProject(host);
    const index = project.index(['/shop']);
    const readOn = (): readonly string[] => {
      project.refresh();
      while (!index.advance(100));
      return project.listRoutes().map(({ route, path }) => `${route} in ${path}`);
    };
    assert.deepEqual(readOn(), ['/v1/all in /shop/routes/users.ts']);
    host.write('/shop/paths.ts', `export const PREFIX = '/v2';`);
    index.change('/shop/paths.ts', false);
    assert.deepEqual(readOn(), ['/v2/all in /shop/routes/users.ts']);
    host.remove('/shop/routes/users.ts');
    index.change('/shop/routes/users.ts', true);
    assert.deepEqual(readOn(), []);
    host.write('/shop/routes/users/index.ts', USERS_ROUTER);
    index.change('/shop/routes/users', false);
    assert.deepEqual(readOn(), ['/v2/all in /shop/routes/users/index.ts']);
  });

  it('reads what is assigned at the top of a file, and the other files where reading one fails', () => {
    const host = createMemoryHost({
      '/shop/package.json': '{"dependencies":{"express":"5"}}',
      '/shop/assigned.ts': `
import { Router } from 'express';
let prefix = '';
prefix = '/late';
export const users = Router();
users.get(prefix, (req, res) => res.json([]));`,
      '/shop/failing.ts': `import { Router } from 'express';\nimport './broken';\nRouter().get('/x', (req, res) => res.end());`,
      '/shop/users.ts': USERS_ROUTER,
    });
    const failing = {
      ...host,
      readFile: (path: string) => {
        if (path === '/shop/failing.ts' && seen.has(path)) throw new Error('gone');
        seen.add(path);
        return host.readFile(path);
      },
    };
    const seen = new Set<string>();
    const project = createProject(failing);
    const index = project.index(['/shop']);
    while (!index.advance(100));
    assert.deepEqual(
      project
        .listRoutes()
        .map(({ route }) => route)
        .sort(),
      ['/all', '/late'],
    );
  });

  it('leaves installed packages, built files and tests alone', () => {
    const host = createMemoryHost({
      '/shop/node_modules/x/index.js': '',
      '/shop/dist/server.js': '',
      '/shop/src/server.test.ts': '',
      '/shop/src/server.d.ts': '',
    });
    finish(host);
    assert.deepEqual(host.takeReads(), []);
  });
});
