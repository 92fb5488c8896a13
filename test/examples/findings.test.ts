import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { ruleDescriptions } from '../../server/src/engine/index.ts';
import { type Mistake, readMistakes } from './mistakes.ts';

interface ReportedFinding {
  readonly rule: string;
  readonly line: number;
  readonly message: string;
}

interface Report {
  readonly files: readonly { readonly path: string; readonly findings: readonly ReportedFinding[] }[];
}

for (const folder of readdirSync('examples').map((name) => `examples/${name}`))
  describe(`the findings of the command line on ${folder}`, () => {
    let mistakes: readonly Mistake[];
    let found: readonly (ReportedFinding & { readonly path: string })[];
    before(async () => {
      const existing = new Set(ruleDescriptions.map(({ id }) => id));
      mistakes = readMistakes(`${folder}/src`).map((mistake) => ({
        ...mistake,
        rules: mistake.rules.filter((rule) => existing.has(rule)),
      }));
      const { files } = JSON.parse(await runCheck(folder)) as Report;
      found = files.flatMap(({ path, findings }) => findings.map((finding) => ({ ...finding, path })));
    });

    it('name each mistake that a rule exists for, at its statement', () => {
      const missed = mistakes.flatMap((mistake) =>
        mistake.rules
          .filter((rule) => !found.some((finding) => finding.rule === rule && isAt(finding, mistake)))
          .map((rule) => `${mistake.path}:${mistake.firstLine} ${rule}`),
      );
      assert.deepEqual(missed, []);
      assert.ok(mistakes.filter(({ rules }) => rules.length > 0).length >= 7, 'too few mistakes of existing rules');
    });

    it('leave every right twin alone', () => {
      const unasked = found
        .filter(
          (finding) => !mistakes.some((mistake) => mistake.rules.includes(finding.rule) && isAt(finding, mistake)),
        )
        .map((finding) => `${finding.path}:${finding.line} ${finding.rule}: ${finding.message}`);
      assert.deepEqual(unasked, []);
    });
  });

function isAt(finding: { path: string; line: number }, mistake: Mistake): boolean {
  return finding.path === mistake.path && finding.line >= mistake.firstLine && finding.line <= mistake.lastLine;
}

/** The JSON report of the built command line. Exit status 1 only says that there are findings. */
function runCheck(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['dist/cli.js', 'check', path, '--format', 'json'], (error, stdout, stderr) => {
      if (error !== null && error.code !== 1) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    });
  });
}
