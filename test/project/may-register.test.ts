import assert from 'node:assert/strict';
import { createDiskHost } from '../../server/src/disk-host.ts';
import type { SourceText } from '../../server/src/engine/index.ts';
import { mayRegister } from '../../server/src/engine/project/may-register.ts';
import { createProject } from '../../server/src/engine/project/project.ts';
import { listFiles } from '../source-files.ts';

const project = createProject(createDiskHost(process.cwd(), false));

function registers(source: SourceText): boolean {
  const { entries, hung, global } = project.open(source).registered;
  return entries.length + hung.length + global.filters.length + global.prefixes.length > 0;
}

describe('the cheap test for what registers', () => {
  // What stands in the folder itself and in servers/ runs the tests.
  const registering = [...listFiles('test/conformance'), ...listFiles('examples')]
    .filter(({ path }) => !/^test\/conformance\/(?:servers\/|[^/]+$)/.test(path))
    .filter(registers);

  it('passes every file that runs on a framework and registers something', () => {
    assert.ok(registering.length > 50);
    assert.deepEqual(
      registering.filter(({ text }) => !mayRegister(text)).map(({ path }) => path),
      [],
    );
  });

  for (const [what, text] of [
    [
      'hapi',
      "import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\nserver.route({ method: 'GET', path: '/', handler });\n",
    ],
    ['h3', "import { createRouter } from 'h3';\nexport const router = createRouter().get('/', eventHandler(show));\n"],
    ['polka', "const polka = require('polka');\npolka().get('/', show);\n"],
    ['a function that is given an application', 'export function mount(server: Server) {\n  server.route(list);\n}\n'],
  ] as const)
    it(`passes ${what}`, () => assert.ok(mayRegister(text)));

  for (const [what, text] of [
    ['calls of a client', "import { api } from './api';\nexport const load = () => api.get('/users').then(show);\n"],
    ['a map', 'export const find = (app) => apps.get(app);\n'],
  ] as const)
    it(`spares ${what} a parse`, () => assert.ok(!mayRegister(text)));
});
