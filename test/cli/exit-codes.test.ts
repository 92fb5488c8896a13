import assert from 'node:assert/strict';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BODY_WITH_204, NO_MISTAKE } from '../lsp/harness/samples.ts';
import { createProject, type Project } from './command.ts';

describe('the exit code of the command', () => {
  let project: Project;
  before(() => {
    project = createProject({
      'wrong.ts': BODY_WITH_204,
      'right.ts': NO_MISTAKE,
      'binary.ts': new Uint8Array([0x89, 0x50, 0x00, 0x01, 0xff]),
      'empty/readme.txt': 'nothing to check',
      'locked.ts': NO_MISTAKE,
    });
  });
  after(() => project.remove());

  it('is 0 where nothing is found', () => {
    const { code, out, err } = project.run('check', 'right.ts');
    assert.deepEqual({ code, out, err }, { code: 0, out: '0 findings in 1 file\n', err: '' });
  });

  it('is 1 for a warning, and 0 if as many warnings are let pass', () => {
    assert.equal(project.run('check', 'wrong.ts').code, 1);
    assert.equal(project.run('check', 'wrong.ts', '--max-warnings', '1').code, 0);
  });

  it('is 2 for a path that is not there, and the other files are still checked', () => {
    const { code, out, err } = project.run('check', 'missing.ts', 'wrong.ts');
    assert.equal(code, 2);
    assert.match(err, /missing\.ts: there is no such file or folder/);
    assert.match(out, /1 finding in 1 file/);
  });

  it('is 2 for a glob that matches nothing', () => {
    const { code, err } = project.run('check', 'none/*.ts');
    assert.equal(code, 2);
    assert.match(err, /none\/\*\.ts: no file matches/);
  });

  it('is 2 for a file that cannot be read', function () {
    const path = join(project.folder, 'locked.ts');
    chmodSync(path, 0);
    // The administrator reads everything, and Windows has no such permission.
    if (canRead(path)) this.skip();
    const { code, err } = project.run('check', 'locked.ts');
    assert.equal(code, 2);
    assert.match(err, /locked\.ts: could not be read \(EACCES\)/);
  });

  it('is 0 for a binary file, which is passed over and named', () => {
    const { code, err } = project.run('check', 'binary.ts');
    assert.equal(code, 0);
    assert.match(err, /binary\.ts: passed over, not a text file/);
  });

  it('is 0 for a folder without files to check', () => {
    const { code, out } = project.run('check', 'empty');
    assert.deepEqual({ code, out }, { code: 0, out: '0 findings in 0 files\n' });
  });

  for (const [what, args, message] of [
    ['an unknown option', ['check', '--fixx'], /--fixx/],
    ['an unknown command', ['chek'], /there is no command "chek"/],
    ['no command', [], /a command is missing/],
    ['an unknown format', ['check', '--format', 'xml'], /--format is text or json, not "xml"/],
    ['a threshold that is no number', ['check', '--max-warnings', 'few'], /--max-warnings is a whole number/],
  ] as const) {
    it(`is 2 for ${what}, with the usage on stderr`, () => {
      const { code, out, err } = project.run(...args);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
      assert.match(err, message);
      assert.match(err, /Usage: status-lens/);
    });
  }
});

function canRead(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
