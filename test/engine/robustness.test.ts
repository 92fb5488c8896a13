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
