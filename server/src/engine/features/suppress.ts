import type { Analysis, Finding, Span, TextEdit } from '../model.ts';
import { type Comment, listComments, listTexts } from '../syntax/comments.ts';
import { parse } from '../syntax/parse.ts';

/** Where comments may be written in a file, and which are there. */
export interface Surroundings {
  readonly text: string;
  readonly newline: string;
  readonly comments: readonly Comment[];
  readonly texts: readonly Span[];
}

/** Reads a file for the comments that it has and may get. */
export function readSurroundings({ source }: Analysis): Surroundings {
  const tree = parse(source);
  const newline = source.text.includes('\r\n') ? '\r\n' : '\n';
  return { text: source.text, newline, comments: listComments(tree), texts: listTexts(tree) };
}

/** A list of rules behind what a comment begins with, up to its reason: a rule more is written at its end. */
const RULES = /((?:[ \t]+|[ \t]*,[ \t]*)(?!--)[\w-]+)+/;
const NEXT_LINE = new RegExp(`^[\\s*]*status-lens-disable-next-line${RULES.source}`);
const SAME_LINE = new RegExp(`^[\\s*]*status-lens-disable-line${RULES.source}`);
const WHOLE_FILE = new RegExp(`^[\\s*]*status-lens-disable-file${RULES.source}`);
/** What other tools read as speaking of the very next line, so that nothing may come between. */
const OTHERS_NEXT_LINE = /^[\s*]*(?:[\w-]+-next-line\b|@ts-(?:ignore|expect-error)\b|[\w-]+-ignore\b)/;

/** Silences a finding by the comment of its line or above it: one that is there is extended, else one is written. */
export function suppressOnLine({ span, rule }: Finding, { text, newline, comments, texts }: Surroundings): TextEdit {
  const lineStart = startOfLine(span.start, text);
  const above = listAbove(lineStart, text, comments);
  const beside = comments.filter(({ span: { start } }) => startOfLine(start, text) === lineStart);
  const extended = extend(above, NEXT_LINE, rule, text) ?? extend(beside, SAME_LINE, rule, text);
  if (extended) return extended;
  // A line that begins inside a template or a JSX text has no place for a comment of its own.
  const begins = lineStart + indentationOf(lineStart, text).length;
  if (texts.some(({ start, end }) => start < begins && begins < end))
    return insert(span.start, `/* status-lens-disable-line ${rule} */ `);
  const comment = `status-lens-disable-next-line ${rule}`;
  const inJsx = texts.some(({ end }) => end === begins);
  const written = inJsx ? `{/* ${comment} */}` : `// ${comment}`;
  const others = above.filter(({ span: { start } }) => opensLine(start, text));
  const free = others.findIndex(({ inner }) => !OTHERS_NEXT_LINE.test(text.slice(inner.start, inner.end)));
  const topmost = others[(free === -1 ? others.length : free) - 1];
  const at = topmost ? startOfLine(topmost.span.start, text) : lineStart;
  return insert(at, `${indentationOf(lineStart, text)}${written}${newline}`);
}

/** Silences a rule for a whole file: behind a first line that the system reads, and before all else. */
export function suppressInFile(rule: string, { text, newline, comments }: Surroundings): TextEdit {
  const extended = extend(comments, WHOLE_FILE, rule, text);
  if (extended) return extended;
  const [first = ''] = /^\uFEFF?(?:#![^\r\n]*(?:\r\n|\n|\r))?/.exec(text) ?? [];
  return insert(first.length, `// status-lens-disable-file ${rule}${newline}`);
}

/** Adds a rule to the first of the comments that silences as `form` says. */
function extend(comments: readonly Comment[], form: RegExp, rule: string, text: string): TextEdit | undefined {
  for (const { inner } of comments) {
    const [found] = form.exec(text.slice(inner.start, inner.end)) ?? [];
    if (found !== undefined) return insert(inner.start + found.length, `, ${rule}`);
  }
  return undefined;
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
