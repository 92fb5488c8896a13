import { valuesOf } from '../known.ts';
import type { Analysis, Response, Span } from '../model.ts';
import { findStatusPosition, mayBeStatus } from '../positions/find.ts';
import type { Project } from '../project/project.ts';

/**
 * Every answer of a handler with the status that stands under the cursor as a number: where that is written, or the call
 * that gives it where nothing writes it. Undefined elsewhere, also for names: those belong to the language.
 */
export function findHighlights(analysis: Analysis, project: Project, offset: number): readonly Span[] | undefined {
  const { text } = analysis.source;
  if (!mayBeStatus(text, offset)) return undefined;
  const position = findStatusPosition(project.reopen(analysis.source), analysis.responses, offset);
  if (!position?.response || !/^\d/.test(text.charAt(position.span.start))) return undefined;
  const { codes, response, span } = position;
  const others = analysis.responses.filter(
    (one) =>
      one !== response &&
      one.handler.span.start === response.handler.span.start &&
      valuesOf(one.status)?.some((code) => codes.includes(code)),
  );
  const places = new Map([span, ...others.flatMap(placesOf)].map((place) => [place.start, place]));
  return [...places.values()].sort((a, b) => a.start - b.start);
}

function placesOf({ statusSpans, parts, span }: Response): readonly Span[] {
  if (statusSpans.length > 0) return statusSpans;
  return [parts.findLast(({ role }) => role === 'send')?.nameSpan ?? span];
}
