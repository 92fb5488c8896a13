import type { Response, Span, TextEdit } from '../model.ts';
import type { HandlerFunction } from '../responses/handler-function.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Block,
  isBlock,
  isCaseClause,
  isDefaultClause,
  isExpressionStatement,
  isReturnStatement,
  isSourceFile,
  isVariableStatement,
  type Node,
  type Statement,
} from '../syntax/parser.ts';
import { findFunctionAround, findNodeAt } from '../syntax/tree.ts';
import { type FileStyle, indentationAt } from './style.ts';

/** How functions of a file leave after they have answered: `return res…;` or `res…; return;`. */
type Leaving = 'returns the answer' | 'returns behind it';

/** Ends the path behind an answer, in the way in which the handler or its file does it. */
export function insertReturn(
  response: Response,
  responses: readonly Response[],
  of: HandlerFunction,
  file: FileView,
  style: FileStyle,
): readonly TextEdit[] | undefined {
  const { statement: span, returned } = response.placement;
  const statement = span && findNodeAt(span, file.tree);
  if (!span || returned || !statement || !isExpressionStatement(statement)) return undefined;
  // In a callback `return` leaves nothing but the callback.
  const around = findFunctionAround(statement);
  const later = response.later && findNodeAt(response.later, file.tree);
  if (!around || (later && findFunctionAround(later) !== around && around !== of.fn)) return undefined;
  if (response.placement.discarded && around !== of.fn) return undefined;
  const { text } = file.source;
  const behind = (last: Statement): readonly TextEdit[] => {
    const { start } = file.span(last);
    const opensLine = /(?:^|\n)[ \t]*$/.test(text.slice(0, start));
    const end = text[last.end - 1] === ';' ? '' : ';';
    const separator = opensLine ? `${style.newline}${indentationAt(start, text)}` : `${end} `;
    return [{ span: { start: last.end, end: last.end }, text: `${separator}return${style.semicolon}` }];
  };
  const last = response.placement.discarded ? undefined : findLastToRun(statement, response, file);
  if (last) return behind(last);
  if (of.adapter.answersByReturning || chooseLeaving(responses, of, file) === 'returns the answer')
    return [{ span: { start: span.start, end: span.start }, text: 'return ' }];
  if (isInList(statement)) return behind(statement);
  const end = text[span.end - 1] === ';' ? '' : ';';
  return [
    { span: { start: span.start, end: span.start }, text: '{ ' },
    { span: { start: span.end, end: span.end }, text: `${end} return${style.semicolon} }` },
  ];
}

/** The last of what is still done behind an answer before its block ends, such as a note in the log; a `return` skips none of it. */
function findLastToRun(answer: Statement, { later, goesOnTo }: Response, file: FileView): Statement | undefined {
  const { statements } = answer.parent as Partial<Block>;
  const rest = statements?.slice(statements.indexOf(answer) + 1) ?? [];
  const holdsNext = [later, goesOnTo?.span].some((next) => next && rest.some((one) => contains(file.span(one), next)));
  const runs = rest.every((one) => isExpressionStatement(one) || isVariableStatement(one));
  return runs && !holdsNext ? rest.at(-1) : undefined;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True if another statement may stand behind this one without braces. */
export function isInList({ parent }: Node): boolean {
  return isBlock(parent) || isCaseClause(parent) || isDefaultClause(parent) || isSourceFile(parent);
}

/** How a handler leaves after its answers; where it shows nothing, how its file does. */
export function chooseLeaving(responses: readonly Response[], of: HandlerFunction, file: FileView): Leaving {
  const type = of.fn.type && file.text(of.fn.type);
  if (type !== undefined && /^(?:Promise<\s*)?(?:void|undefined)\s*>?$/.test(type)) return 'returns behind it';
  const own = count(of.fn, responses, file);
  if (own !== 0) return own > 0 ? 'returns the answer' : 'returns behind it';
  const all = count(file.tree, responses, file);
  if (all !== 0) return all > 0 ? 'returns the answer' : 'returns behind it';
  // The types of Express 5 take no handler that returns its response.
  const typed = /\.[mc]?tsx?$/.test(file.source.path);
  const { framework, version = 0 } = of.handler;
  return typed && framework === 'express' && version >= 5 ? 'returns behind it' : 'returns the answer';
}

/** How many answers inside `node` are returned, less those behind which a bare `return` stands. */
function count(node: Node, responses: readonly Response[], file: FileView): number {
  const { start, end } = { start: node.pos, end: node.end };
  let balance = 0;
  for (const { placement, via } of responses) {
    const { statement: span, returned } = placement;
    if (!span || span.start < start || span.end > end || via === 'throw') continue;
    if (returned) {
      balance++;
      continue;
    }
    const statement = findNodeAt(span, file.tree);
    const next = statement && findNext(statement as Statement);
    if (next && isReturnStatement(next) && !next.expression) balance--;
  }
  return balance;
}

/** The statement behind another one in the same list. */
export function findNext(statement: Statement): Statement | undefined {
  const { statements } = statement.parent as Partial<Block>;
  return statements?.[statements.indexOf(statement) + 1];
}
