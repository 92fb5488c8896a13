import type { FrameworkAdapter, ShapedResponse } from '../adapter.ts';
import type { Body, HeaderField } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type BinaryExpression,
  type Expression,
  isArrowFunction,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isReturnStatement,
  isShorthandPropertyAssignment,
  isVariableDeclaration,
  type Node,
  type ObjectLiteralExpression,
  SyntaxKind,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { accessedName, isFunctionLike, nameOf, stringOf, unwrap } from '../syntax/tree.ts';
import { readNumber } from '../values/literal.ts';
import { readValue } from '../values/read.ts';
import type { Answering } from './draft.ts';
import { readBody } from './read-body.ts';
import type { WrittenStatus } from './state.ts';

/** An answer that is given as an object with a status. */
export interface ShapedAnswer {
  readonly answering: Answering;
  /** Undefined: the default. */
  readonly status: WrittenStatus | undefined;
  readonly headers: readonly HeaderField[];
}

/** Reads an object literal, or an assignment to one, that is a response by its properties and that is given back. */
export function readShaped(node: Node, adapter: FrameworkAdapter, file: FileView): ShapedAnswer | undefined {
  const { shaped } = adapter;
  if (!shaped) return undefined;
  if (isBinaryExpression(node)) return readLaterStatus(node, shaped, file);
  if (!isObjectLiteralExpression(node) || !hasShape(node, shaped) || !isGivenBack(node, shaped)) return undefined;
  const written = findProperty(node, shaped.status);
  if (written && stringOf(unwrap(written)) !== undefined) return undefined;
  const body = shaped.body.map((name) => findProperty(node, name)).find((value) => value !== undefined);
  const headers = findProperty(node, shaped.headers);
  return {
    answering: answering(node, body ? readBody(body, file) : { kind: 'empty' }),
    status: written && toStatus(written, node, file),
    headers: headers ? readFields(headers, file) : [],
  };
}

function hasShape(literal: ObjectLiteralExpression, { status, body, headers, alone = [] }: ShapedResponse): boolean {
  const names = literal.properties.map((property) => property.name && nameOf(property.name));
  if (alone.some((name) => names.includes(name))) return true;
  if (!names.includes(status)) return false;
  // An empty answer has a status and nothing else.
  return names.length === 1 || [...body, headers].some((name) => names.includes(name));
}

/** Functions that take an answer: what Lambda gives for it, and those that wrap one. */
const TAKERS = /^(?:callback|cb|done|resolve|succeed|.*(?:response|cors|headers|respond|reply))$/i;

/** True if the value of an object goes where answers go: it is returned, kept in a variable or given to a callback. */
function isGivenBack(literal: ObjectLiteralExpression, { keptIn = [] }: ShapedResponse): boolean {
  let inner: Node = literal;
  for (let outer: Node = literal.parent; outer; inner = outer, outer = outer.parent) {
    if (isReturnStatement(outer)) return true;
    if (isArrowFunction(outer)) return outer.body === inner;
    if (isVariableDeclaration(outer)) return isInsideFunction(outer);
    if (isBinaryExpression(outer) && outer.operatorToken.kind === SyntaxKind.EqualsToken)
      return (
        outer.right === inner &&
        (isIdentifier(unwrap(outer.left)) || keptIn.includes(accessedName(unwrap(outer.left)) ?? ''))
      );
    if (isCallExpression(outer)) {
      const callee = unwrap(outer.expression);
      const name = isIdentifier(callee) ? callee.text : accessedName(callee);
      return outer.expression !== inner && name !== undefined && TAKERS.test(name);
    }
    if (isConditionalExpression(outer) && outer.condition === inner) return false;
    if (isFunctionLike(outer) || isObjectLiteralExpression(outer)) return false;
  }
  return false;
}

function isInsideFunction(node: Node): boolean {
  for (let outer: Node | undefined = node.parent; outer; outer = outer.parent) if (isFunctionLike(outer)) return true;
  return false;
}

/** `response.statusCode = 404`, where `response` was made as such an object. */
function readLaterStatus(node: BinaryExpression, shaped: ShapedResponse, file: FileView): ShapedAnswer | undefined {
  const target = unwrap(node.left);
  if (node.operatorToken.kind !== SyntaxKind.EqualsToken || !isPropertyAccessExpression(target)) return undefined;
  const object = unwrap(target.expression);
  if (target.name.text !== shaped.status || !isIdentifier(object)) return undefined;
  const declaration = findDeclaration(file.scopes, object);
  const made = declaration?.kind === 'variable' ? declaration.node.initializer : undefined;
  const literal = made && unwrap(made);
  if (!literal || !isObjectLiteralExpression(literal) || !hasShape(literal, shaped)) return undefined;
  return {
    answering: answering(node, { kind: 'opaque', span: file.span(node) }),
    status: toStatus(node.right, node, file),
    headers: [],
  };
}

function answering(node: Node, body: Body): Answering {
  return { node, sent: true, body, via: 'return', helper: undefined };
}

function toStatus(written: Expression, node: Node, file: FileView): WrittenStatus {
  return { value: readNumber(written, file), symbolic: readValue(written, file), values: [written], writers: [node] };
}

function findProperty(literal: ObjectLiteralExpression, name: string): Expression | undefined {
  const property = literal.properties.findLast((one) => one.name && nameOf(one.name) === name);
  if (property && isPropertyAssignment(property)) return property.initializer;
  return property && isShorthandPropertyAssignment(property) ? property.name : undefined;
}

function readFields(headers: Expression, file: FileView): readonly HeaderField[] {
  const inner = unwrap(headers);
  if (!isObjectLiteralExpression(inner)) return [{ name: '*', span: file.span(headers) }];
  return inner.properties.map((property) => ({
    name: (property.name && nameOf(property.name)) ?? '*',
    span: file.span(property),
  }));
}
