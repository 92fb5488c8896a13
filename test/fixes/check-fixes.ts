import {
  analyze,
  defaultSettings,
  type Finding,
  type Fix,
  getLineStarts,
  type Project,
  type SourceText,
  type TextEdit,
  toPosition,
} from '../../server/src/engine/index.ts';
import { parse } from '../../server/src/engine/syntax/parse.ts';

/** What became of one fix: nothing is wrong with it, or what is. */
export interface CheckedFix {
  readonly rule: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly title: string;
  readonly kind: string;
  readonly problem: string | undefined;
}

/**
 * Applies every fix of every finding of a file by itself and looks at the result: it has no syntax error that was not
 * there, the finding is gone, and no other has come.
 */
export function checkFixes(source: SourceText, project: Project): readonly CheckedFix[] {
  const before = analyze(source, defaultSettings, project);
  if (before.findings.every(({ fixes }) => fixes.length === 0)) return [];
  const lineStarts = getLineStarts(source.text);
  const errors = parse(source).parseDiagnostics.length;
  return before.findings.flatMap((finding) =>
    finding.fixes.map((fix): CheckedFix => {
      const { rule, span } = finding;
      const line = toPosition(lineStarts, span.start).line + 1;
      const problem = findProblem(source, project, before.findings, finding, fix, errors);
      return { rule, path: source.path, line, title: fix.title, kind: fix.safe ? 'safe' : 'suggestion', problem };
    }),
  );
}

function findProblem(
  source: SourceText,
  project: Project,
  before: readonly Finding[],
  finding: Finding,
  fix: Fix,
  errors: number,
): string | undefined {
  const edits = [...fix.edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  if (edits.length === 0) return 'edits nothing';
  const wrong = edits.some(({ span }, index) => {
    const { end } = edits[index - 1]?.span ?? { end: 0 };
    return span.start < end || span.start > span.end || span.end > source.text.length;
  });
  if (wrong) return 'edits overlap';
  const text = applySorted(source.text, edits);
  if (text === source.text) return 'changes nothing';
  const repaired = { path: source.path, text };
  if (parse(repaired).parseDiagnostics.length > errors) return 'leaves a syntax error';
  const after = analyze(repaired, defaultSettings, project);
  if (after.problems.length > 0) return after.problems.map(({ error }) => error).join();
  const moved = before.map((one) => ({
    rule: one.rule,
    start: move(one.span.start, edits),
    end: move(one.span.end, edits),
  }));
  const meets = (one: Finding, other: (typeof moved)[number]): boolean =>
    one.rule === other.rule && one.span.start <= other.end && other.start <= one.span.end;
  const own = moved[before.indexOf(finding)];
  const kept = own && after.findings.find((one) => meets(one, own));
  if (kept) return 'does not take the finding away';
  const added = after.findings.find((one) => !moved.some((other) => meets(one, other)));
  return added && `brings ${added.rule}: ${added.message}`;
}

/** The text with edits in it that are in order and do not overlap. */
function applySorted(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (all, { span, text: insert }) => all.slice(0, span.start) + insert + all.slice(span.end),
    text,
  );
}

/** Where an offset has gone. */
function move(offset: number, edits: readonly TextEdit[]): number {
  return edits.reduce((moved, { span, text }) => {
    if (span.end <= offset) return moved + text.length - (span.end - span.start);
    return span.start < offset ? moved - (offset - span.start) + Math.min(text.length, offset - span.start) : moved;
  }, offset);
}
