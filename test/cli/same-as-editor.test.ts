import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../../server/src/cli/main.ts';
import { type RunningServer, startServerIn } from '../lsp/harness/server-process.ts';

/** What both tell of a finding. Positions count from 0. */
interface Told {
  readonly rule: unknown;
  readonly message: string;
  readonly at: readonly number[];
}

/** A package of its own, whose errors are told by a helper in the body of a 200. */
const IN_ENVELOPE = {
  'package.json': '{"name":"bills","dependencies":{"express":"5"}}',
  'answers.js': `
exports.done = (res, data) => res.json({ code: 0, data });
exports.fail = (res, error) => res.json({ code: -1, error });
`,
  'months.js': `
const { done, fail } = require('./answers');
exports.showMonth = (req, res) => {
  if (!req.query.month) return fail(res, 'Which month?');
  done(res, bills.ofMonth(req.query.month));
};
`,
  'quarters.js': `
const { done, fail } = require('./answers');
exports.showQuarter = (req, res) => {
  if (!req.query.quarter) return fail(res, 'Which quarter?');
  done(res, bills.ofQuarter(req.query.quarter));
};
`,
  'years.js': `
const { done, fail } = require('./answers');
exports.showYear = (req, res) => {
  if (!req.query.year) return fail(res, 'Which year?');
  done(res, bills.ofYear(req.query.year));
};
`,
};

describe('the command on a single file', function () {
  this.timeout(60_000);
  let root: string;
  let folder: string;
  let server: RunningServer;
  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'status-lens-same-'));
    // What the folders above a project are called tells nothing of its files.
    folder = join(root, 'test/dist/functions/shop');
    cpSync('examples/express', folder, { recursive: true });
    for (const [path, text] of Object.entries(IN_ENVELOPE)) {
      mkdirSync(join(folder, 'bills'), { recursive: true });
      writeFileSync(join(folder, 'bills', path), text);
    }
    server = await startServerIn(folder, join(root, 'storage'));
    await server.client.refreshes.take();
  });
  after(async () => {
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  });

  async function askEditor(path: string): Promise<readonly Told[]> {
    const file = join(folder, path);
    const language = path.endsWith('.js') ? 'javascript' : 'typescript';
    const document = await server.client.openPlain(readFileSync(file, 'utf8'), pathToFileURL(file).href, language);
    const report = await document.pull();
    assert.ok(report.kind === 'full');
    return report.items.map(({ code, message, range: { start, end } }) => ({
      rule: code,
      message: String(message),
      at: [start.line, start.character, end.line, end.character],
    }));
  }

  async function askCommand(path: string): Promise<readonly Told[]> {
    let text = '';
    const out = (more: string): void => {
      text += more;
    };
    await run(['check', path, '--format', 'json'], { cwd: folder, out, err: assert.fail, colour: false });
    const [file] = JSON.parse(text).files;
    return file.findings.map((found: Record<string, number & string>) => ({
      rule: found['rule'],
      message: found['message'],
      at: [found['line'], found['column'], found['endLine'], found['endColumn']].map((one) => Number(one) - 1),
    }));
  }

  it('tells what the editor tells of it once the workspace was read', async () => {
    const paths = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `src/${path.replaceAll('\\', '/')}`);
    let count = 0;
    for (const path of paths) {
      const told = await askCommand(path);
      assert.deepEqual(await askEditor(path), told, path);
      count += told.length;
    }
    assert.ok(count > 20);
  });

  it('says once that a project tells its errors in the body of a 200, where the editor says so', async () => {
    const counts: number[] = [];
    for (const path of Object.keys(IN_ENVELOPE).filter((name) => name.endsWith('.js'))) {
      const told = await askCommand(`bills/${path}`);
      assert.deepEqual(await askEditor(`bills/${path}`), told, path);
      counts.push(told.length);
    }
    assert.deepEqual(counts, [0, 1, 0, 0]);
  });
});
