import { valuesOf } from '../known.ts';
import type { Analysis, Response, Span } from '../model.ts';
import { findStatusPosition } from '../positions/find.ts';
import type { Project } from '../project/project.ts';
import type { FileView } from '../syntax/file-view.ts';

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

const NUMBER = /(?<![\w.])[1-5]\d\d(?![\w.])/g;

/** A file with more numbers is data, and to ask for the place of each would take long. */
const MOST_NUMBERS = 1000;

/**
 * Every place that writes a status: numbers that are answered, compared, expected or declared, and constants that are
 * answered, as far as all codes that one may stand for are of one class. Comments keep their own colour.
 */
export function findStatusPlaces(analysis: Analysis, project: Project): readonly StatusPlace[] {
  const constants = analysis.responses.flatMap((response) => findConstants(response, analysis.source.text));
  const places = new Map([...constants, ...findNumbers(analysis, project)].map((place) => [place.span.start, place]));
  return [...places.values()].sort((a, b) => a.span.start - b.span.start);
}

function findConstants({ status, statusSpans }: Response, text: string): readonly StatusPlace[] {
  const classes = new Set((valuesOf(status) ?? []).map(classOf));
  const [only] = classes;
  if (classes.size !== 1 || !only) return [];
  return statusSpans
    .filter(({ start, end }) => CONSTANT.test(text.slice(start, end)))
    .map((span) => ({ span, class: only }));
}

function findNumbers({ source, responses }: Analysis, project: Project): readonly StatusPlace[] {
  const numbers = [...source.text.matchAll(NUMBER)];
  if (numbers.length === 0 || numbers.length > MOST_NUMBERS) return [];
  // Most numbers are the whole of an answer's status, and to find them needs no look at the tree.
  const answered = new Set(
    responses.flatMap(({ statusSpans }) => statusSpans.map(({ start, end }) => `${start}:${end}`)),
  );
  let file: FileView | undefined;
  return numbers.flatMap(({ 0: number, index: start }) => {
    const span = { start, end: start + number.length };
    const one = classOf(Number(number));
    if (!one || isInComment(source.text, start)) return [];
    if (answered.has(`${span.start}:${span.end}`)) return [{ span, class: one }];
    file ??= project.reopen(source);
    const found = findStatusPosition(file, responses, start)?.span;
    return found?.start === span.start && found.end === span.end ? [{ span, class: one }] : [];
  });
}

/** True on a line of a documentation comment, in which answers may be declared. */
function isInComment(text: string, offset: number): boolean {
  return /^\s*\/?\*/.test(text.slice(text.lastIndexOf('\n', offset) + 1, offset));
}

function classOf(code: number): ColouredClass | undefined {
  return CLASSES[Math.floor(code / 100) - 1];
}
