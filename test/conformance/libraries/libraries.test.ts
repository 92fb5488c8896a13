import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  analyze,
  createProject,
  defaultSettings,
  listRouteAnswers,
  type RouteAnswers,
} from '../../../server/src/engine/index.ts';
import { libraries } from '../../../server/src/engine/libraries/table.ts';
import { createMemoryHost } from '../../project/memory-host.ts';
import { fetchPackages } from '../fetched.ts';
import { PACKAGES } from './packages.ts';
import { REQUESTS, type Refused } from './requests.ts';

const FOLDER = 'test/conformance/libraries/apps';
/** Stands around all routes of its server, but is asked for on one. */
const LIMITER = '@fastify/rate-limit';

function read(name: string): readonly RouteAnswers[] {
  const path = `/app/${name}`;
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const project = createProject(
    createMemoryHost({ [path]: text, '/app/package.json': JSON.stringify({ dependencies: PACKAGES }) }),
  );
  return listRouteAnswers(analyze({ path, text }, defaultSettings, project), project);
}

async function send(port: number, method: string, route: string, refused: Refused): Promise<Response> {
  const { path = route, headers = {}, body } = refused;
  const init = { method, headers, redirect: 'manual' as const, ...(body === undefined ? {} : { body }) };
  return fetch(`http://127.0.0.1:${port}${path.startsWith('/') ? path : route}`, init);
}

describe('what libraries answer by themselves', function () {
  this.timeout(300_000);
  let packages: string;
  before(async () => {
    packages = await fetchPackages(PACKAGES);
  });

  for (const [name, requests] of Object.entries(REQUESTS))
    describe(`in ${name}`, () => {
      const routes = read(name);
      let server: ChildProcess;
      let port: number;
      before(async () => {
        server = fork('test/conformance/libraries/serve.mjs', [join(FOLDER, name), packages]);
        port = await new Promise<number>((done, fail) => {
          server.once('message', done).once('exit', (code) => fail(new Error(`The app ended with ${code}`)));
        });
      });
      after(() => {
        if (server.connected) server.disconnect();
      });

      it('is asked of every route that the engine reads', () => {
        const read = routes.map(({ handler }) => `${handler.method} ${handler.route}`);
        assert.deepEqual([...read].sort(), Object.keys(requests).sort());
      });

      for (const [address, list] of Object.entries(requests))
        it(`is known of ${address}`, async () => {
          const [method = '', route = ''] = address.split(' ');
          const found = routes.find(({ handler }) => handler.method === method && handler.route === route);
          assert.ok(found);
          const received = new Map<number, Headers>();
          for (const one of list) {
            const answer = await send(port, method, route, one);
            await answer.arrayBuffer();
            received.set(answer.status, answer.headers);
          }
          const told = found.outside.filter(({ from }) => from !== LIMITER || route === '/limited');
          const strange = [...received.keys()].filter((status) => !found.own.includes(status));
          assert.deepEqual(strange.sort(), [...new Set(told.map(({ status }) => status))].sort());
          for (const { status, fields } of told)
            for (const field of fields)
              assert.ok(received.get(status)?.has(field), `${field} is not sent with ${status}`);
        });
    });

  it('is told with the version with which it was run', () => {
    for (const { package: name, ran } of libraries) if (ran !== undefined) assert.equal(PACKAGES[name], ran, name);
  });
});
