import type { Response, TextEdit } from '../model.ts';
import type { HandlerFunction } from '../responses/handler-function.ts';
import { findStatusCode } from '../status-codes/index.ts';
import { listDecorators } from '../syntax/decorators.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  isCallExpression,
  isDecorator,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAssignment,
  type Node,
  type ObjectLiteralExpression,
} from '../syntax/parser.ts';
import { findNodeAt, nameOf, unwrap } from '../syntax/tree.ts';
import { importBeside } from './imports.ts';
import { type FileStyle, indentationAt, quote } from './style.ts';

/**
 * Adds a status to the declaration of its route: another decorator, or another row of the table.
 * @param spell writes a status as the file does
 */
export function declareStatus(
  code: number,
  spell: (code: number) => string,
  { handler }: Response,
  of: HandlerFunction,
  file: FileView,
  style: FileStyle,
): readonly TextEdit[] | undefined {
  const { declared } = handler;
  const node = declared && findNodeAt(declared.span, file.tree);
  if (!node) return undefined;
  const phrase = quote(findStatusCode(code)?.reasonPhrase ?? String(code), style);
  return isDecorator(node)
    ? addDecorator(node, () => spell(code), phrase, file, style)
    : addRow(node as Expression, of.framework.declares?.path ?? [], code, phrase, file, style);
}

function addDecorator(
  node: Node,
  spell: () => string,
  phrase: string,
  file: FileView,
  style: FileStyle,
): readonly TextEdit[] | undefined {
  const known = listDecorators(node.parent, file.scopes).find((one) => one.node === node);
  const { expression } = node as Node & { readonly expression: Expression };
  const callee = isCallExpression(expression) ? unwrap(expression.expression) : undefined;
  if (!known || !callee || !isIdentifier(callee)) return undefined;
  const isNest = known.name.startsWith('Api');
  const imported = importBeside(callee, isNest ? 'ApiResponse' : 'Response', file);
  if (!imported) return undefined;
  const { start } = file.span(node);
  const written = spell();
  const given = isNest ? `{ status: ${written}, description: ${phrase} }` : `${written}, ${phrase}`;
  const text = `@${imported.local}(${given})${style.newline}${indentationAt(start, file.source.text)}`;
  return [{ span: { start, end: start }, text }, ...imported.edits];
}

/** A row behind the last one of the table that stands in an argument of the registration. */
function addRow(
  argument: Expression,
  path: readonly string[],
  code: number,
  phrase: string,
  file: FileView,
  style: FileStyle,
): readonly TextEdit[] | undefined {
  const table = findTable(argument, path);
  const last = table?.properties.at(-1);
  if (!last) return undefined;
  const { start } = file.span(last);
  const { text } = file.source;
  const ownLine = /\n[ \t]*$/.test(text.slice(0, start));
  const separator = ownLine ? `,${style.newline}${indentationAt(start, text)}` : ', ';
  return [{ span: { start: last.end, end: last.end }, text: `${separator}${code}: { description: ${phrase} }` }];
}

/** Takes the row of a status out of the table of its route; a declaration by decorators is left as it is. */
export function undeclareStatus(code: number, of: HandlerFunction, file: FileView): readonly TextEdit[] | undefined {
  const { declared } = of.handler;
  const node = declared && findNodeAt(declared.span, file.tree);
  if (!node || isDecorator(node)) return undefined;
  const table = findTable(node as Expression, of.framework.declares?.path ?? []);
  const index = table?.properties.findIndex((one) => one.name && nameOf(one.name) === String(code)) ?? -1;
  const row = table?.properties[index];
  if (!table || !row || table.properties.length < 2) return undefined;
  const previous = table.properties[index - 1];
  const next = table.properties[index + 1];
  const { start } = file.span(row);
  if (previous) return [{ span: { start: previous.end, end: row.end }, text: '' }];
  return next && [{ span: { start, end: file.span(next).start }, text: '' }];
}

function asObject(expression: Expression): ObjectLiteralExpression | undefined {
  const inner = unwrap(expression);
  const [first] = isCallExpression(inner) ? (inner as CallExpression).arguments : [inner];
  const value = first && unwrap(first);
  return value && isObjectLiteralExpression(value) ? value : undefined;
}

function findTable(argument: Expression, path: readonly string[]): ObjectLiteralExpression | undefined {
  return path.reduce<ObjectLiteralExpression | undefined>(
    (object, name) => object && findObject(object, name),
    asObject(argument),
  );
}

function findObject(object: ObjectLiteralExpression, name: string): ObjectLiteralExpression | undefined {
  const property = object.properties.find((one) => one.name && nameOf(one.name) === name);
  return property && isPropertyAssignment(property) ? asObject(property.initializer) : undefined;
}
