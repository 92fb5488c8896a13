import type { Span } from '../model.ts';
import { forEachChild, type Node, type SourceFile, SyntaxKind } from './parser.ts';
import { startOf } from './tree.ts';

/** A comment of a file. */
export interface Comment {
  /** With its opening and closing marks, and with the braces that a comment among JSX children needs. */
  readonly span: Span;
  /** What stands between the marks. */
  readonly inner: Span;
  readonly block: boolean;
}

/** Kinds of nodes that hold text in which `//` and `/*` mean nothing. */
const TEXTS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
  SyntaxKind.RegularExpressionLiteral,
  SyntaxKind.JsxText,
]);

/** The spans of strings, templates, regular expressions and JSX texts, in order. */
export function listTexts(tree: SourceFile): readonly Span[] {
  const found: Span[] = [];
  const visit = (node: Node): void => {
    if (TEXTS.has(node.kind))
      found.push({ start: node.kind === SyntaxKind.JsxText ? node.pos : startOf(node, tree), end: node.end });
    forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Every comment of a file, in order. What stands in strings, templates and JSX texts is none. */
export function listComments(tree: SourceFile): readonly Comment[] {
  const { text } = tree;
  const texts = listTexts(tree);
  const comments: Comment[] = [];
  let next = 0;
  let at = text.startsWith('#!') ? endOfLine(text, 0) : 0;
  while (at < text.length) {
    while ((texts[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
    const literal = texts[next];
    const opening = text.indexOf('/', at);
    if (opening < 0) break;
    if (literal && literal.start <= opening) {
      at = Math.max(literal.end, at + 1);
      continue;
    }
    const mark = text[opening + 1];
    if (mark !== '/' && mark !== '*') {
      at = opening + 1;
      continue;
    }
    const closing = mark === '*' ? text.indexOf('*/', opening + 2) : -1;
    const innerEnd = mark === '/' ? endOfLine(text, opening) : closing < 0 ? text.length : closing;
    const end = closing < 0 ? innerEnd : closing + 2;
    const inner = { start: opening + 2, end: innerEnd };
    comments.push({ span: withBraces({ start: opening, end }, texts, text), inner, block: mark === '*' });
    at = end;
  }
  return comments;
}

/** `{/* … * /}` stands among JSX children if JSX text or a tag comes before it. */
function withBraces({ start, end }: Span, texts: readonly Span[], text: string): Span {
  const isAlone = text[start - 1] === '{' && text[end] === '}';
  const inJsx = isAlone && texts.some((one) => one.end === start - 1 || one.start === end + 1);
  return inJsx ? { start: start - 1, end: end + 1 } : { start, end };
}

function endOfLine(text: string, from: number): number {
  const found = /[\r\n\u2028\u2029]/.exec(text.slice(from));
  return found ? from + found.index : text.length;
}
