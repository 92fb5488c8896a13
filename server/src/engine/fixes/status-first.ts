import { theOne } from '../known.ts';
import type { Response, Span, TextEdit } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import { type Block, isExpressionStatement, type Node } from '../syntax/parser.ts';
import { findNodeAt } from '../syntax/tree.ts';

/**
 * Moves what sets a status before the answer that was sent without it: within one chain, or as a statement of its own
 * before the statement that sends. An answer that has a status already keeps it.
 */
export function setStatusFirst(
  late: Response,
  responses: readonly Response[],
  file: FileView,
): readonly TextEdit[] | undefined {
  const { earlier } = late;
  const sent = earlier && responses.find(({ span }) => span.start === earlier.start && span.end === earlier.end);
  // The value must mean the same before as behind.
  if (!sent?.implicit || sent.via !== 'response' || theOne(late.status) === undefined) return undefined;
  return moveInChain(late, sent, file) ?? moveStatement(late, sent, file);
}

/** `res.json(body).status(404)` becomes `res.status(404).json(body)`. */
function moveInChain(late: Response, sent: Response, file: FileView): readonly TextEdit[] | undefined {
  const send = sent.parts.find(({ role }) => role === 'send');
  const last = late.parts.at(-1);
  if (!send || !last || late.span.start !== sent.span.start || last.span.end !== late.span.end) return undefined;
  if (last.role !== 'status' || send.span.end >= last.nameSpan.start) return undefined;
  const { text } = file.source;
  const moved = `${text.slice(last.nameSpan.start, last.span.end)}.`;
  return [
    { span: { start: send.nameSpan.start, end: send.nameSpan.start }, text: moved },
    { span: { start: send.span.end, end: last.span.end }, text: '' },
  ];
}

/** `res.send(body); res.statusCode = 201;` becomes `res.statusCode = 201; res.send(body);`. */
function moveStatement(late: Response, sent: Response, file: FileView): readonly TextEdit[] | undefined {
  const own = findStatement(late, file);
  const first = findStatement(sent, file);
  if (!own || !first || own.parent !== first.parent) return undefined;
  const { statements } = own.parent as Partial<Block>;
  if (!statements || first.pos >= own.pos) return undefined;
  const { text } = file.source;
  const start = file.span(first).start;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const moved = text.slice(file.span(own).start, own.end);
  const separator = /^[ \t]*$/.test(before) ? `${text.includes('\r\n') ? '\r\n' : '\n'}${before}` : ' ';
  return [
    { span: { start, end: start }, text: `${moved}${separator}` },
    { span: lineOf(file.span(own), text), text: '' },
  ];
}

function findStatement({ placement }: Response, file: FileView): Node | undefined {
  const node = placement.statement && !placement.returned ? findNodeAt(placement.statement, file.tree) : undefined;
  return node && isExpressionStatement(node) ? node : undefined;
}

/** A statement with the white space before it, so that no empty line is left. */
function lineOf({ start, end }: Span, text: string): Span {
  const [space = ''] = /\s*$/.exec(text.slice(0, start)) ?? [];
  return { start: start - space.length, end };
}
