import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDiskHost } from '../../server/src/disk-host.ts';
import {
  type Analysis,
  analyze,
  createProject,
  defaultSettings,
  noHost,
  type ProjectHost,
} from '../../server/src/engine/index.ts';

const PATH = 'src/app.ts';

function appThat(line: string, imports: string): string {
  return `
import express from 'express';
${imports}
const app = express();
app.get('/users/:id', (req, res) => { ${line} });
`;
}

function read(text: string, host: ProjectHost): Analysis {
  const analysis = analyze({ path: PATH, text }, defaultSettings, createProject(host));
  assert.deepEqual(analysis.problems, []);
  return analysis;
}

function statusesOf({ responses }: Analysis): readonly unknown[] {
  return responses.map(({ status }) => (status.kind === 'one' ? status.value : status.kind));
}

function hostOf(files: Readonly<Record<string, string>>): ProjectHost {
  return { ...noHost, readFile: (path) => files[path], isFile: (path) => path in files };
}

describe('bundles', () => {
  const handler = "app.get('/users/:id',(req,res)=>{res.status(400).json({error:'No such user'})});";
  const imports = "import express from 'express';const app=express();";

  it('without line breaks are not read, whatever they are called', () => {
    const bundle = read(imports + handler.repeat(400), noHost);
    assert.equal(bundle.responses.length, 0);
    assert.equal(read(imports + handler.repeat(400).replaceAll(';', ';\n'), noHost).responses.length, 400);
    assert.equal(read(imports + handler, noHost).responses.length, 1);
  });

  it('have functions that may give so many things that nothing is claimed', () => {
    const statusOf = (count: number): unknown => {
      const ways = Array.from({ length: count }, (_, index) => `if (body.x${index}) return ${400 + (index % 30)};`);
      const text = `function choose(body) { ${ways.join(' ')} return 500; }`;
      return statusesOf(read(`${appThat('res.status(choose(req.body)).end();', '')}\n${text}`, noHost))[0];
    };
    assert.deepEqual([statusOf(30), statusOf(300)], ['some', 'unknown']);
  });
});

describe('odd projects', () => {
  it('may export a helper again two hundred times', () => {
    const files: Record<string, string> = { 'src/fail.ts': 'export const fail = (res) => res.status(409).end();' };
    for (let index = 0; index < 200; index++)
      files[`src/again${index}.ts`] = `export * from './${index === 199 ? 'fail' : `again${index + 1}`}';`;
    const [status] = statusesOf(read(appThat('fail(res);', "import { fail } from './again0';"), hostOf(files)));
    assert.ok(status === undefined || status === 'unknown' || status === 409, String(status));
  });

  it('may have helpers that call each other in a circle', () => {
    const files = {
      'src/a.ts':
        "import { b } from './b';\nexport function a(res, n) { if (n > 9) res.status(410).end(); else b(res, n); }",
      'src/b.ts': "import { a } from './a';\nexport function b(res, n) { a(res, n + 1); }",
    };
    const [status] = statusesOf(read(appThat('a(res, 0);', "import { a } from './a';"), hostOf(files)));
    assert.ok(status === undefined || status === 'unknown' || status === 410, String(status));
  });

  it('may have a class whose field has a name that is read from itself', () => {
    const sender =
      'class Sender extends Error { constructor() { super(); this.client = make({ [this.client.key]: 1 }); } }';
    assert.equal(read(appThat('throw new Sender();', sender), noHost).handlers.length, 1);
  });

  it('may lose a file while it is read', () => {
    let asked = 0;
    const host: ProjectHost = {
      ...noHost,
      isFile: (path) => path === 'src/codes.ts',
      readFile: (path) => {
        if (path !== 'src/codes.ts') return undefined;
        asked++;
        return undefined;
      },
    };
    const analysis = read(appThat('res.status(GONE).end();', "import { GONE } from './codes';"), host);
    assert.deepEqual(statusesOf(analysis), ['unknown']);
    assert.ok(asked > 0);
  });

  it('may hold a folder that links to itself', () => {
    const folder = mkdtempSync(join(tmpdir(), 'status-lens-links-'));
    try {
      mkdirSync(join(folder, 'packages/codes/src'), { recursive: true });
      symlinkSync(join(folder, 'packages'), join(folder, 'packages/round'), 'junction');
      writeFileSync(join(folder, 'package.json'), '{ "workspaces": ["packages/**"] }');
      writeFileSync(join(folder, 'packages/codes/package.json'), '{ "name": "@x/codes", "main": "src/index.js" }');
      writeFileSync(join(folder, 'packages/codes/src/index.ts'), 'export const GONE = 410;');
      const analysis = read(
        appThat('res.status(GONE).end();', "import { GONE } from '@x/codes';"),
        createDiskHost(folder, false),
      );
      assert.deepEqual(statusesOf(analysis), [410]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('files that lead in a circle, or nowhere', () => {
  const imports = "import { GONE } from './codes';";

  it('may import a file that is not there', () => {
    assert.deepEqual(statusesOf(read(appThat('res.status(GONE).end();', imports), hostOf({}))), ['unknown']);
  });

  it('may export from each other, and from themselves', () => {
    const files = {
      'src/codes.ts': "export * from './more';\nexport * from './codes';",
      'src/more.ts': "export { GONE } from './codes';",
    };
    assert.deepEqual(statusesOf(read(appThat('res.status(GONE).end();', imports), hostOf(files))), ['unknown']);
  });

  it('may have a tsconfig.json that extends itself through another', () => {
    const files = {
      'tsconfig.json': '{ "extends": "./base.json" }',
      'base.json': '{ "extends": "./tsconfig.json", "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
      'src/codes.ts': 'export const GONE = 410;',
    };
    const text = appThat('res.status(GONE).end();', "import { GONE } from '@/codes';");
    const [status] = statusesOf(read(text, hostOf(files)));
    assert.ok(status === 410 || status === 'unknown', String(status));
  });
});

describe('values that lead in a circle, or on and on', () => {
  const statusOf = (line: string, code = ''): unknown => statusesOf(read(appThat(line, code), noHost))[0];

  it('may be assigned to each other', () => {
    assert.equal(
      statusOf('let a = 404; let b = a; a = b; b = a; for (;;) { a = b; b = a; res.status(a).end(); }'),
      'unknown',
    );
  });

  it('may be assigned hundreds of times, under as many tests', () => {
    const assigned = Array.from({ length: 300 }, (_, n) => `if (req.query.q${n}) code = ${n + 200};`);
    const fields = Array.from({ length: 300 }, (_, n) => `if (req.query.q${n}) error.code = error.code || ${n};`);
    assert.equal(statusOf(`let code = 200; ${assigned.join(' ')} res.status(code).end();`), 'some');
    const status = statusOf(`const error = new Error('x'); ${fields.join(' ')} error.status = 409; throw error;`);
    assert.ok(status === undefined || status === 'unknown' || status === 409, String(status));
  });

  it('may be made of themselves twelve times over', () => {
    const doubled = Array.from({ length: 12 }, () => 'code = req.query.a ? code : other(code) || code;');
    const status = statusOf(`let code = 200; ${doubled.join(' ')} res.status(code).end();`);
    assert.ok(status === 'unknown' || status === 200, String(status));
  });

  it('may be a field that is read from itself, and a class that is its own base', () => {
    assert.equal(
      statusOf('throw new Odd();', 'class Odd extends Error { get status() { return this.status; } }'),
      undefined,
    );
    assert.equal(statusOf('throw new Odd();', 'class Odd extends Odd { fail() { return this.fail(); } }'), undefined);
  });

  it('may be a function that gives itself', () => {
    const again = 'const again = (res) => again;\nconst other = (res) => other(res)(res);';
    assert.equal(statusOf('again(res)(res); other(res); res.status(404).end();', again), 404);
  });

  it('may be promises that reject and catch one another', () => {
    const line =
      'const p = new Promise((_, reject) => reject(p.catch((e) => reject(e)))); p.then(() => { throw p; }).catch(next);';
    assert.equal(statusOf(`${line} res.status(404).end();`), 404);
  });
});

describe('more paths than are kept apart', () => {
  const tests = Array.from({ length: 12 }, (_, index) => `if (req.query.a${index}) {`);
  const sends = Array.from(
    { length: 12 },
    (_, index) => `if (req.query.b${index}) res.status(${400 + index}).json({});`,
  );

  it('claim nothing of what was sent before, or of what was not', () => {
    const text = appThat(`${tests.join('\n')}\n${sends.join('\n')}\n${'}'.repeat(12)}`, '');
    const { responses, findings } = read(text, noHost);
    assert.equal(responses.length, 12);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'no-unanswered-path' || rule === 'no-unsent-status'),
      [],
    );
  });

  it('tell tests that exclude each other apart, below the bound', () => {
    const branches = Array.from(
      { length: 12 },
      (_, index) => `if (kind === 'k${index}') res.status(${400 + index}).end();`,
    );
    const { findings } = read(appThat(`const kind = req.query.kind;\n${branches.join('\n')}`, ''), noHost);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'no-double-response'),
      [],
    );
  });

  it('tell tests that exclude each other apart beyond the bound too', () => {
    const branches = Array.from(
      { length: 40 },
      (_, index) => `if (kind === 'k${index}') res.status(${400 + index}).end();`,
    );
    const { findings } = read(appThat(`const kind = req.query.kind;\n${branches.join('\n')}`, ''), noHost);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'no-double-response'),
      [],
    );
  });
});
