import assert from 'node:assert/strict';
import { analyze, createProject, defaultSettings, type Project } from '../../server/src/engine/index.ts';
import { createMemoryHost } from './memory-host.ts';

const SERVER = `
import express from 'express';
import { router } from './router';
const app = express();
app.use('/callbacks', router);
`;
const ROUTER = `
import { Router } from 'express';
import { listRooms, pay } from './rooms';
export const router = Router();
router.get('/', listRooms);
router.post('/pay', pay);
`;
/** Who reads 201 here would say something else once the method is known; the route above would keep a rule silent. */
const ROOMS = `
export async function listRooms(req, res) {
  const rooms = await Room.find();
  res.status(201).json({ rooms });
}
export async function pay(req, res) {
  const order = await Order.findById(req.body.order);
  if (!order) return res.json({ error: 'There is no such order' });
  res.json({ order });
}
`;
const EXPRESS = {
  '/shop/package.json': '{"dependencies":{"express":"5"}}',
  '/shop/server.ts': SERVER,
  '/shop/router.ts': ROUTER,
  '/shop/rooms.ts': ROOMS,
};
/** Whether what is thrown here is answered with 500 shows in another file. */
const HONO = {
  '/shop/package.json': '{"dependencies":{"hono":"4"}}',
  '/shop/server.ts': `
import { Hono } from 'hono';
import { keys } from './keys';
const app = new Hono();
app.onError((error, c) => c.json({ error: error.code }, error.code === 'NO_KEY' ? 404 : 400));
app.route('/keys', keys);
`,
  '/shop/keys.ts': `
import { Hono } from 'hono';
class AppError extends Error { constructor(readonly code: string) { super(code); } }
export const keys = new Hono();
keys.post('/', async (c) => {
  const key = await prisma.key.findUnique({ where: { id: c.req.query('id') } });
  if (!key) throw new AppError('NO_KEY');
  return c.json(key);
});
`,
};

/** One file tells an error without a code besides; the other one has a habit of its own. */
const ENVELOPE = {
  '/shop/bills.ts': `
import express from 'express';
const bills = express();
bills.get('/bills', (req, res) => {
  if (!req.query.day) return res.json({ error: 'Which day?' });
  if (!req.query.year) return res.json({ code: 10001, error: 'Which year?' });
  res.json({ code: 0, data: [] });
});
`,
  '/shop/users.ts': `
import express from 'express';
const users = express();
users.get('/users', (req, res) => {
  if (!req.query.a) return res.json({ code: 10001, error: 'no a' });
  if (!req.query.b) return res.json({ code: 10001, error: 'no b' });
  if (!req.query.c) return res.json({ code: 10001, error: 'no c' });
  res.json({ code: 0, data: [] });
});
`,
};
const TOLD =
  ': The body tells of an error, but no status is set, so Express answers 200 OK: clients, caches and monitors take it for a success. Answer with a 4xx or 5xx status.';

/** A finding as a person sees it. */
type Shown = string;

function show(path: string, files: Readonly<Record<string, string>>, project: Project): readonly Shown[] {
  const text = files[path] ?? '';
  const { findings, problems } = analyze({ path, text }, defaultSettings, project);
  assert.deepEqual(problems, []);
  return findings.map(({ rule, span, message }) => `${rule} at ${text.slice(span.start, span.end)}: ${message}`);
}

/** What is told of a file while the workspace is being read, and once it was. */
function showBoth(path: string, files: Readonly<Record<string, string>>) {
  const project = createProject(createMemoryHost(files));
  const index = project.index(['/shop']);
  const before = show(path, files, project);
  while (!index.advance(100));
  return { before, after: show(path, files, project) };
}

describe('while a workspace is being read', () => {
  it('no finding is told that would have other words once the method is known', () => {
    const { before, after } = showBoth('/shop/rooms.ts', EXPRESS);
    assert.deepEqual(
      before.filter((one) => one.startsWith('no-created-without-creation')),
      [],
    );
    assert.deepEqual(
      after.filter((one) => one.startsWith('no-created-without-creation')),
      ['no-created-without-creation at 201: A GET creates nothing: answer 200 OK.'],
    );
  });

  it('what is told stays, whatever words stand in the routes of other files', () => {
    const { before, after } = showBoth('/shop/rooms.ts', EXPRESS);
    const told = before.filter((one) => one.startsWith('no-error-body-with-success'));
    assert.equal(told.length, 1);
    assert.deepEqual(
      after.filter((one) => one.startsWith('no-error-body-with-success')),
      told,
    );
  });

  it('nothing is said of an error that may be taken in a file that is read later', () => {
    assert.deepEqual(showBoth('/shop/keys.ts', HONO), { before: [], after: [] });
  });

  it('an error is judged where nobody but the framework can take it', () => {
    const files = {
      '/shop/package.json': '{"dependencies":{"next":"15"}}',
      '/shop/app/keys/route.ts': `
class ServerError extends Error { status = 500; }
export async function GET(request) {
  const key = await prisma.key.findUnique({ where: { id: request.nextUrl.searchParams.get('id') } });
  if (!key) throw new Error('There is no such key');
  return Response.json({ error: 'Nothing' });
}
`,
    };
    const { before, after } = showBoth('/shop/app/keys/route.ts', files);
    assert.deepEqual(before, after);
    assert.ok(before.length > 0);
  });

  it('no comment is said to silence nothing', () => {
    const silenced = ROOMS.replace('(201)', '(201) // status-lens-disable-line no-created-without-creation\n');
    const { before, after } = showBoth('/shop/rooms.ts', { ...EXPRESS, '/shop/rooms.ts': silenced });
    assert.deepEqual(
      before.filter((one) => one.startsWith('unused')),
      [],
    );
    assert.deepEqual(after, before);
  });

  it('what the index before it has found is still known', () => {
    const project = createProject(createMemoryHost(EXPRESS));
    while (!project.index(['/shop']).advance(1000));
    const known = show('/shop/rooms.ts', EXPRESS, project);
    project.index(['/shop', '/stall']);
    assert.deepEqual(show('/shop/rooms.ts', EXPRESS, project), known);
    assert.equal(project.awaitsOthers, false);
  });

  it('nothing is held back once it was given up', () => {
    const project = createProject(createMemoryHost(EXPRESS));
    project.index(['/shop']);
    const before = show('/shop/rooms.ts', EXPRESS, project);
    project.giveUpIndex();
    assert.ok(show('/shop/rooms.ts', EXPRESS, project).length > before.length);
  });

  it('nothing is said of an error that is told by a code, which may be the habit of the project', () => {
    const { before, after } = showBoth('/shop/bills.ts', ENVELOPE);
    assert.deepEqual(before, ["no-error-body-with-success at error: 'Which day?'".concat(TOLD)]);
    assert.deepEqual(after.slice(0, 1), before);
    assert.match(after.slice(1).join('\n'), /^no-error-body-with-success at error: 'Which year\?': This project .*$/);
  });

  it('what carries a code is told afterwards where the project has no such habit', () => {
    const { '/shop/users.ts': _, ...files } = ENVELOPE;
    const { before, after } = showBoth('/shop/bills.ts', files);
    assert.equal(before.length, 1);
    assert.equal(after.length, 2);
    assert.ok(after.includes(before[0] ?? ''));
  });

  it('the habit of a file is not said, which may be that of the project', () => {
    const { before, after } = showBoth('/shop/users.ts', ENVELOPE);
    assert.deepEqual(before, []);
    assert.deepEqual(after, []);
    const alone = showBoth('/shop/users.ts', { '/shop/users.ts': ENVELOPE['/shop/users.ts'] });
    assert.deepEqual(alone.before, []);
    assert.equal(alone.after.length, 1);
  });
});
