import assert from 'node:assert/strict';
import { analyze, createProject, defaultSettings } from '../../server/src/engine/index.ts';
import { applyEdits } from '../engine/applied-fix.ts';
import { createMemoryHost } from './memory-host.ts';

/** A route file with one handler, given to a wrapper or not. */
function routeFile(head: string, handler: string): string {
  return `${head}
router.get('/', ${handler});
`;
}

const HANDLER = 'async (req, res) => {\n  res.json(await list(req.query));\n}';
const ESM = "import { Router } from 'express';";
const CJS = "const { Router } = require('express');";
const ROUTER = 'const router = Router();';

/** What the fix with the wrapper makes of one file of a project, once its other files are known; undefined without one. */
function wrapIn(files: Readonly<Record<string, string>>, path: string, indexed = true): string | undefined {
  const host = createMemoryHost({ '/shop/package.json': '{"dependencies":{"express":"^4.0.0"}}', ...files });
  const project = createProject(host);
  if (indexed) while (!project.index(['/shop']).advance(1000));
  const text = files[path] ?? '';
  const { findings, problems } = analyze({ path, text }, defaultSettings, project);
  assert.deepEqual(problems, []);
  const finding = findings.find(({ rule }) => rule === 'no-unhandled-async-rejection');
  assert.ok(finding, `nothing is found in\n${text}`);
  const fix = finding.fixes.find(({ title }) => title.startsWith('Wrap'));
  return fix && applyEdits(text, fix.edits);
}

describe('the wrapper of other files', () => {
  const wrapped = `asyncHandler(${HANDLER})`;
  const here = '/shop/src/routes/admin/users.js';

  for (const { what, kind, written, module, imported } of [
    {
      what: 'a name in braces',
      kind: ESM,
      written: "import { asyncHandler } from '../lib/async.js';",
      module: 'export const asyncHandler = (fn) => (req, res, next) => fn(req, res, next).catch(next);',
      imported: "import { asyncHandler } from '../../lib/async.js';",
    },
    {
      what: 'the default of a module',
      kind: ESM,
      written: "import asyncHandler from '../lib/async.js';",
      module: 'export default (fn) => (req, res, next) => fn(req, res, next).catch(next);',
      imported: "import asyncHandler from '../../lib/async.js';",
    },
    {
      what: 'what a module is',
      kind: CJS,
      written: "const asyncHandler = require('../lib/async');",
      module: 'module.exports = (fn) => (req, res, next) => fn(req, res, next).catch(next);',
      imported: "const asyncHandler = require('../../lib/async');",
    },
  ]) {
    const files = {
      '/shop/src/lib/async.js': module,
      '/shop/src/routes/orders.js': routeFile(`${kind}\n${written}\n${ROUTER}`, wrapped),
      [here]: routeFile(`${kind}\n${ROUTER}`, HANDLER),
    };
    it(`is imported as they do: ${what}`, () => {
      assert.equal(wrapIn(files, here), routeFile(`${kind}\n${imported}\n${ROUTER}`, wrapped));
    });
    it(`is not known before the index is complete: ${what}`, () => {
      assert.equal(wrapIn(files, here, false), undefined);
    });
  }

  const own = routeFile(`${ESM}\n${ROUTER}`, HANDLER);
  const using = (head: string, handler = wrapped): string => routeFile(`${ESM}\n${head}\n${ROUTER}`, handler);

  it('is the one that most of them use', () => {
    const files = {
      '/shop/src/lib/async.js':
        'export const asyncHandler = (fn) => (...all) => fn(...all).catch(all[2]); export const safe = asyncHandler;',
      '/shop/src/a.js': using("import { safe } from './lib/async.js';", wrapped.replace('asyncHandler', 'safe')),
      '/shop/src/b.js': using("import { asyncHandler } from './lib/async.js';"),
      '/shop/src/c.js': using("import { asyncHandler } from './lib/async.js';"),
      '/shop/src/d.js': own,
    };
    assert.equal(wrapIn(files, '/shop/src/d.js'), using("import { asyncHandler } from './lib/async.js';"));
  });

  it('is a package only where the manifest names it', () => {
    const head = `${CJS}\nconst { asyncHandler } = require('@shop/web-tools');\n${ROUTER}`;
    const files = (more: string) => ({
      '/shop/package.json': `{"dependencies":{"express":"^4.0.0"${more}}}`,
      '/shop/src/a.js': routeFile(head, wrapped),
      '/shop/src/b.js': routeFile(`${CJS}\n${ROUTER}`, HANDLER),
    });
    assert.equal(wrapIn(files(',"@shop/web-tools":"^1.2.0"'), '/shop/src/b.js'), routeFile(head, wrapped));
    assert.equal(wrapIn(files(''), '/shop/src/b.js'), undefined);
  });

  it('is not taken where its name stands for something else, or where modules are of another kind', () => {
    const files = (head: string) => ({
      '/shop/src/lib/async.js': 'export const asyncHandler = (fn) => (...all) => fn(...all).catch(all[2]);',
      '/shop/src/a.js': using("import { asyncHandler } from './lib/async.js';"),
      '/shop/src/b.js': routeFile(head, HANDLER),
    });
    assert.equal(wrapIn(files(`${ESM}\nconst asyncHandler = 1;\n${ROUTER}`), '/shop/src/b.js'), undefined);
    assert.equal(wrapIn(files(`${CJS}\n${ROUTER}`), '/shop/src/b.js'), undefined);
  });
});
