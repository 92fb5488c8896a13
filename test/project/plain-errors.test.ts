import assert from 'node:assert/strict';
import { analyze, createProject, defaultSettings } from '../../server/src/engine/index.ts';
import { createMemoryHost } from './memory-host.ts';
import { FILES, USERS } from './shop.ts';

describe('a plain error that is thrown for want of a resource', () => {
  const find = 'const user = await User.findById(req.params.id);';
  const rules = (handler: string, registered = true): readonly string[] => {
    const host = createMemoryHost(FILES);
    host.write(
      USERS,
      `export const addUser = () => {};\nexport async function findUser(req, res, next) { ${handler} }`,
    );
    if (!registered)
      host.write('/shop/src/routes.ts', "import { Router } from 'express';\nexport const routes = Router();");
    const project = createProject(host);
    while (!project.index(['/shop']).advance(1000));
    const { findings } = analyze({ path: USERS, text: host.readFile(USERS) ?? '' }, defaultSettings, project);
    return findings.map(({ rule, confidence }) => `${confidence} ${rule}`);
  };
  const thrown = "if (!user) throw new Error('There is no such user');";

  it('is judged by what the error handlers of the project answer', () => {
    assert.deepEqual(rules(`${find} ${thrown} res.json(user);`), ['likely prefer-not-found-for-missing']);
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
    assert.deepEqual(rules(`${find} ${thrown} res.json(user);`, false), []);
  });
});
