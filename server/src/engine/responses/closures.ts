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
import type { Value } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import { mentions } from './callbacks.ts';
import { type HandlerFunction, isResponse, nameOfPlace } from './handler-function.ts';
import { mayAnswer } from './out-of-sight.ts';

/** The function inside a handler that a call runs, if it answers through the handler's response. */
export function findClosure(
  { expression }: CallExpression,
  of: HandlerFunction,
  file: FileView,
): FunctionLikeDeclaration | undefined {
  const closure = findInner(expression, of, file);
  const name = nameOfPlace(of.response);
  return closure?.body && name !== undefined && mentions(closure.body, name) ? closure : undefined;
}

/** The functions inside a handler that a call is given by their names, and that may answer: `setTimeout(answer, 10)`. */
export function listGivenClosures(
  call: CallExpression,
  of: HandlerFunction,
  file: FileView,
): readonly FunctionLikeDeclaration[] {
  return call.arguments.flatMap((argument): readonly FunctionLikeDeclaration[] => {
    const closure = findInner(argument, of, file);
    return closure?.body && mayAnswer(closure.body, of) ? [closure] : [];
  });
}

/** The function inside a handler that a name stands for. */
function findInner(expression: Expression, of: HandlerFunction, file: FileView): FunctionLikeDeclaration | undefined {
  const named = unwrap(expression);
  if (!isIdentifier(named)) return undefined;
  const declaration = findDeclaration(file.scopes, named);
  const value = declaration?.kind === 'variable' && declaration.constant ? declaration.node.initializer : undefined;
  const fn = declaration?.kind === 'function' ? declaration.node : value && unwrap(value);
  if (!fn || !(fn === value || declaration?.kind === 'function' || isFunctionValue(fn))) return undefined;
  return isInside(fn, of.fn) ? (fn as FunctionLikeDeclaration) : undefined;
}

/** The function that the project hangs on responses, as in `res.fail = (code) => …`, if a call is one of it. */
export function findHung({ expression }: CallExpression, of: HandlerFunction, file: FileView): Value | undefined {
  const callee = unwrap(expression);
  if (!isPropertyAccessExpression(callee) || !isResponse(callee.expression, of, file)) return undefined;
  const { text } = callee.name;
  if (Object.hasOwn(of.adapter.methods, text)) return undefined;
  for (const assigned of file.assigned().properties.values())
    for (const { property, value } of assigned)
      if (property === text && isFunctionValue(unwrap(value))) return readValue(value, file);
  return file.routes.findHung(text);
}

function isInside(inner: Node, outer: Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end && inner !== outer;
}
