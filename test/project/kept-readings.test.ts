import assert from 'node:assert/strict';
import { analyze, createProject, defaultSettings, type Project, valuesOf } from '../../server/src/engine/index.ts';
import { createMemoryHost, type MemoryHost } from './memory-host.ts';

const SERVER = '/shop/server.ts';
const FILES = {
  '/shop/package.json': '{"dependencies":{"express":"5"}}',
  '/shop/tsconfig.json': '{"compilerOptions":{"paths":{"@paths":["./paths"]}}}',
  [SERVER]: `
import express from 'express';
import { PREFIX } from '@paths';
import { answerErrors } from './errors';
import { users } from './users';
const app = express();
app.use(PREFIX, users);
app.use(answerErrors);`,
  '/shop/paths.ts': `export const PREFIX = '/v1';`,
  '/shop/errors.ts': `
export class Missing extends Error {}
export function answerErrors(error, req, res, next) {
  res.status(error instanceof Missing ? 404 : 500).json({ error: 'failed' });
}`,
  '/shop/users.ts': `
import { Router } from 'express';
import { show } from './show';
export const users = Router();
users.get('/:id', show);`,
  '/shop/show.ts': `
import { Missing } from './errors';
export async function show(req, res) {
  throw new Missing();
}`,
};

function readWorkspace(host: MemoryHost, saved?: string, edition = 'this'): { project: Project; saved: string } {
  const project = createProject(host);
  const index = project.index(['/shop'], { saved, edition });
  while (!index.advance(1));
  return { project, saved: index.save() };
}

const listRoutes = (project: Project): readonly string[] =>
  project.listRoutes().map(({ method, route }) => `${method} ${route}`);

describe('what an earlier session read of a workspace', () => {
  let host: MemoryHost;
  let saved: string;

  beforeEach(() => {
    host = createMemoryHost(FILES);
    saved = readWorkspace(host).saved;
    host.takeReads();
  });

  /** What the next session knows, and the sources that it reads until then. */
  function goOn(edition?: string): { routes: readonly string[]; reads: readonly string[] } {
    const { project } = readWorkspace(host, saved, edition);
    const reads = host.takeReads().filter((path) => path.endsWith('.ts'));
    return { routes: listRoutes(project), reads };
  }

  it('is known without a look into any source', () => {
    assert.deepEqual(goOn(), { routes: ['GET /v1/:id'], reads: [] });
  });

  it('tells what a handler answers just as if it had been read now', () => {
    const path = '/shop/show.ts';
    const { project } = readWorkspace(host, saved);
    const { responses } = analyze({ path, text: FILES[path] }, defaultSettings, project);
    assert.deepEqual(
      responses.map(({ handler, status }) => [handler.method, handler.route, valuesOf(status)]),
      [['GET', '/v1/:id', [404]]],
    );
  });

  it('is kept over a session that read nothing', () => {
    saved = readWorkspace(host, saved).saved;
    host.takeReads();
    assert.deepEqual(goOn(), { routes: ['GET /v1/:id'], reads: [] });
  });

  it('is read again where a file has changed that it rests on, and nothing else is', () => {
    host.write('/shop/paths.ts', `export const PREFIX = '/v2';`);
    const { routes, reads } = goOn();
    assert.deepEqual(routes, ['GET /v2/:id']);
    assert.ok(!reads.includes('/shop/show.ts'));
  });

  it('is not read again where a file was only touched', () => {
    host.write('/shop/paths.ts', FILES['/shop/paths.ts']);
    assert.deepEqual(goOn(), { routes: ['GET /v1/:id'], reads: ['/shop/paths.ts'] });
  });

  it('is read again where imports lead elsewhere', () => {
    host.write('/shop/other.ts', `export const PREFIX = '/other';`);
    host.write('/shop/tsconfig.json', FILES['/shop/tsconfig.json'].replace('./paths', './other'));
    assert.deepEqual(goOn().routes, ['GET /other/:id']);
  });

  it('is read again where a configuration has come', () => {
    host.write(SERVER, FILES[SERVER].replace('@paths', '#paths'));
    saved = readWorkspace(host).saved;
    host.write('/shop/package.json', '{"dependencies":{"express":"5"},"imports":{"#paths":"./paths.ts"}}');
    assert.deepEqual(goOn().routes, ['GET /v1/:id']);
  });

  it('is read again where a file has come that an import names', () => {
    host.write('/shop/errors/index.ts', '');
    host.write('/shop/show.js', `export async function show() {}`);
    host.remove('/shop/show.ts');
    const { project } = readWorkspace(host, saved);
    assert.deepEqual(
      project.listRoutes().map(({ path }) => path),
      ['/shop/show.js'],
    );
  });

  it('is forgotten where a file has gone', () => {
    host.remove('/shop/users.ts');
    assert.deepEqual(goOn().routes, []);
  });

  it('begins to count when the file comes without which it registered nothing', () => {
    const users = FILES['/shop/users.ts'];
    host.remove('/shop/users.ts');
    saved = readWorkspace(host).saved;
    host.write('/shop/users.ts', users);
    assert.deepEqual(goOn().routes, ['GET /v1/:id']);
  });

  it('is read again by an engine that may read it in another way', () => {
    assert.deepEqual(goOn('another').reads.includes(SERVER), true);
  });

  it('is not believed where a letter of it has changed', () => {
    saved = saved.replace('/:id', '/:no');
    assert.deepEqual(goOn().routes, ['GET /v1/:id']);
  });

  it('claims nothing of a function that has gone from its file while nobody was told', () => {
    const path = '/shop/show.ts';
    const { project } = readWorkspace(host, saved);
    host.write('/shop/errors.ts', 'export class Missing extends Error {}');
    const { responses, problems } = analyze({ path, text: FILES[path] }, defaultSettings, project);
    assert.deepEqual(problems, []);
    assert.deepEqual(responses, []);
  });
});
