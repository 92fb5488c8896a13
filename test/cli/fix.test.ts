import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BODY_WITH_204, inHandler, NO_MISTAKE } from '../lsp/harness/samples.ts';
import { createProject, type Project } from './command.ts';

const REPAIRED = inHandler('res.status(204).end();');
const SUGGESTION = inHandler("if (!req.params.id) res.json({ error: 'No id' });");

describe('check --fix', () => {
  let project: Project;
  const read = (path: string): string => readFileSync(join(project.folder, path), 'utf8');
  before(() => {
    project = createProject({
      'wrong.ts': BODY_WITH_204,
      'windows.ts': `\uFEFF${BODY_WITH_204.replaceAll('\n', '\r\n')}`,
      'twice.ts': BODY_WITH_204.repeat(2)
        .replace('const app', 'let app')
        .replace(/const app[^\n]*\n/, ''),
      'right.ts': NO_MISTAKE,
      'suggestion.ts': SUGGESTION,
      'asked.ts': BODY_WITH_204,
      'latin.ts': Buffer.from(`// caf\u00e9\n${BODY_WITH_204}`, 'latin1'),
    });
  });
  after(() => project.remove());

  it('applies the safe repairs and reports what is left', () => {
    const { code, out, err } = project.run('check', '--fix', 'wrong.ts', 'twice.ts');
    assert.deepEqual(
      { code, out, err },
      { code: 0, out: '0 findings in 2 files\n', err: 'repaired wrong.ts\nrepaired twice.ts\n' },
    );
    assert.equal(read('wrong.ts'), REPAIRED);
    assert.equal(read('twice.ts').match(/\.end\(\)/g)?.length, 2);
  });

  it('keeps the byte order mark and the line ends', () => {
    project.run('check', '--fix', 'windows.ts');
    assert.equal(read('windows.ts'), `\uFEFF${REPAIRED.replaceAll('\n', '\r\n')}`);
  });

  it('leaves suggestions to people, and does not write what it does not change', () => {
    const before = statSync(join(project.folder, 'suggestion.ts')).mtimeMs;
    const { code, err } = project.run('check', '--fix', 'suggestion.ts', 'right.ts');
    assert.deepEqual({ code, err }, { code: 1, err: '' });
    assert.equal(read('suggestion.ts'), SUGGESTION);
    assert.equal(statSync(join(project.folder, 'suggestion.ts')).mtimeMs, before);
  });

  it('writes nothing without being asked', () => {
    assert.equal(project.run('check', 'asked.ts').code, 1);
    assert.equal(read('asked.ts'), BODY_WITH_204);
  });

  it('does not write a file whose bytes it could not read', () => {
    const bytes = readFileSync(join(project.folder, 'latin.ts'));
    const { code, err } = project.run('check', '--fix', 'latin.ts');
    assert.equal(code, 2);
    assert.match(err, /latin\.ts: could not be repaired: it is not in UTF-8/);
    assert.deepEqual(readFileSync(join(project.folder, 'latin.ts')), bytes);
  });
});
