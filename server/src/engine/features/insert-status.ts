import type { Analysis, Span, TextEdit } from '../model.ts';

/**
 * Writes a status at the cursor: in place of the status under it, else in place of what is selected.
 * @param selection empty for a cursor without a selection
 */
export function insertStatus(analysis: Analysis, selection: Span, code: number): readonly TextEdit[] {
  const touched = analysis.responses
    .flatMap(({ statusSpans }) => statusSpans)
    .find(({ start, end }) => start <= selection.start && selection.end <= end);
  return [{ span: touched ?? selection, text: String(code) }];
}
