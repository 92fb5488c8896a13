import type { Finding, Span, Suppression } from './model.ts';
import { getLineStarts, toPosition } from './text-positions.ts';

const COMMENT = /(?:\/\/|\/\*|\{\/\*)\s*status-lens-disable-(next-line|line)\b([^\n\r]*)/g;

interface Comment {
  readonly span: Span;
  readonly line: number;
  readonly rules: readonly string[];
}

/**
 * Leaves out the findings that a comment silences: `// status-lens-disable-next-line rule-a, rule-b -- reason`.
 * A comment without rules silences all of them on its line.
 */
export function applySuppressions(
  text: string,
  findings: readonly Finding[],
): { findings: readonly Finding[]; suppressions: readonly Suppression[] } {
  if (!text.includes('status-lens-disable')) return { findings, suppressions: [] };
  const lineStarts = getLineStarts(text);
  const comments = [...text.matchAll(COMMENT)].map((match) => readComment(match, lineStarts));
  const used = new Set<Comment>();
  const kept = findings.filter((finding) => {
    const { line } = toPosition(lineStarts, finding.span.start);
    const comment = comments.find(
      (one) => one.line === line && (one.rules.length === 0 || one.rules.includes(finding.rule)),
    );
    if (comment) used.add(comment);
    return !comment;
  });
  return {
    findings: kept,
    suppressions: comments.map((comment) => ({ span: comment.span, rules: comment.rules, used: used.has(comment) })),
  };
}

function readComment(match: RegExpExecArray, lineStarts: readonly number[]): Comment {
  const [whole, where = '', rest = ''] = match;
  const { line } = toPosition(lineStarts, match.index);
  const [named = ''] = rest.replace(/\*\/.*$/, '').split('--');
  const rules = named.split(/[\s,]+/).filter((name) => name !== '');
  return {
    span: { start: match.index, end: match.index + whole.trimEnd().length },
    line: where === 'line' ? line : line + 1,
    rules,
  };
}
