import assert from 'node:assert/strict';
import { analyze, defaultSettings } from '../../server/src/engine/index.ts';
import { projectOf } from './example-project.ts';
import { QUIET_FAILURES } from './quiet-failures.ts';
import { QUIET_PATHS } from './quiet-paths.ts';
import { QUIET_QUESTIONS } from './quiet-questions.ts';
import { QUIET_REASONS } from './quiet-reasons.ts';

describe('places where rules stay silent', () => {
  for (const [rule, title, code] of [...QUIET_REASONS, ...QUIET_QUESTIONS, ...QUIET_FAILURES, ...QUIET_PATHS])
    it(`${rule}: ${title}`, () => {
      const { findings, responses, problems } = analyze(
        { path: 'src/app.ts', text: code },
        defaultSettings,
        projectOf(code),
      );
      assert.deepEqual(problems, []);
      assert.ok(responses.length > 0);
      assert.deepEqual(
        findings.filter((one) => one.rule === rule).map(({ message }) => message),
        [],
      );
    });
});
