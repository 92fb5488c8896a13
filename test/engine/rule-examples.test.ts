import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/engine/index.ts';
import { analyze, defaultSettings, ruleDescriptions } from '../../server/src/engine/index.ts';
import { examples } from '../rule-examples.generated.ts';
import { draw, readDrawing } from './drawing.ts';
import { projectOf } from './example-project.ts';

/** Those rules that are off until somebody wants them, as if somebody did. */
const wanted = {
  ...defaultSettings,
  rules: Object.fromEntries(
    ruleDescriptions.filter(({ severity }) => severity === 'off').map(({ id }) => [id, 'hint' as const]),
  ),
};

/** The findings of one rule alone, so that an example may break another. */
function findingsOf(code: string, rule: string): readonly Finding[] {
  const analysis = analyze({ path: 'src/app.ts', text: code }, wanted, projectOf(code));
  assert.deepEqual(analysis.problems, []);
  return analysis.findings.filter((finding) => finding.rule === rule);
}

function applyFirstFix(code: string, finding: Finding | undefined): string | undefined {
  const fix = finding?.fixes[0];
  if (!fix) return undefined;
  return [...fix.edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((text, { span, text: insert }) => text.slice(0, span.start) + insert + text.slice(span.end), code);
}

for (const { id, bad, good } of examples) {
  describe(`rule ${id}`, () => {
    for (const { title, code, fixed } of bad) {
      it(`reports ${title}`, () => {
        const { source, drawn } = readDrawing(code);
        const findings = findingsOf(source.text, id);
        assert.equal(
          draw(
            source.text,
            findings.map(({ span, message }) => ({ span, text: message })),
          ),
          drawn,
        );
        assert.equal(applyFirstFix(source.text, findings[0]), fixed?.replace(/^\n/, ''));
        if (fixed !== undefined) assert.deepEqual(findingsOf(fixed, id), []);
      });
    }
    for (const { title, code } of good) {
      it(`is silent: ${title}`, () => {
        assert.deepEqual(findingsOf(code, id), []);
      });
    }
  });
}
