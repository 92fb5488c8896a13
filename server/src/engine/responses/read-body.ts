import { theOne } from '../known.ts';
import type { Body, BodyProperty, BodyValue, Span } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  isArrayLiteralExpression,
  isCallExpression,
  isIdentifier,
  isMethodDeclaration,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isTemplateExpression,
  type ObjectLiteralExpression,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { nameOf, unwrap } from '../syntax/tree.ts';
import { readLiteral } from '../values/literal.ts';

const MAX_DEPTH = 2;

/** Reads the expression that is sent as a body. A constant that holds an object literal is read through its name. */
export function readBody(expression: Expression, file: FileView): Body {
  const span = file.span(expression);
  const serialised = findSerialised(unwrap(expression), file);
  if (serialised) return withSpan(readBody(serialised, file), span);
  const value = followConstant(unwrap(expression), file);
  if (isIdentifier(value) && value.text === 'undefined') return { kind: 'empty', span };
  if (isObjectLiteralExpression(value)) return { kind: 'object', span, ...readObject(value, file, 1) };
  if (isTemplateExpression(value)) return { kind: 'text', span, text: undefined };
  const literal = theOne(readLiteral(value, file));
  if (typeof literal === 'string') return { kind: 'text', span, text: literal };
  if (literal !== undefined) return { kind: 'literal', span, value: literal };
  const named = isIdentifier(value) || isPropertyAccessExpression(value);
  return named ? { kind: 'opaque', span, name: file.text(value) } : { kind: 'opaque', span };
}

/** `JSON.stringify(value)` sends what `value` says. */
function findSerialised(value: Expression, file: FileView): Expression | undefined {
  return isCallExpression(value) && file.text(value.expression) === 'JSON.stringify' ? value.arguments[0] : undefined;
}

function withSpan(body: Body, span: Span): Body {
  return body.kind === 'none' ? body : { ...body, span };
}

function followConstant(value: Expression, file: FileView): Expression {
  if (!isIdentifier(value)) return value;
  const declaration = findDeclaration(file.scopes, value);
  if (declaration?.kind !== 'variable' || !declaration.constant || !declaration.node.initializer) return value;
  const initializer = unwrap(declaration.node.initializer);
  return isObjectLiteralExpression(initializer) ? initializer : value;
}

function readObject(
  literal: ObjectLiteralExpression,
  file: FileView,
  depth: number,
): { properties: readonly BodyProperty[]; open: boolean } {
  const properties: BodyProperty[] = [];
  let open = false;
  for (const property of literal.properties) {
    const name = property.name && nameOf(property.name);
    if (name === undefined || isMethodDeclaration(property)) open = true;
    else if (isPropertyAssignment(property)) {
      const value = readValue(property.initializer, file, depth);
      properties.push({ name, span: file.span(property), valueSpan: file.span(property.initializer), value });
    } else if (isShorthandPropertyAssignment(property)) {
      const span = file.span(property);
      properties.push({ name, span, valueSpan: span, value: readValue(property.name, file, depth) });
    } else open = true;
  }
  return { properties, open };
}

function readValue(expression: Expression, file: FileView, depth: number): BodyValue {
  const value = unwrap(expression);
  if (isTemplateExpression(value)) return { kind: 'text' };
  if (isArrayLiteralExpression(value)) {
    const elements = value.elements.map((element) => readValue(element, file, depth + 1));
    return { kind: 'array', elements };
  }
  if (isObjectLiteralExpression(value))
    return depth < MAX_DEPTH ? { kind: 'object', ...readObject(value, file, depth + 1) } : { kind: 'opaque' };
  const literal = theOne(readLiteral(value, file));
  if (literal !== undefined) return { kind: 'literal', value: literal };
  return isIdentifier(value) || isPropertyAccessExpression(value)
    ? { kind: 'name', text: file.text(value) }
    : { kind: 'opaque' };
}
