import assert from 'node:assert/strict';
import { analyze, createProject, defaultSettings } from '../../server/src/engine/index.ts';
import { createMemoryHost } from './memory-host.ts';
import { FILES, USERS } from './shop.ts';

describe('a plain error that is thrown for want of a resource', () => {
  const find = 'const user = await User.findById(req.params.id);';
  const rules = (handler: string, others: Readonly<Record<string, string>> = {}): readonly string[] => {
    const host = createMemoryHost(FILES);
    host.write(
      USERS,
      `export const addUser = () => {};\nexport async function findUser(req, res, next) { ${handler} }`,
    );
    for (const [other, text] of Object.entries(others)) host.write(other, text);
    const project = createProject(host);
    while (!project.index(['/shop']).advance(1000));
    const { findings } = analyze({ path: USERS, text: host.readFile(USERS) ?? '' }, defaultSettings, project);
    return findings.map(({ rule, confidence }) => `${confidence} ${rule}`);
  };
  const thrown = "if (!user) throw new Error('There is no such user');";

  it('is judged by what the error handlers of the project answer', () => {
    assert.deepEqual(rules(`${find} ${thrown} res.json(user);`), ['likely prefer-not-found-for-missing']);
  });

  const wrapping = (body: string) => `
import asyncHandler from 'express-async-handler';
import { guard } from 'guards';
export function wrap(controller) {
  const wrapped = {};
  Object.keys(controller).forEach((key) => {
    wrapped[key] = ${body};
  });
  return wrapped;
}`;
  const wrapped = {
    '/shop/src/routes.ts': `
import { Router } from 'express';
import * as raw from './users';
import { wrap } from './wrap';
const users = wrap(raw);
export const routes = Router();
routes.get('/users/:id', users.findUser);`,
  };

  it('is judged where a whole controller is wrapped in what hands errors on', () => {
    const files = { ...wrapped, '/shop/src/wrap.ts': wrapping('asyncHandler(controller[key])') };
    assert.deepEqual(rules(`${find} ${thrown} res.json(user);`, files), ['likely prefer-not-found-for-missing']);
  });

  it('is not where the controller is given to functions that may take it', () => {
    const files = { ...wrapped, '/shop/src/wrap.ts': wrapping('guard(controller[key])') };
    assert.deepEqual(rules(`${find} ${thrown} res.json(user);`, files), []);
  });

  const silent: Readonly<Record<string, string>> = {
    'a catch clause stands between': `try { ${find} ${thrown} res.json(user); } catch (error) { next(classify(error)); }`,
    'a promise gives it to somebody': `return User.findById(req.params.id).then((user) => { ${thrown} res.json(user); }).catch(fail(res));`,
    'the status was set before, which is right': `${find} if (!user) { res.status(404); throw new Error('None'); } res.json(user);`,
    'it is about the program itself': `${find} if (!process.env.KEY) throw new Error('No key'); res.json(user);`,
  };
  for (const [why, handler] of Object.entries(silent))
    it(`is not where ${why}`, () => {
      assert.deepEqual(rules(handler), []);
    });

  it('is not where nobody is known to register the function', () => {
    const routes = "import { Router } from 'express';\nexport const routes = Router();";
    assert.deepEqual(rules(`${find} ${thrown} res.json(user);`, { '/shop/src/routes.ts': routes }), []);
  });
});
