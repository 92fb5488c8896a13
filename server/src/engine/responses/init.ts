import type { ResponseMethod } from '../adapter.ts';
import type { HeaderField } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  isIdentifier,
  isNewExpression,
  isObjectLiteralExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isSpreadAssignment,
  type ObjectLiteralExpression,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { nameOf, stringOf, unwrap } from '../syntax/tree.ts';
import { workOut } from '../values/evaluate.ts';
import { missing, unknownValue, type Value, type World } from '../values/model.ts';
import { readValue } from '../values/read.ts';

/** A status as the arguments of a call give it, and the expression that does. */
export interface GivenStatus {
  readonly value: Value;
  readonly written: Expression | undefined;
}

/**
 * The status among the arguments of a call that makes a response: one of them, or the `status` of one that is an object.
 * A status that is not given is `missing`.
 */
export function readGivenStatus(args: readonly Expression[], method: ResponseMethod, file: FileView): GivenStatus {
  const values = args.map((argument) => readValue(argument, file));
  const place = findStatusPlace(values, method, file.world);
  const argument = place && args[place.argument];
  if (!place || !argument) return { value: missing, written: undefined };
  if (!place.inside) return { value: place.value, written: argument };
  const literal = findLiteral(argument, file);
  if (literal && isOverwritten(literal)) return { value: unknownValue('spread'), written: undefined };
  return { value: place.value, written: literal && findProperty(literal, 'status') };
}

interface StatusPlace {
  readonly argument: number;
  /** True if the argument is an object that holds the status. */
  readonly inside: boolean;
  readonly value: Value;
}

/** Where the status stands among the arguments of a call that makes a response; undefined if it is not given. */
export function findStatusPlace(
  args: readonly Value[],
  { status, init }: ResponseMethod,
  world: World,
): StatusPlace | undefined {
  const index = status && 'argument' in status ? status.argument : undefined;
  const given = index === undefined ? undefined : args[index];
  if (index !== undefined && given && !(index === init && mayBeObject(given, world)))
    return { argument: index, inside: false, value: given };
  const object = init === undefined ? undefined : args[init];
  if (init === undefined || !object) return undefined;
  return { argument: init, inside: true, value: { kind: 'member', object, name: 'status' } };
}

function mayBeObject(value: Value, world: World): boolean {
  const plain = workOut(value, world);
  if (plain.kind === 'some') return plain.options.some(({ kind }) => kind === 'object');
  return plain.kind === 'object' || plain.kind === 'new';
}

/** The object literal that an argument is, also through a constant. */
function findLiteral(argument: Expression, file: FileView): ObjectLiteralExpression | undefined {
  const inner = unwrap(argument);
  if (isObjectLiteralExpression(inner)) return inner;
  if (!isIdentifier(inner)) return undefined;
  const declaration = findDeclaration(file.scopes, inner);
  const initializer =
    declaration?.kind === 'variable' && declaration.constant ? declaration.node.initializer : undefined;
  const value = initializer && unwrap(initializer);
  return value && isObjectLiteralExpression(value) ? value : undefined;
}

function findProperty(literal: ObjectLiteralExpression, name: string): Expression | undefined {
  const property = literal.properties.findLast((one) => one.name && nameOf(one.name) === name);
  if (property && isPropertyAssignment(property)) return property.initializer;
  return property && isShorthandPropertyAssignment(property) ? property.name : undefined;
}

/** `{ status: 200, ...init }`: what is spread after the status may hold another. */
function isOverwritten({ properties }: ObjectLiteralExpression): boolean {
  const status = properties.findLastIndex((one) => one.name && nameOf(one.name) === 'status');
  return status >= 0 && properties.slice(status).some(isSpreadAssignment);
}

/** The header fields of an init object. A field named `*` stands for those that could not be read. */
export function readInitHeaders(
  args: readonly Expression[],
  { init }: ResponseMethod,
  file: FileView,
): readonly HeaderField[] {
  const object = init === undefined ? undefined : args[init];
  if (!object) return [];
  const span = file.span(object);
  const unread: readonly HeaderField[] = [{ name: '*', span }];
  const literal = findLiteral(object, file);
  if (!literal) return workOut(readValue(object, file), file.world).kind === 'literal' ? [] : unread;
  const headers = findProperty(literal, 'headers');
  if (!headers) return literal.properties.some(isSpreadAssignment) ? unread : [];
  return readFields(headers, file) ?? unread;
}

function readFields(headers: Expression, file: FileView): readonly HeaderField[] | undefined {
  const inner = unwrap(headers);
  if (isNewExpression(inner)) {
    const [given] = inner.arguments ?? [];
    return isIdentifier(inner.expression) && inner.expression.text === 'Headers' && given
      ? readFields(given, file)
      : undefined;
  }
  const literal = findLiteral(inner, file);
  if (!literal) return undefined;
  return literal.properties.map((property) => {
    const name = property.name && (nameOf(property.name) ?? stringOf(property.name));
    return { name: name ?? '*', span: file.span(property) };
  });
}
