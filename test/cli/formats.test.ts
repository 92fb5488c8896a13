import assert from 'node:assert/strict';
import { BODY_RULE, BODY_WITH_204, NO_MISTAKE } from '../lsp/harness/samples.ts';
import { createProject, type Project } from './command.ts';

/** What the scoring of whole repositories reads. */
interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly responses?: readonly { line: number; endLine: number; statuses: readonly number[] | null }[];
    readonly findings: readonly { rule: string; severity: string; line: number; endLine: number; message: string }[];
  }[];
}

const UNKNOWN_STATUS = `import express from 'express';
const app = express();
app.get('/', (req, res) => {
  res.status(Number(req.query.status)).end();
});
`;

describe('what the command prints', () => {
  let project: Project;
  before(() => {
    project = createProject({ 'src/wrong.ts': BODY_WITH_204, 'src/right.ts': NO_MISTAKE, 'open.js': UNKNOWN_STATUS });
  });
  after(() => project.remove());

  const report = (...args: readonly string[]): Report => JSON.parse(project.run('check', ...args).out);

  it('is text with place, severity, message and rule, under the name of the file', () => {
    const { out } = project.run('check', 'src');
    const [name, finding, ...rest] = out.split('\n');
    assert.equal(name, 'src/wrong.ts');
    assert.match(finding ?? '', new RegExp(`^ +4:24 {2}warning +204 No Content .* ${BODY_RULE}$`));
    assert.deepEqual(rest, ['', '1 finding in 2 files', '']);
  });

  it('holds no colours where nobody looks at it', () => {
    assert.ok(!project.run('check', 'src').out.includes('\u001b'));
  });

  it('is one JSON object with the findings, lines from 1', () => {
    const [file] = report('src/wrong.ts', '--format', 'json').files;
    assert.equal(file?.path, 'src/wrong.ts');
    assert.equal(file?.responses, undefined);
    assert.equal(file?.findings.length, 1);
    const [{ rule, severity, line, endLine, message } = assert.fail()] = file?.findings ?? [];
    assert.deepEqual({ rule, severity, line, endLine }, { rule: BODY_RULE, severity: 'warning', line: 4, endLine: 4 });
    assert.match(message, /^204 No Content/);
  });

  it('tells every answer with --responses, and null for a status that is not known', () => {
    const { files } = report('open.js', 'src/right.ts', '--format', 'json', '--responses');
    const told = files.map(({ path, responses }) => [
      path,
      responses?.map(({ line, endLine, statuses }) => ({ line, endLine, statuses })),
    ]);
    assert.deepEqual(told, [
      ['open.js', [{ line: 4, endLine: 4, statuses: null }]],
      ['src/right.ts', [{ line: 4, endLine: 4, statuses: [200] }]],
    ]);
  });

  it('takes globs, and each file once', () => {
    const { files } = report('src/*.ts', 'src', './src/wrong.ts', '--format', 'json');
    assert.deepEqual(files.map(({ path }) => path).sort(), ['src/right.ts', 'src/wrong.ts']);
  });

  it('helps and tells its version', () => {
    assert.match(project.run('--help').out, /^Usage: status-lens check/);
    assert.match(project.run('--version').out, /^\d+\.\d+\.\d+\n$/);
  });
});
