import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
} from '../syntax/parser.ts';
import { unwrap } from '../syntax/tree.ts';
import { type HandlerFunction, isAtPlace, isResponse } from './handler-function.ts';

/** Methods of the response object that neither answer nor give it away. */
const HARMLESS_METHODS = new Set([
  'get',
  'getHeader',
  'getHeaders',
  'hasHeader',
  'removeHeader',
  'on',
  'once',
  'off',
  'flushHeaders',
  'setTimeout',
  'flush',
]);

/** True if the call may lead to an answer that this walk cannot see: `next()`, or `res` given to somebody. */
export function handsOn(call: CallExpression, of: HandlerFunction, file: FileView): boolean {
  if (isAtPlace(call.expression, of.next, file)) return true;
  const callee = unwrap(call.expression);
  if (isPropertyAccessExpression(callee) && isResponse(callee.expression, of, file))
    return !HARMLESS_METHODS.has(callee.name.text) && !of.adapter.harmless?.includes(callee.name.text);
  return call.arguments.some((argument) => carries(argument, of, file));
}

function carries(argument: Expression, of: HandlerFunction, file: FileView): boolean {
  const value = unwrap(argument);
  if (isResponse(value, of, file) || isAtPlace(value, of.next, file)) return true;
  return (
    isObjectLiteralExpression(value) &&
    value.properties.some((property) => {
      if (isShorthandPropertyAssignment(property)) return isResponse(property.name, of, file);
      return isPropertyAssignment(property) && isResponse(property.initializer, of, file);
    })
  );
}
