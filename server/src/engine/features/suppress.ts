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

const NEXT_LINE = /^[\s*]*status-lens-disable-next-line((?:[ \t]+|[ \t]*,[ \t]*)(?!--)[\w-]+)+/;

/** Silences a finding by the comment above its line: one that is there is extended, else one is written. */
export function suppressOnLine({ span, rule }: Finding, { text, newline, comments, texts }: Surroundings): TextEdit {
  const lineStart = startOfLine(span.start, text);
  const above = comments.find(({ span: { end } }) => end < lineStart && text.slice(end, lineStart).trim() === '');
  const named = above && NEXT_LINE.exec(text.slice(above.inner.start, above.inner.end));
  if (above && named) return insert(above.inner.start + named[0].length, `, ${rule}`);
  // A line that begins inside a template or a JSX text has no place for a comment of its own.
  const begins = lineStart + indentationOf(lineStart, text).length;
  if (texts.some(({ start, end }) => start < begins && begins < end))
    return insert(span.start, `/* status-lens-disable-line ${rule} */ `);
  const comment = `status-lens-disable-next-line ${rule}`;
  const inJsx = texts.some(({ end }) => end === begins) && text[begins] === '<';
  const written = inJsx ? `{/* ${comment} */}` : `// ${comment}`;
  return insert(lineStart, `${indentationOf(lineStart, text)}${written}${newline}`);
}

/** Silences a rule for a whole file: behind a first line that the system reads, and before all else. */
export function suppressInFile(rule: string, { text, newline, comments }: Surroundings): TextEdit {
  for (const { inner } of comments) {
    const found = /^[\s*]*status-lens-disable-file((?:[ \t]+|[ \t]*,[ \t]*)(?!--)[\w-]+)+/.exec(
      text.slice(inner.start, inner.end),
    );
    if (found) return insert(inner.start + found[0].length, `, ${rule}`);
  }
  const [first = ''] = /^\uFEFF?(?:#![^\r\n]*(?:\r\n|\n|\r))?/.exec(text) ?? [];
  return insert(first.length, `// status-lens-disable-file ${rule}${newline}`);
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
