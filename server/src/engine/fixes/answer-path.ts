import type { HandlerFlow, SilentPath } from '../handler-flow.ts';
import type { Response, TextEdit } from '../model.ts';
import { snippetWords } from '../registry.generated.ts';
import { type HandlerFunction, nameOfPlace } from '../responses/handler-function.ts';
import { createReach } from '../responses/reach-member.ts';
import { nameResponse } from '../snippets/handler-names.ts';
import { isBlock, isExpressionStatement, isReturnStatement, type Node, type Statement } from '../syntax/parser.ts';
import { findFunctionAround, findNodeAt } from '../syntax/tree.ts';
import { tellInWords, writeErrorBody } from './error-body.ts';
import { findPathEnd, type PathEnd } from './path-end.ts';
import { chooseLeaving, findNext, isInList } from './returns.ts';
import { indentationAt, quote, readIndentation } from './style.ts';
import type { Writing } from './writing.ts';

/** Answers at the end of a silent path, in the words of the framework and with a body such as the file sends. */
export function answerPath(
  code: number,
  path: SilentPath,
  flow: HandlerFlow,
  of: HandlerFunction,
  writing: Writing,
): readonly TextEdit[] | undefined {
  const { id } = of.adapter;
  const words = snippetWords.find((one) => one.id === id || one.alsoFor?.includes(id));
  const response = words && nameResponse(of, words);
  const model = flow.responses.find(({ state }) => state === 'sent');
  if (!words || words.throws || response === undefined || !model) return undefined;
  const { text: status, edits } = writing.spellStatus(code, model, undefined);
  const { style } = writing;
  const lines = words.answer({
    code,
    status,
    fields: [],
    body: writeErrorBody(code, writing),
    message: quote(tellInWords(code), style),
    reach: createReach(of),
    response,
    end: style.semicolon,
    quote: (text) => quote(text, style),
  });
  const [answer, ...rest] = lines?.filter((line) => !/^return;?$/.test(line)) ?? [];
  if (answer === undefined || rest.length > 0) return undefined;
  // Whether the file returns its answers is decided at the end of the path.
  const written = writeAtEnd(answer.replace(/^return /, ''), path, flow, of, writing);
  return written && [...written, ...edits];
}

/** Hands the request on at the end of a silent path: with the error in a catch clause and in an error handler. */
export function handOnPath(
  path: SilentPath,
  flow: HandlerFlow,
  of: HandlerFunction,
  writing: Writing,
): readonly TextEdit[] | undefined {
  const next = nameOfPlace(of.next);
  const error = path.inCatch ? path.inCatch.variable : nameOfPlace(of.error);
  if (next === undefined || (error === undefined && (path.inCatch || of.error))) return undefined;
  return writeAtEnd(`${next}(${error ?? ''})${writing.style.semicolon}`, path, flow, of, writing);
}

/** Writes a statement where a path ends, if no path that has answered comes there. */
function writeAtEnd(
  statement: string,
  path: SilentPath,
  flow: HandlerFlow,
  of: HandlerFunction,
  writing: Writing,
): readonly TextEdit[] | undefined {
  const end = findPathEnd(path, of, writing.file);
  if (!end || !isAlone(end, flow, of, writing)) return undefined;
  if (end.kind === 'return') return writeReturn(statement, end.node, of, writing);
  const { text } = writing.file.source;
  const { newline } = writing.style;
  const outer = indentationAt(writing.file.span(end.kind === 'else' ? end.node : end.owner).start, text);
  const inner = `${outer}${readIndentation(text)}`;
  if (end.kind === 'else') {
    const at = end.node.thenStatement.end;
    const block = `{${newline}${inner}${statement}${newline}${outer}}`;
    const before = isBlock(end.node.thenStatement) ? ' else ' : `${newline}${outer}else `;
    return [{ span: { start: at, end: at }, text: `${before}${block}` }];
  }
  const last = end.block.statements.at(-1);
  const close = end.block.end - 1;
  if (!last) {
    const start = writing.file.span(end.block).start + 1;
    const kept = text.slice(start, close).trimEnd();
    return [{ span: { start, end: close }, text: `${kept}${newline}${inner}${statement}${newline}${outer}` }];
  }
  const begin = writing.file.span(last).start;
  if (!/\n[ \t]*$/.test(text.slice(0, begin))) {
    const separator = /[;}]$/.test(text.slice(0, last.end)) ? ' ' : '; ';
    return [{ span: { start: last.end, end: last.end }, text: `${separator}${statement}` }];
  }
  // Comments at the end of the block, and of the last line, stay before it.
  const at = last.end + (/^[^\n]*/.exec(text.slice(last.end, close))?.[0].trimEnd().length ?? 0);
  return [{ span: { start: at, end: at }, text: `${newline}${indentationAt(begin, text)}${statement}` }];
}

/** `return;` becomes `return res.…;`, or `res.…; return;` where the file leaves so. */
function writeReturn(
  statement: string,
  node: Node,
  of: HandlerFunction,
  { file, responses, style }: Writing,
): readonly TextEdit[] | undefined {
  if (!isReturnStatement(node) || node.expression) return undefined;
  const span = file.span(node);
  if (of.adapter.answersByReturning || chooseLeaving(responses, of, file) === 'returns the answer')
    return [{ span, text: `return ${statement}` }];
  const leave = `return${style.semicolon}`;
  if (!isInList(node)) return [{ span, text: `{ ${statement.replace(/;?$/, ';')} ${leave} }` }];
  const indentation = indentationAt(span.start, file.source.text);
  return [{ span, text: `${statement}${style.newline}${indentation}${leave}` }];
}

/**
 * True if nothing has answered when a path comes to this end, and nothing answers behind it: what stands before leaves
 * once it has answered.
 */
function isAlone(end: PathEnd, { responses }: HandlerFlow, of: HandlerFunction, { file }: Writing): boolean {
  if (end.kind === 'return') return true;
  const { start, end: last } = file.span(end.owner);
  const inside = end.kind === 'block' ? file.span(end.block) : undefined;
  return responses.every((response) => {
    const { span, state } = response;
    if (state !== 'sent' || findFunctionAroundSpan(response, file) !== of.fn) return state !== 'sent';
    if (span.start >= last) return false;
    const within = inside !== undefined && span.start >= inside.start;
    return span.start >= start && !within ? true : leavesBehind(response, file);
  });
}

function findFunctionAroundSpan({ span }: Response, file: Writing['file']): Node | undefined {
  const node = findNodeAt(span, file.tree);
  return node && findFunctionAround(node);
}

/** True if the answer is returned, or a `return` stands behind it. */
function leavesBehind({ placement: { statement: span, returned } }: Response, file: Writing['file']): boolean {
  if (returned) return true;
  const statement = span && findNodeAt(span, file.tree);
  const next = statement && isExpressionStatement(statement) ? findNext(statement as Statement) : undefined;
  return next !== undefined && isReturnStatement(next);
}
