import type { SourceText, Span } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import { isBlock, isCaseOrDefaultClause, isExpressionStatement, isNumericLiteral } from '../syntax/parser.ts';
import { nodeAt } from './node-at.ts';

/** A place in which a whole statement may be written. */
export interface StatementStart {
  /** What has been typed of it. */
  readonly replaced: Span;
  readonly typed: string;
}

/** No program has a statement that begins with a number, and few that begin with these two letters. */
const TYPED = /(?:^|[;{}:\n]|\*\/)[^\S\n]*(\d{1,3}|s|sl\w*|)$/;

/** The statement that begins at the cursor, if what was typed of it can only be meant for a snippet. */
export function findStatementStart({ text }: SourceText, offset: number): StatementStart | undefined {
  const typed = TYPED.exec(text.slice(Math.max(0, offset - 200), offset))?.[1];
  if (typed === undefined || /\w/.test(text.charAt(offset))) return undefined;
  return { replaced: { start: offset - typed.length, end: offset }, typed };
}

/** The file with other statements where one begins. */
export function putStatements({ path, text }: SourceText, { replaced }: StatementStart, code: string): SourceText {
  return { path, text: text.slice(0, replaced.start) + code + text.slice(replaced.end) };
}

/** The statement that stands in for one that is not there yet. */
export const STAND_IN = '0;';

/** True if the stand-in is a statement by itself, in a list of them. */
export function isStatement(file: FileView, { replaced }: StatementStart): boolean {
  const node = nodeAt(file, replaced.start);
  const { parent } = node;
  if (!isNumericLiteral(node) || !isExpressionStatement(parent)) return false;
  return isBlock(parent.parent) || isCaseOrDefaultClause(parent.parent);
}
