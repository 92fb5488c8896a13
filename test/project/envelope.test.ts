import assert from 'node:assert/strict';
import {
  analyze,
  createMemory,
  createProject,
  defaultSettings,
  type Memory,
  type Project,
  type Settings,
} from '../../server/src/engine/index.ts';
import { draw } from '../engine/drawing.ts';
import { createMemoryHost, type MemoryHost } from './memory-host.ts';

/** A controller whose errors are told in the body of a 200. */
const inEnvelope = (name: string, ...tests: readonly string[]): string => `
import express from 'express';
export const ${name} = express.Router();
${name}.get('/${name}/:id', async (req, res) => {
${tests.map((test) => `  if (!req.query.${test}) return res.json({ code: 10001, error: 'There is no ${test}' });`).join('\n')}
  res.json({ code: 0, data: await load(req.params.id) });
});
`;
/** One whose errors have a status of their own. */
const withStatuses = (name: string, ...tests: readonly string[]): string =>
  inEnvelope(name, ...tests).replaceAll('res.json({ code: 10001', 'res.status(400).json({ code: 10001');

const FILES = {
  '/shop/package.json': '{"dependencies":{"express":"5"}}',
  '/shop/src/bills.ts': inEnvelope('bills', 'year'),
  '/shop/src/goods.ts': inEnvelope('goods', 'kind'),
  '/shop/src/users.ts': inEnvelope('users', 'name', 'age'),
};
const USERS = '/shop/src/users.ts';
const BILLS = '/shop/src/bills.ts';
const HABIT = /^no-error-body-with-success .*in the body of a 200/;
type Files = Readonly<Record<string, string>>;

function open(host: MemoryHost, saved?: string) {
  const project = createProject(host);
  const index = project.index(['/shop'], { saved });
  while (!index.advance(1));
  return { project, index };
}

interface Asked {
  readonly text?: string;
  readonly settings?: Settings;
  readonly memory?: Memory;
}

/** The text of a file with what is found in it drawn below. */
function show(path: string, host: MemoryHost, project: Project, { text, settings, memory }: Asked = {}): string {
  const source = { path, text: text ?? host.readFile(path) ?? '' };
  const { findings, problems } = analyze(source, settings ?? defaultSettings, project, memory);
  assert.deepEqual(problems, []);
  return draw(
    source.text,
    findings.map(({ span, rule, message }) => ({ span, text: `${rule} ${message}` })),
  );
}

/** What is drawn below a file once the workspace was read. What an earlier session has left makes no difference. */
function remarksIn(path: string, files: Files, asked?: Asked): readonly string[] {
  const host = createMemoryHost(files);
  const { project, index } = open(host);
  const shown = show(path, host, project, asked);
  assert.equal(show(path, host, open(host, index.save()).project, asked), shown, 'as kept by an earlier session');
  return remarksOf(shown);
}

function remarksOf(shown: string): readonly string[] {
  return shown.split('\n').flatMap((line) => /^ *\^+ (.*)$/.exec(line)?.[1] ?? []);
}

const rulesIn = (path: string, files: Files, asked?: Asked): readonly string[] =>
  remarksIn(path, files, asked).map((remark) => (HABIT.test(remark) ? 'habit' : remark.replace(/ .*/, '')));

describe('errors that all files of a project tell in the body of a 200', () => {
  it('are said once, at the first place, with the counts of the project', () => {
    const host = createMemoryHost(FILES);
    const { project } = open(host);
    assert.equal(
      show(BILLS, host, project),
      `
import express from 'express';
export const bills = express.Router();
bills.get('/bills/:id', async (req, res) => {
  if (!req.query.year) return res.json({ code: 10001, error: 'There is no year' });
                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^ no-error-body-with-success This project tells its errors by a code in the body of a 200 (4 of 4), which is said here alone. If that is agreed with the clients, set \`statusLens.policy.envelope\` to "always-200"; if not, "off" points out each place.
  res.json({ code: 0, data: await load(req.params.id) });
});
`,
    );
    for (const path of ['/shop/src/goods.ts', USERS]) assert.equal(show(path, host, project), host.readFile(path));
  });

  it('are pointed out one by one where a team says that they are not meant', () => {
    const settings: Settings = { ...defaultSettings, policy: { ...defaultSettings.policy, envelope: 'off' } };
    assert.deepEqual(rulesIn(BILLS, FILES, { settings }), ['no-error-body-with-success']);
    assert.equal(rulesIn(USERS, FILES, { settings }).length, 2);
  });

  it('are nothing to speak of where a team says that they are meant', () => {
    const settings: Settings = { ...defaultSettings, policy: { ...defaultSettings.policy, envelope: 'always-200' } };
    assert.deepEqual(rulesIn(BILLS, FILES, { settings }), []);
  });

  it('are no habit while they are few', () => {
    const { '/shop/src/users.ts': _, ...few } = FILES;
    assert.deepEqual(rulesIn(BILLS, few), ['no-error-body-with-success']);
  });

  it('are no habit without a success in the same form', () => {
    const bare = Object.entries(FILES).map(([path, text]) => [path, text.replace('{ code: 0, data', '{ data')]);
    assert.deepEqual(rulesIn(BILLS, Object.fromEntries(bare)), ['no-error-body-with-success']);
  });

  it('are no habit where other files answer with statuses of errors', () => {
    const files = { ...FILES, '/shop/src/orders.ts': withStatuses('orders', 'a', 'b') };
    assert.deepEqual(rulesIn(BILLS, files), ['no-error-body-with-success']);
  });

  it('are no habit where files without codes answer with statuses of errors', () => {
    const plain = withStatuses('orders', 'a', 'b').replace(/code: \d+, /g, '');
    assert.deepEqual(rulesIn(BILLS, { ...FILES, '/shop/src/orders.ts': plain }), ['no-error-body-with-success']);
  });

  it('count in one package, not in its neighbour', () => {
    const files = {
      ...FILES,
      '/shop/admin/package.json': '{"dependencies":{"express":"5"}}',
      '/shop/admin/orders.ts': withStatuses('orders', 'a', 'b', 'c', 'd'),
      '/shop/admin/stock.ts': inEnvelope('stock', 'place'),
    };
    assert.deepEqual(rulesIn(BILLS, files), ['habit']);
    assert.deepEqual(rulesIn('/shop/admin/stock.ts', files), ['no-error-body-with-success']);
  });

  it('are not counted in tests', () => {
    const { '/shop/src/users.ts': users, ...few } = FILES;
    assert.deepEqual(rulesIn(BILLS, { ...few, '/shop/test/users.ts': users }), ['no-error-body-with-success']);
  });

  it('show by codes that differ from that of the answers with data', () => {
    const files = Object.fromEntries(
      Object.entries(FILES).map(([path, text]) => [path, text.replaceAll('10001, error', '-1, msg')]),
    );
    const path = '/shop/src/work.ts';
    const work = `
import express from 'express';
export const work = express.Router();
work.post('/work', async (req, res) => {
  try {
    res.json({ code: 0, data: await save(req.body) });
  } catch (error) {
    res.json({ code: -1, msg: 'failed' });
  }
});
`;
    assert.deepEqual(rulesIn(path, { ...files, [path]: work }), []);
    assert.deepEqual(rulesIn(path, { '/shop/package.json': '{}', [path]: work }), ['no-success-in-catch']);
  });

  it('are counted where a helper of another file tells them', () => {
    const helpers = `
export const done = (res, data) => res.json({ code: 0, data });
export const fail = (res, error) => res.json({ code: 10001, error });
`;
    const controller = (name: string): string => `
import express from 'express';
import { done, fail } from './answers';
export const ${name} = express.Router();
${name}.get('/${name}/:id', async (req, res) => {
  if (!req.query.kind) return fail(res, 'Which kind?');
  done(res, await load(req.params.id));
});
`;
    const files = {
      '/shop/package.json': FILES['/shop/package.json'],
      '/shop/src/answers.ts': helpers,
      ...Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`/shop/src/${name}.ts`, controller(name)])),
    };
    assert.deepEqual(rulesIn('/shop/src/d.ts', files), []);
    assert.deepEqual(rulesIn('/shop/src/a.ts', files), ['habit']);
  });

  it('are counted where a method tells them that middleware hangs on responses', () => {
    const hang = `
export const hang = async (ctx, next) => {
  ctx.done = (data) => { ctx.body = { code: 0, data }; };
  ctx.fail = (error) => { ctx.body = { code: -1, error }; };
  await next();
};
`;
    const controller = `
export async function show(ctx) {
  if (!ctx.query.kind) return ctx.fail('Which kind?');
  ctx.done(await load(ctx.params.id));
}
`;
    const files = {
      '/shop/package.json': '{"dependencies":{"koa":"^3.0.0"}}',
      '/shop/src/hang.ts': hang,
      ...Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`/shop/src/${name}.ts`, controller])),
    };
    assert.deepEqual(rulesIn('/shop/src/a.ts', files), ['habit']);
    assert.deepEqual(rulesIn('/shop/src/d.ts', files), []);
  });
});

describe('the habit of a project', () => {
  it('silences only answers that carry a code themselves', () => {
    const mixed = FILES[USERS].replace("{ code: 10001, error: 'There is no name' }", "{ error: 'There is no name' }");
    const more = { '/shop/src/work.ts': inEnvelope('work', 'a', 'b') };
    const host = createMemoryHost({ ...FILES, ...more, [USERS]: mixed });
    const shown = show(USERS, host, open(host).project);
    assert.equal(remarksOf(shown).length, 1);
    assert.match(shown, /\{ error: 'There is no name' \}\);\n *\^+ no-error-body-with-success The body tells/);
  });

  it('does not hold in a file most of whose errors have a status', () => {
    const path = '/shop/src/work.ts';
    const work = withStatuses('work', 'a', 'b', 'c', 'd').replace('status(400).', '');
    const many = { '/shop/src/stock.ts': inEnvelope('stock', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h') };
    const files = { ...FILES, ...many, [path]: work };
    assert.deepEqual(rulesIn(path, files), ['no-error-body-with-success']);
    assert.deepEqual(rulesIn(BILLS, files), ['habit']);
  });

  it('leaves it to a file of a project without one to tell its own', () => {
    const files = {
      ...FILES,
      [USERS]: inEnvelope('users', 'a', 'b', 'c'),
      '/shop/src/orders.ts': withStatuses('orders', 'a', 'b', 'c', 'd'),
    };
    const remarks = remarksIn(USERS, files);
    assert.equal(remarks.length, 1);
    assert.match(remarks[0] ?? '', /Errors of this file .*\(3 of 3\)/);
  });

  it('is that of a text alone where there is no workspace', () => {
    const text = inEnvelope('bills', 'a', 'b', 'c');
    const { findings } = analyze({ path: BILLS, text });
    assert.equal(findings.length, 1);
    assert.match(findings[0]?.message ?? '', /Errors of this file .*\(3 of 3\)/);
    assert.equal(analyze({ path: BILLS, text: FILES[USERS] }).findings.length, 2);
  });

  it('follows the files when they change, come and go', () => {
    const host = createMemoryHost(FILES);
    const { project, index } = open(host);
    const has = (): boolean => remarksOf(show(BILLS, host, project)).some((remark) => HABIT.test(remark));
    const change = (path: string, text: string | undefined): boolean => {
      index.takeNews();
      if (text === undefined) host.remove(path);
      else host.write(path, text);
      index.change(path, text === undefined);
      while (!index.advance(1));
      assert.equal(index.takeNews(), true);
      return has();
    };
    assert.equal(has(), true);
    assert.equal(change(USERS, withStatuses('users', 'a', 'b', 'c')), false);
    assert.equal(change(USERS, FILES[USERS]), true);
    assert.equal(change(USERS, undefined), false);
    assert.equal(change('/shop/src/people.ts', inEnvelope('people', 'name', 'age')), true);
  });

  it('follows a helper from another file when only that changes', () => {
    const path = '/shop/src/answers.ts';
    const answers = 'export const fail = (res, error) => res.json({ code: 10001, error });\n';
    const files = Object.entries(FILES).map(([name, text]) => [
      name,
      text
        .replaceAll(/res\.json\(\{ code: 10001, error: ('[^']*') \}\)/g, 'fail(res, $1)')
        .replace("'express';", "'express';\nimport { fail } from './answers';"),
    ]);
    const host = createMemoryHost({ ...Object.fromEntries(files), [path]: answers });
    const { project, index } = open(host);
    assert.deepEqual(remarksOf(show(USERS, host, project)), []);
    host.write(path, answers.replace('res.json', 'res.status(400).json'));
    index.change(path, false);
    while (!index.advance(1));
    host.write(path, answers);
    assert.equal(remarksOf(show(USERS, host, project)).length, 2);
  });

  it('follows a method that middleware hangs on responses when only that changes', () => {
    const path = '/shop/src/hang.ts';
    const hang = `
export const hang = async (ctx, next) => {
  ctx.done = (data) => { ctx.body = { code: 0, data }; };
  ctx.fail = (error) => { ctx.body = { code: -1, error }; };
  await next();
};
`;
    const controller = `
export async function show(ctx) {
  if (!ctx.query.kind) return ctx.fail('Which kind?');
  if (!ctx.query.year) { ctx.body = { code: -1, error: 'Which year?' }; return; }
  ctx.done(await load(ctx.params.id));
}
`;
    const host = createMemoryHost({
      '/shop/package.json': '{"dependencies":{"koa":"^3.0.0"}}',
      [path]: hang,
      ...Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`/shop/src/${name}.ts`, controller])),
    });
    const { project, index } = open(host);
    assert.deepEqual(remarksOf(show('/shop/src/d.ts', host, project)), []);
    host.write(path, hang.replace('ctx.body = { code: -1', 'ctx.status = 400; ctx.body = { code: -1'));
    index.change(path, false);
    while (!index.advance(1));
    assert.equal(remarksOf(show('/shop/src/d.ts', host, project)).length, 1);
    assert.deepEqual(project.findHabit('/shop/src/d.ts'), open(host).project.findHabit('/shop/src/d.ts'));
  });

  it('is read without a file at which reading fails, which is named once', () => {
    const helped = "if (!req.query.b) return fail(res, 'no b');\n  res.json({ code: 0";
    const text = inEnvelope('broken', 'a').replace('res.json({ code: 0', helped);
    const disk = createMemoryHost({
      ...FILES,
      '/shop/src/broken.ts': `import { fail } from '../../elsewhere/fail';${text}`,
    });
    const fails = (path: string): boolean => path.startsWith('/elsewhere/');
    const host: MemoryHost = {
      ...disk,
      isFile: (path) => fails(path) || disk.isFile(path),
      readFile: (path) => {
        if (fails(path)) throw new Error('The disk is on fire');
        return disk.readFile(path);
      },
    };
    const { project, index } = open(host);
    assert.match(show(BILLS, host, project), /This project .*\(4 of 4\)/);
    assert.deepEqual(
      index.takeFailures().map(({ path }) => path),
      ['/shop/src/broken.ts'],
    );
    const { project: next, index: again } = open(host, index.save());
    assert.equal(again.takeFailures().length, 1);
    assert.deepEqual(next.findHabit(BILLS), project.findHabit(BILLS));
  });

  it('is not looked for in other files where no code of an answer may tell an error', () => {
    const host = createMemoryHost({
      ...Object.fromEntries(
        Object.entries(FILES).map(([path, text]) => [
          path,
          text.replace(/code: \d+, /g, '').replace(/express\.Router\(\)/, 'make()'),
        ]),
      ),
      '/shop/src/codes.ts': inEnvelope('codes'),
    });
    open(host);
    assert.equal(host.takeReads().filter((path) => path === USERS).length, 1);
  });

  it('is noticed by an analysis that takes over what an earlier one gave', () => {
    const host = createMemoryHost(FILES);
    const { project, index } = open(host);
    const memory = createMemory();
    const text = `${FILES[USERS]}// `;
    assert.deepEqual(remarksOf(show(USERS, host, project, { memory })), []);
    assert.deepEqual(remarksOf(show(USERS, host, project, { memory, text })), []);
    host.write(BILLS, withStatuses('bills', 'a', 'b', 'c'));
    index.change(BILLS, false);
    while (!index.advance(1));
    const again = `${text}.`;
    assert.equal(show(USERS, host, project, { memory, text: again }), show(USERS, host, project, { text: again }));
    assert.equal(remarksOf(show(USERS, host, project, { memory, text: again })).length, 2);
  });

  it('costs no reading of a project whose answers carry no code', () => {
    const files = Object.fromEntries(
      Object.entries(FILES).map(([path, text]) => [
        path,
        text.replace(/code: \d+, /g, '').replace(/express\.Router\(\)/, 'make()'),
      ]),
    );
    const host = createMemoryHost(files);
    open(host);
    const reads = host.takeReads().filter((path) => path === USERS);
    assert.equal(reads.length, 1);
  });

  it('is known to the next session without a look into any source', () => {
    const host = createMemoryHost(FILES);
    const saved = open(host).index.save();
    host.takeReads();
    open(host, saved);
    assert.deepEqual(
      host.takeReads().filter((path) => path.endsWith('.ts')),
      [],
    );
  });
});
