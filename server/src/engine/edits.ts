import type { Span, TextEdit } from './model.ts';

/**
 * The edits of several changes, without those changes that would meet an earlier one: what two changes make of the same
 * place is never mixed. An edit that two changes have alike, such as that of an import, counts once.
 */
export function mergeEdits(changes: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edits of changes) {
    const added = edits.filter((edit) => !merged.some((one) => isSame(one, edit)));
    if (added.length > 0 && !added.some((edit) => merged.some((one) => overlap(one.span, edit.span))))
      merged.push(...added);
  }
  return merged.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The text with edits in it that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)
    .reduce((all, { span, text: insert }) => all.slice(0, span.start) + insert + all.slice(span.end), text);
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

/** Two insertions at one place overlap too: which of them comes first would be chance. */
function overlap(a: Span, b: Span): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}
