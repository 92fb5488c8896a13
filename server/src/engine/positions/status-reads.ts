import {
  type Expression,
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isPropertyAccessExpression,
  type Node,
} from '../syntax/parser.ts';
import { accessedName, stringOf, unwrapAwait } from '../syntax/tree.ts';

const STATUS_NAME =
  /^(?:status|statusCode|status_code|httpStatus|httpStatusCode|httpCode|responseStatus|expectedStatus|expectedStatusCode)$/;

/** True for the names under which programs keep an HTTP status, and nothing else of three digits. */
export function isStatusName(name: string | undefined): boolean {
  return name !== undefined && STATUS_NAME.test(name);
}

/** True for an expression that reads a status: `res.status`, `err.response?.statusCode`, `status`, `res.status()`. */
export function readsStatus(expression: Node): boolean {
  const inner = unwrapAwait(expression as Expression);
  if (isIdentifier(inner)) return isStatusName(inner.text);
  if (isPropertyAccessExpression(inner) || isElementAccessExpression(inner)) return isStatusName(accessedName(inner));
  // The page of a browser test gives it by a method: `response.status()`.
  if (isCallExpression(inner)) {
    const callee = unwrapAwait(inner.expression);
    return isPropertyAccessExpression(callee) && inner.arguments.length === 0 && isStatusName(callee.name.text);
  }
  return false;
}

/** True for `'status'` and its kin, as a test names the property that it looks at. */
export function namesStatus(expression: Node | undefined): boolean {
  const text = stringOf(expression);
  return text !== undefined && isStatusName(text.slice(text.lastIndexOf('.') + 1));
}
