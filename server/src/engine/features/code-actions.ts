import { say } from '../messages.ts';
import type { Analysis, CodeAction, Finding, Span, TextEdit } from '../model.ts';

/** The repairs of the findings that touch `span`, in order of fit, and behind them a way to suppress each. */
export function getCodeActions(analysis: Analysis, span: Span): readonly CodeAction[] {
  const touched = analysis.findings.filter(
    (finding) => finding.span.start <= span.end && span.start <= finding.span.end,
  );
  const repairs = touched.flatMap((finding) =>
    finding.fixes.map(
      ({ title, edits, preferred }): CodeAction => ({ title, kind: 'quickfix', finding, edits, preferred }),
    ),
  );
  const suppressions = touched.map((finding): CodeAction => {
    const edits = [suppressLine(analysis.source.text, finding)];
    return { title: say('suppress.line', { rule: finding.rule }), kind: 'suppress', finding, edits, preferred: false };
  });
  return [...repairs, ...suppressions];
}

/** Adds the rule to the comment on the line above, or writes a comment with the finding's own indentation. */
function suppressLine(text: string, finding: Finding): TextEdit {
  const lineStart = text.lastIndexOf('\n', finding.span.start - 1) + 1;
  const above = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart);
  const existing = /status-lens-disable-next-line[ \t]+[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*/.exec(above);
  if (existing) {
    const at = lineStart - above.length + existing.index + existing[0].length;
    return { span: { start: at, end: at }, text: `, ${finding.rule}` };
  }
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const newline = above.endsWith('\r\n') || text.includes('\r\n') ? '\r\n' : '\n';
  return {
    span: { start: lineStart, end: lineStart },
    text: `${indent}// status-lens-disable-next-line ${finding.rule}${newline}`,
  };
}
