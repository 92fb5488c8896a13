import type { FileView } from '../syntax/file-view.ts';
import {
  forEachChild,
  isExpressionStatement,
  isReturnStatement,
  isStringLiteral,
  type Node,
} from '../syntax/parser.ts';

/** How a file writes what can be written in several ways. */
export interface FileStyle {
  readonly quote: "'" | '"';
  readonly semicolon: ';' | '';
  readonly newline: '\n' | '\r\n';
}

/** So many places show the custom of a file, however long it is. */
const ENOUGH = 100;

/** The style that most of a file is written in. */
export function readStyle(file: FileView): FileStyle {
  const { text } = file.source;
  const count = { single: 0, double: 0, ended: 0, open: 0 };
  const visit = (node: Node): void => {
    if (count.single + count.double > ENOUGH && count.ended + count.open > ENOUGH) return;
    if (isStringLiteral(node)) count[text[file.span(node).start] === "'" ? 'single' : 'double']++;
    if (isExpressionStatement(node) || isReturnStatement(node)) count[text[node.end - 1] === ';' ? 'ended' : 'open']++;
    forEachChild(node, visit);
  };
  visit(file.tree);
  return {
    quote: count.double > count.single ? '"' : "'",
    semicolon: count.open > count.ended ? '' : ';',
    newline: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** A text as a literal in the quotes of the file. */
export function quote(text: string, { quote: mark }: FileStyle): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(mark, `\\${mark}`);
  return `${mark}${escaped}${mark}`;
}

/** The white space before the first word of the line on which `offset` stands. */
export function indentationAt(offset: number, text: string): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}

/** What one level is indented by: the smallest step that the file takes often. */
export function readIndentation(text: string): string {
  const lines = text.split('\n', 400).map((line) => /^[ \t]*(?=\S)/.exec(line)?.[0] ?? '');
  const steps = lines.flatMap((line, index) => {
    const previous = lines[index - 1] ?? '';
    return line.length > previous.length && line.startsWith(previous) ? [line.slice(previous.length)] : [];
  });
  const count = (one: string): number => steps.filter((other) => other === one).length;
  return [...new Set(steps)].sort((a, b) => count(b) - count(a))[0] ?? '  ';
}
