import { say } from '../messages.ts';
import type { Analysis, CodeAction, Finding, Span, TextEdit } from '../model.ts';
import { UNUSED_SUPPRESSION } from '../suppressions/unused.ts';
import { getEditsOfRule } from './fix-all.ts';
import { readSurroundings, type Surroundings, suppressInBlock, suppressInFile, suppressOnLine } from './suppress.ts';

/**
 * What can be done about the findings that touch `span`: the repairs in order of fit, those of all findings of a rule
 * where there are several, ways to suppress each, and the page of its rule.
 */
export function getCodeActions(analysis: Analysis, span: Span): readonly CodeAction[] {
  const touched = analysis.findings.filter(
    (finding) => finding.span.start <= span.end && span.start <= finding.span.end,
  );
  if (touched.length === 0) return [];
  const repairs = touched.flatMap((finding) =>
    finding.fixes.map(
      ({ title, edits, preferred }): CodeAction => ({ title, kind: 'quickfix', finding, edits, preferred }),
    ),
  );
  const first = touched.filter((one, index) => touched.findIndex(({ rule }) => rule === one.rule) === index);
  const surroundings = readSurroundings(analysis);
  return [
    ...repairs,
    ...first.flatMap((finding) => repairAll(finding, analysis)),
    ...first.flatMap((finding) => suppress(finding, surroundings)),
    ...first.map((finding): CodeAction => {
      return { title: say('explain', { rule: finding.rule }), kind: 'explain', finding, edits: [], preferred: false };
    }),
  ];
}

function repairAll(finding: Finding, analysis: Analysis): readonly CodeAction[] {
  const { edits, count } = getEditsOfRule(analysis, finding.rule);
  if (count < 2 || finding.fixes.length === 0) return [];
  const title = say('fix.all', { rule: finding.rule, count: String(count) });
  return [{ title, kind: 'quickfix', finding, edits, preferred: false }];
}

function suppress(finding: Finding, surroundings: Surroundings): readonly CodeAction[] {
  const { rule } = finding;
  // A comment that silences nothing is removed, not silenced by another.
  if (rule === UNUSED_SUPPRESSION) return [];
  const silence = (title: string, edits: readonly TextEdit[]): CodeAction => {
    return { title, kind: 'suppress', finding, edits, preferred: false };
  };
  const block = suppressInBlock(finding, surroundings);
  return [
    silence(say('suppress.line', { rule }), [suppressOnLine(finding, surroundings)]),
    ...(block ? [silence(say('suppress.block', { rule }), block)] : []),
    silence(say('suppress.file', { rule }), [suppressInFile(rule, surroundings)]),
  ];
}
