import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const FILE = 'examples/express/src/routes/orders.ts';

describe('npm run try', () => {
  it('prints the handlers of a file with their answers and what tells of the reason', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/try.mjs', FILE], { encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.equal(status, 0);
    for (const part of [
      /^examples\/express\/src\/routes\/orders\.ts: \d+ handlers, \d+ responses$/m,
      /^ {4}status {4}401$/m,
      /^ {4}scenario {2}nobody is authenticated/m,
    ])
      assert.match(stdout, part);
  });

  it('names a file that is not there', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/try.mjs', 'no-such-file.ts'], {
      encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.match(stderr, /There is no no-such-file\.ts/);
  });
});
