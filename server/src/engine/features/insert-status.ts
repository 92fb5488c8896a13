import { createStatusSpelling } from '../fixes/constants.ts';
import type { Analysis, Response, Span, TextEdit } from '../model.ts';
import type { Project } from '../project/project.ts';

/**
 * Writes a status at the cursor, as the handler or its file writes statuses: in place of the status under the cursor,
 * else in place of what is selected.
 * @param selection empty for a cursor without a selection
 */
export function insertStatus(analysis: Analysis, selection: Span, code: number, project: Project): readonly TextEdit[] {
  const { responses, source } = analysis;
  const touched = responses
    .flatMap((response) => response.statusSpans.map((span) => ({ response, span })))
    .find(({ span }) => contains(span, selection));
  const replaced = touched?.span;
  const example = touched?.response ?? findNearest(responses, selection);
  const span = replaced ?? selection;
  if (!example) return [{ span, text: String(code) }];
  const { text, edits } = createStatusSpelling(project.reopen(source), responses)(code, example, replaced);
  return [{ span, text }, ...edits];
}

/** A response of the innermost handler around a place, or any of the file. */
function findNearest(responses: readonly Response[], place: Span): Response | undefined {
  const around = responses.filter(({ handler }) => contains(handler.span, place));
  const length = ({ handler: { span } }: Response): number => span.end - span.start;
  return around.sort((a, b) => length(a) - length(b))[0] ?? responses[0];
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
