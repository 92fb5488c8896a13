import { valuesOf } from '../known.ts';
import type { Analysis, Response, Span } from '../model.ts';

/** The classes of status codes by their first digit, as colours and scopes name them. */
export type ColouredClass = 'informational' | 'success' | 'redirection' | 'clientError' | 'serverError';

/** A place that writes a status, and the class of the code. */
export interface StatusPlace {
  readonly span: Span;
  readonly class: ColouredClass;
}

const CLASSES: readonly ColouredClass[] = ['informational', 'success', 'redirection', 'clientError', 'serverError'];

/** A constant of a table or one in capitals. A plain variable is not coloured: it only carries the status. */
const CONSTANT = /^(?:[\w$]+(?:\?\.|\.|\[['"]))+[\w$]+(?:['"]\])?$|^[A-Z][A-Z\d_]*$/;

/**
 * Every place that writes the status of a response: a constant as far as its codes are of one class, and each number of
 * an expression such as `isNew ? 201 : 200`.
 */
export function findStatusPlaces(analysis: Analysis): readonly StatusPlace[] {
  const places = new Map<number, StatusPlace>();
  for (const response of analysis.responses) {
    for (const span of response.statusSpans)
      for (const place of findIn(span, response, analysis.source.text)) places.set(place.span.start, place);
  }
  return [...places.values()].sort((a, b) => a.span.start - b.span.start);
}

function findIn(span: Span, { status }: Response, text: string): readonly StatusPlace[] {
  const written = text.slice(span.start, span.end);
  const codes = valuesOf(status) ?? [];
  if (CONSTANT.test(written)) {
    const classes = new Set(codes.map(classOf));
    const [only] = classes;
    return classes.size === 1 && only ? [{ span, class: only }] : [];
  }
  return [...written.matchAll(/\b\d{3}\b/g)].flatMap(({ 0: number, index }) => {
    const start = span.start + index;
    const found = codes.includes(Number(number)) ? classOf(Number(number)) : undefined;
    return found ? [{ span: { start, end: start + number.length }, class: found }] : [];
  });
}

function classOf(code: number): ColouredClass | undefined {
  return CLASSES[Math.floor(code / 100) - 1];
}
