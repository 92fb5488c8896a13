import type { Span } from '../model.ts';
import { findStatusCode } from '../status-codes/index.ts';
import type { FileView } from '../syntax/file-view.ts';
import { nodeAt } from './node-at.ts';

/** Tags that name an answer: `@response 404`, `@returns {Error} 404 - …`, `@apiError 404`, `@response {404} …`. */
const TAG =
  /@(?:response|returns?|throws|apiError|apiSuccess|status|httpCode)\b[^\S\r\n]*(?:\{[^}\r\n]*\}[^\S\r\n]*)?\{?$/i;
const TAG_IN_BRACES = /@(?:response|status)\b[^\S\r\n]*\{$/i;
/** A key of YAML, behind the asterisk of the comment: `'404':`. */
const KEY = /^([\s*]*)(['"]?)$/;

/** The status in a documentation comment at `offset`: of a tag, or a key under `responses:` of an OpenAPI operation. */
export function findStatusInComment(file: FileView, offset: number): Span | undefined {
  const { text } = file.source;
  const span = numberAt(text, offset);
  if (!span) return undefined;
  const opening = text.lastIndexOf('/**', span.start);
  if (opening < 0 || text.slice(opening, span.start).includes('*/') || !isTrivia(file, opening)) return undefined;
  const lineStart = Math.max(opening + 3, text.lastIndexOf('\n', span.start - 1) + 1);
  const before = text.slice(lineStart, span.start);
  const lineEnd = text.indexOf('\n', span.end);
  const after = text.slice(span.end, lineEnd < 0 ? text.length : lineEnd);
  if (TAG.test(before)) return TAG_IN_BRACES.test(before) || /^[^\w.]|^$/.test(after) ? span : undefined;
  const key = KEY.exec(before);
  if (!key || !after.startsWith(`${key[2]}:`)) return undefined;
  return isUnderResponses(text.slice(opening, lineStart), indentOf(before)) ? span : undefined;
}

/** Three digits that stand for a known code, with no letter or digit on either side. */
function numberAt(text: string, offset: number): Span | undefined {
  let start = offset;
  while (start > 0 && /\d/.test(text.charAt(start - 1))) start--;
  const digits = /^\d+/.exec(text.slice(start, start + 8))?.[0] ?? '';
  const end = start + digits.length;
  const known = digits.length === 3 && findStatusCode(Number(digits)) !== undefined;
  return known && !/[\w.-]/.test(text.charAt(start - 1)) && !/\w/.test(text.charAt(end)) ? { start, end } : undefined;
}

/** True if no token of the program stands at `offset`, so that what looks like a comment there is one. */
function isTrivia(file: FileView, offset: number): boolean {
  const node = nodeAt(file, offset);
  const { start, end } = file.span(node);
  const inside = start < offset && offset < end;
  return !inside || !/^['"`/]/.test(file.text(node));
}

function isUnderResponses(lines: string, indent: number): boolean {
  for (const line of lines.split(/\r?\n/).reverse()) {
    const content = line.replace(/^\s*\/?\*+/, (marks) => ' '.repeat(marks.length));
    if (content.trim() === '' || indentOf(line) >= indent) continue;
    return /^\s*responses:\s*$/.test(content);
  }
  return false;
}

/** The column of the first character that is neither white space nor an asterisk. */
function indentOf(line: string): number {
  return /^[\s*]*/.exec(line.replace(/^\s*\/\*\*/, (marks) => ' '.repeat(marks.length)))?.[0].length ?? 0;
}
