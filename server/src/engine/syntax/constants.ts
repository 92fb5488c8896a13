import { join, type Known, one, theOne, unknown, valuesOf } from '../known.ts';
import type { Literal } from '../model.ts';
import { findCodeOfConstant } from '../status-codes/constant-names.ts';
import type { FileView } from './file-view.ts';
import {
  type EnumDeclaration,
  type Expression,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isElementAccessExpression,
  isIdentifier,
  isNumericLiteral,
  isObjectLiteralExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isTemplateExpression,
  type ObjectLiteralExpression,
  SyntaxKind,
} from './parser.ts';
import { type Declaration, findDeclaration } from './scope.ts';
import { accessedName, nameOf, stringOf, unwrap } from './tree.ts';

const MAX_DEPTH = 12;

/** Packages whose exports are tables of status codes by name. */
const STATUS_PACKAGES = new Set([
  'http-status-codes',
  'http-status',
  '@nestjs/common',
  'axios',
  'http2',
  'node:http2',
  'http-constants',
  'http-codes',
  'http-response-status-code',
  'http-status-ts',
  'http-enums',
  '@poppinss/http-status',
  'stoker/http-status-codes',
]);

/** Reads an expression as a literal: through constants, enums, tables, conditionals and the packages of status codes. */
export function readLiteral(expression: Expression, file: FileView, depth = 0): Known<Literal> {
  if (depth > MAX_DEPTH) return unknown('too deep');
  const value = unwrap(expression);
  const text = stringOf(value);
  if (text !== undefined) return one(text);
  if (isNumericLiteral(value)) return one(Number(value.text));
  switch (value.kind) {
    case SyntaxKind.TrueKeyword:
      return one(true);
    case SyntaxKind.FalseKeyword:
      return one(false);
    case SyntaxKind.NullKeyword:
      return one(null);
  }
  if (isPrefixUnaryExpression(value)) return readUnary(value.operator, readLiteral(value.operand, file, depth + 1));
  if (isConditionalExpression(value))
    return join(readLiteral(value.whenTrue, file, depth + 1), readLiteral(value.whenFalse, file, depth + 1));
  if (isBinaryExpression(value)) return readFallback(value.operatorToken.kind, value.left, value.right, file, depth);
  if (isIdentifier(value)) return readName(value.text, findDeclaration(file.scopes, value), file, depth);
  if (isPropertyAccessExpression(value) || isElementAccessExpression(value)) return readProperty(value, file, depth);
  if (isTemplateExpression(value)) return unknown('template with unreadable parts');
  if (isCallExpression(value)) return unknown('call that was not read');
  return unknown('operator');
}

/** Reads an expression as a number; a known value that is no number is unknown, as Express would refuse it. */
export function readNumber(expression: Expression, file: FileView): Known<number> {
  const literal = readLiteral(expression, file);
  if (literal.kind === 'unknown') {
    return unknown(literal.why, typeof literal.fallback === 'number' ? literal.fallback : undefined);
  }
  const numbers = (valuesOf(literal) ?? []).filter((value) => typeof value === 'number');
  if (numbers.length !== (valuesOf(literal) ?? []).length) return unknown('operator');
  return literal as Known<number>;
}

function readUnary(operator: SyntaxKind, operand: Known<Literal>): Known<Literal> {
  const value = theOne(operand);
  if (value === undefined) return operand.kind === 'unknown' ? operand : unknown('operator');
  if (operator === SyntaxKind.MinusToken) return one(-Number(value));
  if (operator === SyntaxKind.PlusToken) return one(Number(value));
  return operator === SyntaxKind.ExclamationToken ? one(!value) : unknown('operator');
}

function readFallback(
  operator: SyntaxKind,
  left: Expression,
  right: Expression,
  file: FileView,
  depth: number,
): Known<Literal> {
  if (operator !== SyntaxKind.QuestionQuestionToken && operator !== SyntaxKind.BarBarToken) return unknown('operator');
  const first = readLiteral(left, file, depth + 1);
  if (first.kind !== 'unknown') return first;
  const second = readLiteral(right, file, depth + 1);
  return unknown(first.why, theOne(second) ?? (second.kind === 'unknown' ? second.fallback : undefined));
}

function readName(name: string, declaration: Declaration | undefined, file: FileView, depth: number): Known<Literal> {
  if (!declaration) return unknown('global name');
  switch (declaration.kind) {
    case 'variable':
      return readVariable(name, declaration, file, depth);
    case 'parameter':
      return unknown('parameter');
    case 'import': {
      const code = STATUS_PACKAGES.has(declaration.module) ? findCodeOfConstant(declaration.name) : undefined;
      return code === undefined ? unknown('imported from a file that was not read') : one(code);
    }
    case 'element': {
      const table = readElement(declaration, file, depth);
      return table ?? unknown('property of a value made elsewhere');
    }
    default:
      return unknown('not written here');
  }
}

function readVariable(
  name: string,
  declaration: Extract<Declaration, { kind: 'variable' }>,
  file: FileView,
  depth: number,
): Known<Literal> {
  const { initializer } = declaration.node;
  const assigned = declaration.constant ? [] : (file.assignments.get(name) ?? []);
  const own = assigned.filter(({ target }) => findDeclaration(file.scopes, target) === declaration);
  const sources = [...(initializer ? [initializer] : []), ...own.map(({ value }) => value)];
  let all: Known<Literal> | undefined;
  for (const source of sources) {
    if (!source) return unknown('variable assigned more than once');
    const known = readLiteral(source, file, depth + 1);
    all = all ? join(all, known) : known;
  }
  return all ?? unknown('not written here');
}

function readElement(
  declaration: Extract<Declaration, { kind: 'element' }>,
  file: FileView,
  depth: number,
): Known<Literal> | undefined {
  if (
    !declaration.constant ||
    declaration.root.kind !== SyntaxKind.VariableDeclaration ||
    !declaration.root.initializer
  )
    return undefined;
  return readPath(declaration.root.initializer, declaration.path, file, depth + 1);
}

function readProperty(access: Expression, file: FileView, depth: number): Known<Literal> {
  const path: string[] = [];
  let object: Expression = access;
  while (isPropertyAccessExpression(object) || isElementAccessExpression(object)) {
    const name = accessedName(object);
    if (name === undefined) return unknown('property of a value made elsewhere');
    path.unshift(name);
    object = unwrap(object.expression);
  }
  return readPath(object, path, file, depth + 1) ?? unknown('property of a value made elsewhere');
}

/** Reads `path` in a table: an object literal, an enum or a package of status codes. */
function readPath(
  object: Expression,
  path: readonly string[],
  file: FileView,
  depth: number,
): Known<Literal> | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const value = unwrapFreeze(unwrap(object));
  const [name, ...rest] = path;
  if (name === undefined) return readLiteral(value, file, depth);
  if (isObjectLiteralExpression(value)) {
    const found = findProperty(value, name);
    return found && readPath(found, rest, file, depth + 1);
  }
  if (isCallExpression(value) && isIdentifier(value.expression) && value.expression.text === 'require') {
    return readPackage(stringOf(value.arguments[0]) ?? '', path);
  }
  if (!isIdentifier(value)) return undefined;
  const declaration = findDeclaration(file.scopes, value);
  if (declaration?.kind === 'import') return readPackage(declaration.module, path);
  if (declaration?.kind === 'enum')
    return rest.length === 0 ? readEnumMember(declaration.node, name, file, depth) : undefined;
  if (declaration?.kind === 'variable' && declaration.constant && declaration.node.initializer)
    return readPath(declaration.node.initializer, path, file, depth + 1);
  return undefined;
}

function readPackage(module: string, path: readonly string[]): Known<Literal> | undefined {
  const name = path.at(-1);
  const code = STATUS_PACKAGES.has(module) && name !== undefined ? findCodeOfConstant(name) : undefined;
  return code === undefined ? unknown('imported from a file that was not read') : one(code);
}

function unwrapFreeze(value: Expression): Expression {
  if (
    !isCallExpression(value) ||
    !isPropertyAccessExpression(value.expression) ||
    value.expression.name.text !== 'freeze'
  )
    return value;
  const [table] = value.arguments;
  return table ? unwrap(table) : value;
}

function findProperty(table: ObjectLiteralExpression, name: string): Expression | undefined {
  for (const property of table.properties) {
    if (isPropertyAssignment(property) && nameOf(property.name) === name) return property.initializer;
    if (isShorthandPropertyAssignment(property) && property.name.text === name) return property.name;
  }
  return undefined;
}

function readEnumMember(
  declaration: EnumDeclaration,
  name: string,
  file: FileView,
  depth: number,
): Known<Literal> | undefined {
  let next: number | undefined = 0;
  for (const member of declaration.members) {
    const known: Known<Literal> | undefined = member.initializer
      ? readLiteral(member.initializer, file, depth + 1)
      : next === undefined
        ? undefined
        : one(next);
    if (nameOf(member.name) === name) return known ?? unknown('operator');
    const value: Literal | undefined = known && theOne(known);
    next = typeof value === 'number' ? value + 1 : undefined;
  }
  return undefined;
}
