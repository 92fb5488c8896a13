import assert from 'node:assert/strict';
import { createProject, type Project } from './command.ts';

/** Nothing in its own file tells that Express 4 calls this function itself, so that nobody hears of what it rejects with. */
const USERS = `const users = require('../store');
exports.show = async (req, res) => {
  const user = await users.find(req.params.id);
  if (!user) return res.status(404).json({ error: 'missing' });
  res.json(user);
};
`;
const FILES = {
  'package.json': '{"dependencies":{"express":"4"}}',
  'src/controllers/users.js': USERS,
  'src/routes.js': `const express = require('express');
const users = require('./controllers/users');
const router = express.Router();
router.get('/users/:id', users.show);
module.exports = router;
`,
  'src/server.js': `const express = require('express');
const app = express();
app.use('/api', require('./routes'));
`,
};

/** The folder in which the command runs, and how the file is called there. */
const RUNS = [
  ['.', 'src/controllers/users.js'],
  ['src', 'controllers/users.js'],
  ['src/controllers', 'users.js'],
  ['src/controllers', '../controllers/users.js'],
] as const;

describe('the command on one file', () => {
  let project: Project;
  before(() => {
    project = createProject(FILES);
  });
  after(() => project.remove());

  for (const [folder, path] of RUNS)
    it(`knows of ${path} in ${folder} what the files that import it tell`, () => {
      const { code, out } = project.runIn(folder, 'check', path);
      assert.equal(code, 0);
      const [named, finding] = out.split('\n');
      assert.equal(named, path.replace('../controllers/', ''));
      assert.match(finding ?? '', /^ *3:.*no-unhandled-async-rejection$/);
    });

  it('finds what it finds on the whole workspace', () => {
    const alone = project.run('check', 'src/controllers/users.js').out;
    assert.match(alone, /^1 finding in 1 file$/m);
    assert.equal(project.run('check').out, alone.replace('1 file', '3 files'));
  });
});

describe('the command in one package of a workspace', () => {
  const packages = {
    'packages/api/package.json': '{"name":"@shop/api","dependencies":{"express":"4"}}',
    'packages/api/index.js': USERS.replace("'../store'", "'./store'"),
    'packages/server/package.json': '{"name":"@shop/server","dependencies":{"express":"4","@shop/api":"1"}}',
    'packages/server/index.js': `const express = require('express');
const api = require('@shop/api');
const app = express();
app.get('/users/:id', api.show);
`,
  };
  for (const [what, files] of [
    ['npm', { ...packages, 'package.json': '{"workspaces":["packages/*"]}' }],
    ['pnpm', { ...packages, 'package.json': '{}', 'pnpm-workspace.yaml': "packages:\n  - 'packages/*'\n" }],
  ] as const)
    it(`knows what the others of ${what} tell`, () => {
      const project = createProject(files);
      const { out } = project.runIn('packages/api', 'check', 'index.js');
      project.remove();
      assert.match(out, /^ *3:.*no-unhandled-async-rejection$/m);
    });
});
