import assert from 'node:assert/strict';
import { analyze, createProject, defaultSettings } from '../../server/src/engine/index.ts';
import { createMemoryHost } from './memory-host.ts';
import { FILES } from './shop.ts';

describe('the folders of a workspace', () => {
  it('leaves handlers what they are where nothing but the folder of the routes is opened', () => {
    const path = '/shop/app/routes/users.ts';
    const text = 'export const loader = () => Response.json([], { status: 206 });';
    const project = createProject(
      createMemoryHost({ '/shop/package.json': '{"dependencies":{"@remix-run/node":"2"}}', [path]: text }),
    );
    while (!project.index(['/shop/app/routes']).advance(1000));
    assert.deepEqual(
      analyze({ path, text }, defaultSettings, project).handlers.map(({ framework, method }) => [framework, method]),
      [['remix', 'GET']],
    );
  });

  it('reads folders that are called as those of a package whose files are none of its own', () => {
    const router =
      "import { Router } from 'express';\nexport const r = Router();\nr.get('/NAME', (req, res) => res.json({}));\n";
    const folders = ['public', 'vendor', 'src/routes/public', 'src/routes/vendor'];
    const files = folders.map((folder) => [`/shop/${folder}/r.ts`, router.replace('NAME', folder)] as const);
    const project = createProject(createMemoryHost({ ...FILES, ...Object.fromEntries(files) }));
    const index = project.index(['/shop']);
    while (!index.advance(100));
    const listRead = (): readonly string[] => folders.filter((folder) => index.registers(`/shop/${folder}/r.ts`));
    assert.deepEqual(listRead(), ['src/routes/public', 'src/routes/vendor']);
    assert.deepEqual(
      folders.map((folder) => index.change(`/shop/${folder}/r.ts`, false)),
      [false, false, true, true],
    );
  });
});
