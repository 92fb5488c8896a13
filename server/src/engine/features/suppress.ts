import type { Analysis, Finding, Span, TextEdit } from '../model.ts';
import { type Directive, reaches, readDirectives } from '../suppressions/directives.ts';
import { type Comment, listComments, listTexts } from '../syntax/comments.ts';
import { parse } from '../syntax/parse.ts';

/** Where comments may be written in a file, and which are there. */
export interface Surroundings {
  readonly text: string;
  readonly newline: string;
  readonly comments: readonly Comment[];
  readonly directives: readonly Directive[];
  readonly texts: readonly Span[];
}

/** Reads a file for the comments that it has and may get. */
export function readSurroundings({ source }: Analysis): Surroundings {
  const tree = parse(source);
  const newline = source.text.includes('\r\n') ? '\r\n' : '\n';
  const [comments, directives, texts] = [listComments(tree), readDirectives(tree), listTexts(tree)];
  return { text: source.text, newline, comments, directives, texts };
}

/** What other tools read as speaking of the very next line, so that nothing may come between. */
const OTHERS_NEXT_LINE = /^[\s*]*(?:[\w-]+-next-line\b|@ts-(?:ignore|expect-error)\b|[\w-]+-ignore\b)/;

/** Silences a finding by a comment that speaks of one of its lines: one that is there is extended, else one is written. */
export function suppressOnLine({ span, rule }: Finding, surroundings: Surroundings): TextEdit {
  const { text, newline, comments, directives, texts } = surroundings;
  const extended = directives
    .filter((one) => (one.scope === 'disable-next-line' || one.scope === 'disable-line') && reaches(one, span))
    .flatMap((one) => extend(one, rule))[0];
  if (extended) return extended;
  const lineStart = startOfLine(span.start, text);
  // A line that begins inside a template or a JSX text has no place for a comment of its own.
  const begins = lineStart + indentationOf(lineStart, text).length;
  if (texts.some(({ start, end }) => start < begins && begins < end))
    return insert(span.start, `/* status-lens-disable-line ${rule} */ `);
  const comment = `status-lens-disable-next-line ${rule}`;
  const inJsx = texts.some(({ end }) => end === begins);
  const written = inJsx ? `{/* ${comment} */}` : `// ${comment}`;
  const others = listAbove(lineStart, text, comments).filter(({ span: { start } }) => opensLine(start, text));
  const free = others.findIndex(({ inner }) => !OTHERS_NEXT_LINE.test(text.slice(inner.start, inner.end)));
  const topmost = others[(free === -1 ? others.length : free) - 1];
  const at = topmost ? startOfLine(topmost.span.start, text) : lineStart;
  return insert(at, `${indentationOf(lineStart, text)}${written}${newline}`);
}

/**
 * Silences a rule in the innermost block around a finding that silences others, by the comments at its ends. Undefined if
 * there is no such block.
 */
export function suppressInBlock(
  { span, rule }: Finding,
  { directives }: Surroundings,
): readonly TextEdit[] | undefined {
  const block = directives.findLast((one) => one.scope === 'disable' && reaches(one, span));
  return block && [...extend(block, rule), ...(block.end ? extend(block.end, rule) : [])];
}

/** Silences a rule for a whole file: behind a first line that the system reads, and before all else. */
export function suppressInFile(rule: string, { text, newline, directives }: Surroundings): TextEdit {
  const [extended] = directives.filter(({ scope }) => scope === 'disable-file').flatMap((one) => extend(one, rule));
  if (extended) return extended;
  const [first = ''] = /^\uFEFF?(?:#![^\r\n]*(?:\r\n|\n|\r))?/.exec(text) ?? [];
  return insert(first.length, `// status-lens-disable-file ${rule}${newline}`);
}

/** Adds a rule to those that a comment names. One that names none speaks of all. */
function extend({ rules }: Directive, rule: string): readonly TextEdit[] {
  const last = rules.at(-1);
  return last ? [insert(last.span.end, `, ${rule}`)] : [];
}

/** The comments above a line that no code parts from it, the nearest first. */
function listAbove(lineStart: number, text: string, comments: readonly Comment[]): readonly Comment[] {
  const found: Comment[] = [];
  let from = lineStart;
  for (const comment of [...comments].reverse()) {
    if (comment.span.end > from) continue;
    if (text.slice(comment.span.end, from).trim() !== '') break;
    found.push(comment);
    from = comment.span.start;
  }
  return found;
}

function opensLine(offset: number, text: string): boolean {
  return text.slice(startOfLine(offset, text), offset).trim() === '';
}

function insert(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

function startOfLine(offset: number, text: string): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function indentationOf(lineStart: number, text: string): string {
  return /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
}
