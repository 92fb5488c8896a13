import assert from 'node:assert/strict';
import { analyze, createProject, defaultSettings, listRouteAnswers } from '../../server/src/engine/index.ts';
import { createMemoryHost } from '../project/memory-host.ts';

/** What libraries answer around the only route of a file, beside what other files hold. */
function listOutside(code: string, others: Readonly<Record<string, string>> = {}): readonly string[] {
  const path = '/app/app.ts';
  const files = { '/app/package.json': '{"dependencies":{"express":"5","hono":"4"}}', ...others };
  const project = createProject(createMemoryHost({ [path]: code, ...files }));
  const index = project.index(['/app']);
  while (!index.advance(100));
  const analysis = analyze({ path, text: code }, defaultSettings, project);
  assert.deepEqual(analysis.findings, []);
  const [route] = listRouteAnswers(analysis, project);
  return (route?.outside ?? []).map(({ status, from }) => `${status} ${from}`);
}

const onExpress = (lines: string): string => `
import express from 'express';
import cors from 'cors';
import rateLimit from 'express-rate-limit';
import multer from 'multer';
import passport from 'passport';
import { options } from './options';
const app = express();
${lines}
`;

describe('answers from outside of a handler', () => {
  it('are those of a limiter that another file makes', () => {
    const others = {
      '/app/limits.ts': `import { rateLimit } from 'express-rate-limit';\nexport const few = rateLimit({ limit: 5 });`,
    };
    const code = `import { few } from './limits';\n${onExpress(`app.get('/', few, (req, res) => res.json({}));`)}`;
    assert.deepEqual(listOutside(code, others), ['429 express-rate-limit']);
  });

  it('are those before the router in the file that mounts it', () => {
    const others = {
      '/app/server.ts': `
import express from 'express';
import passport from 'passport';
import { router } from './app';
const app = express();
app.use('/api', passport.authenticate('jwt'), router);
app.use('/other', express.json());
`,
    };
    const code = `
import { Router } from 'express';
export const router = Router();
router.post('/users', (req, res) => res.status(201).json({}));
`;
    assert.deepEqual(listOutside(code, others), ['401 passport']);
  });

  for (const [why, lines] of [
    ['its options cannot be read', `app.get('/', rateLimit({ ...options }), (req, res) => res.json({}));`],
    ['a function of the project answers', `app.get('/', rateLimit({ handler: refuse }), (req, res) => res.json({}));`],
    ['it stands behind the handler', `app.get('/', (req, res) => res.json({}));\napp.use(rateLimit());`],
    ['it stands under another path', `app.use('/api', rateLimit());\napp.get('/', (req, res) => res.json({}));`],
    ['it answers to preflights alone', `app.use(cors());\napp.get('/', (req, res) => res.json({}));`],
    ['it reads no body of this method', `app.use(express.json());\napp.get('/', (req, res) => res.json({}));`],
    [
      'the project is given the outcome',
      `app.get('/', passport.authenticate('jwt', (error, user) => remember(user)), (req, res) => res.json({}));`,
    ],
  ] as const)
    it(`are none where ${why}`, () => {
      assert.deepEqual(listOutside(onExpress(lines)), []);
    });

  it('are what the error handlers of the project make of an error', () => {
    const lines = `
app.post('/', multer().single('file'), (req, res) => res.json({}));
app.use((error, req, res, next) => res.status(error.code === 'LIMIT_FILE_SIZE' ? 413 : 400).json({ error: 'refused' }));
`;
    assert.deepEqual(listOutside(onExpress(lines)), ['400 multer', '413 multer']);
  });

  it('are those of a pattern that covers the route', () => {
    const code = `
import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
const app = new Hono();
app.use('/admin/*', bearerAuth({ token: 'x' }));
app.get('/admin/users', (c) => c.json([]));
`;
    assert.deepEqual(listOutside(code), ['400 hono', '401 hono']);
  });
});
