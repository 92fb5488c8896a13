import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  type FunctionLikeDeclaration,
  isIdentifier,
  isPropertyAccessExpression,
  type Node,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { isFunctionValue, unwrap } from '../syntax/tree.ts';
import { mentions } from './callbacks.ts';
import { type HandlerFunction, isResponse, nameOfPlace } from './handler-function.ts';

/** The function inside a handler that a call runs, if it answers through the handler's response. */
export function findClosure(
  { expression }: CallExpression,
  of: HandlerFunction,
  file: FileView,
): FunctionLikeDeclaration | undefined {
  const callee = unwrap(expression);
  const name = nameOfPlace(of.response);
  if (!isIdentifier(callee) || name === undefined) return undefined;
  const declaration = findDeclaration(file.scopes, callee);
  const value = declaration?.kind === 'variable' && declaration.constant ? declaration.node.initializer : undefined;
  const fn = declaration?.kind === 'function' ? declaration.node : value && unwrap(value);
  if (!fn || !(fn === value || declaration?.kind === 'function' || isFunctionValue(fn))) return undefined;
  const closure = fn as FunctionLikeDeclaration;
  return closure.body && isInside(closure, of.fn) && mentions(closure.body, name) ? closure : undefined;
}

/** The function that the file hangs on a response, as in `res.fail = (code) => …`, if a call is one of it. */
export function findHung({ expression }: CallExpression, of: HandlerFunction, file: FileView): Expression | undefined {
  const callee = unwrap(expression);
  if (!isPropertyAccessExpression(callee) || !isResponse(callee.expression, of, file)) return undefined;
  const { text } = callee.name;
  if (Object.hasOwn(of.adapter.methods, text)) return undefined;
  for (const assigned of file.propertyAssignments.values())
    for (const { property, value } of assigned) if (property === text && isFunctionValue(unwrap(value))) return value;
  return undefined;
}

function isInside(inner: Node, outer: Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end && inner !== outer;
}
