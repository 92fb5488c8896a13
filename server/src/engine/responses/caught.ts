import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  forEachChild,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isIdentifier,
  isIfStatement,
  isNewExpression,
  isNumericLiteral,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isStringLiteral,
  isSwitchStatement,
  isTemplateSpan,
  isThrowStatement,
  type NewExpression,
  type Node,
  SyntaxKind,
} from '../syntax/parser.ts';
import { isFunctionLike, unwrap } from '../syntax/tree.ts';
import { findErrorStatus } from '../values/errors.ts';
import { readValue } from '../values/read.ts';
import type { Taker } from './takers.ts';

/** Calls that only take note of an error. */
const NOTES =
  /^(?:console|.*log(?:ger)?|.*sentry|.*metrics?|.*span|.*tracer)\b|\.(?:log|error|warn|info|debug|capture\w*|report\w*|track\w*|notify\w*|record\w*)$/i;

/** True for a call that only takes note of what it is given. */
export function isNote({ expression }: CallExpression | NewExpression, file: FileView): boolean {
  return NOTES.test(file.text(expression));
}

/** Properties that tell what kind of error it is, or its status. */
const TELLING = /^(?:status\w*|code|name|type|kind|httpStatus|getStatus|response|constructor)$/i;

/**
 * True if a taker answers in its own way whatever was thrown: it neither throws the error again, nor asks what
 * kind it is (but for a code of a library, which nothing that the project throws has), nor hands it to anybody who might.
 */
export function replaces({ name, takesApart, body }: Taker, file: FileView): boolean {
  if (takesApart) return false;
  const visit = (node: Node): boolean => {
    if (isIdentifier(node) && node.text === name) return isHarmless(node, file);
    if (isPropertyAccessExpression(node)) return visit(node.expression);
    return !forEachChild(node, (child) => !visit(child) || undefined);
  };
  return visit(body);
}

/** True for a use of the caught error that lets nothing of its kind decide. */
function isHarmless(use: Node, file: FileView): boolean {
  let inner: Node = use;
  let outer: Node = use.parent;
  while (isPropertyAccessExpression(outer) && outer.expression === inner) {
    if (TELLING.test(outer.name.text)) return outer.name.text === 'code' && asksForLibraryCode(outer);
    inner = outer;
    outer = outer.parent;
  }
  // `error.message` or `{ error }` inside a text or an object: what the whole of it is given to decides.
  for (; outer && !isFunctionLike(outer); inner = outer, outer = outer.parent) {
    if (isThrowStatement(outer)) return inner !== use && isNewOrCall(inner) && isTold(inner, file);
    if (isNewOrCall(outer) && outer.expression !== inner) {
      if (isNote(outer, file)) return true;
      if (isTold(outer, file)) return true;
      // What is made of the error is only told if it goes into something else: `fail(422, describe(error))`.
      const isPart = isNewOrCall(outer.parent) || isPropertyAssignment(outer.parent) || isTemplateSpan(outer.parent);
      if ((inner === use && !isPart) || isShorthandPropertyAssignment(inner)) return false;
    }
    if ((isIfStatement(outer) || isSwitchStatement(outer)) && outer.expression === inner) return false;
    if (isConditionalExpression(outer) && outer.condition === inner) return false;
  }
  return inner !== use;
}

/** Codes of databases and of Node: numbers that are no status, SQLSTATE, `P2002` of Prisma, `ER_DUP_ENTRY`, `ENOENT`. */
const LIBRARY_CODE = /^(?:[1-9]\d{3,}|\d{5}|P\d{4}|ER_[A-Z_]+|E[A-Z]{4,})$/;

/** True for `error.code === 11000`: what the project throws itself has no code of a library. */
function asksForLibraryCode(code: Node): boolean {
  const test = code.parent;
  if (!isBinaryExpression(test) || !EQUALITY.has(test.operatorToken.kind)) return false;
  const other = unwrap(test.left === code ? test.right : test.left);
  return (isNumericLiteral(other) || isStringLiteral(other)) && LIBRARY_CODE.test(other.text);
}

const EQUALITY: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.EqualsEqualsToken,
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
]);

function isNewOrCall(node: Node): node is CallExpression | NewExpression {
  return isCallExpression(node) || isNewExpression(node);
}

/** True if an error is made whose status does not come from what it is given. */
function isTold(made: CallExpression | NewExpression, file: FileView): boolean {
  const status = findErrorStatus(readValue(unwrap(made), file), file.world);
  return status !== undefined && status.kind !== 'unknown';
}
