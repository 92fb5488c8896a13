import {
  type Analysis,
  analyze,
  defaultSettings,
  type Finding,
  type Fix,
  getLineStarts,
  type Project,
  type Settings,
  type SourceText,
  type Span,
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
  /**
   * A finding that was there and could not be seen: of another place, whose conditions are only clear once the path
   * ends, or of an answer whose status could not be read or that was not sent before.
   */
  readonly revealed: string | undefined;
}

type Outcome = Pick<CheckedFix, 'problem' | 'revealed'>;

/**
 * Applies every fix of every finding of a file by itself and looks at the result: it has no syntax error that was not
 * there, the finding is gone, and no other has come.
 */
export function checkFixes(
  source: SourceText,
  project: Project,
  settings: Settings = defaultSettings,
): readonly CheckedFix[] {
  const before = analyze(source, settings, project);
  if (before.findings.every(({ fixes }) => fixes.length === 0)) return [];
  const lineStarts = getLineStarts(source.text);
  const errors = parse(source).parseDiagnostics.length;
  return before.findings.flatMap((finding) =>
    finding.fixes.map((fix): CheckedFix => {
      const { rule, span } = finding;
      const line = toPosition(lineStarts, span.start).line + 1;
      const outcome = tryFix(source, project, settings, before, finding, fix, errors);
      return { rule, path: source.path, line, title: fix.title, kind: fix.safe ? 'safe' : 'suggestion', ...outcome };
    }),
  );
}

function tryFix(
  source: SourceText,
  project: Project,
  settings: Settings,
  before: Analysis,
  finding: Finding,
  fix: Fix,
  errors: number,
): Outcome {
  const fail = (problem: string): Outcome => ({ problem, revealed: undefined });
  const edits = [...fix.edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  if (edits.length === 0) return fail('edits nothing');
  const wrong = edits.some(({ span }, index) => {
    const { end } = edits[index - 1]?.span ?? { end: 0 };
    return span.start < end || span.start > span.end || span.end > source.text.length;
  });
  if (wrong) return fail('edits overlap');
  const text = applySorted(source.text, edits);
  if (text === source.text) return fail('changes nothing');
  const repaired = { path: source.path, text };
  if (parse(repaired).parseDiagnostics.length > errors) return fail('leaves a syntax error');
  const after = analyze(repaired, settings, project);
  if (after.problems.length > 0) return fail(after.problems.map(({ error }) => error).join());
  const moved = before.findings.map((one) => ({ rule: one.rule, ...moveSpan(one.span, edits) }));
  const own = moved[before.findings.indexOf(finding)];
  if (own && after.findings.some((one) => one.rule === own.rule && meets(one.span, own)))
    return fail('does not take the finding away');
  const added = after.findings.find((one) => !moved.some((other) => one.rule === other.rule && meets(one.span, other)));
  if (!added) return { problem: undefined, revealed: undefined };
  const words = `${added.rule}: ${added.message}`;
  const hidden = before.responses.some(
    ({ span, status, state }) =>
      (status.kind === 'unknown' || state !== 'sent') && meets(moveSpan(span, edits), added.span),
  );
  const elsewhere = !before.responses.some(
    ({ span }) => meets(moveSpan(span, edits), added.span) && edits.some((edit) => meets(edit.span, span)),
  );
  return hidden || elsewhere ? { problem: undefined, revealed: words } : fail(`brings ${words}`);
}

function meets(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

/** Where a span has gone. What began or ended inside an edit is taken to do so at the borders of what it became. */
function moveSpan({ start, end }: Span, edits: readonly TextEdit[]): Span {
  return { start: move(start, edits, 0), end: move(end, edits, 1) };
}

/** The text with edits in it that are in order and do not overlap. */
function applySorted(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (all, { span, text: insert }) => all.slice(0, span.start) + insert + all.slice(span.end),
    text,
  );
}

function move(offset: number, edits: readonly TextEdit[], border: 0 | 1): number {
  return edits.reduce((moved, { span, text }) => {
    if (span.end <= offset) return moved + text.length - (span.end - span.start);
    return span.start < offset ? moved - (offset - span.start) + border * text.length : moved;
  }, offset);
}
