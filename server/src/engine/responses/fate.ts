import type { FileView } from '../syntax/file-view.ts';
import {
  forEachChild,
  isArrowFunction,
  isAsExpression,
  isAwaitExpression,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isExpressionStatement,
  isIdentifier,
  isNewExpression,
  isNonNullExpression,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isReturnStatement,
  isSatisfiesExpression,
  isShorthandPropertyAssignment,
  isThrowStatement,
  isVariableDeclaration,
  isVoidExpression,
  type Node,
  SyntaxKind,
  type VariableDeclaration,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { accessedName, isFunctionLike, unwrap } from '../syntax/tree.ts';

/**
 * What becomes of a response that is made: it leaves the function, is kept or handed on, is thrown away unheard, or only
 * serves to read something else, as in `new Response(stream).text()` and `cache.put(request, new Response(…))`.
 */
export type Fate = 'returned' | 'thrown' | 'kept' | 'discarded' | 'read';

/** Functions that take a response and answer nobody with it. */
const TAKERS = /^(?:put|add|waitUntil|expect|mock\w*|toEqual|toBe|log|info|warn|error|debug|set|fetch|Request)$/;

/** Follows the value of an expression to where it goes. */
export function followFate(made: Node, file: FileView): Fate {
  let inner = made;
  for (let outer: Node | undefined = made.parent; outer; outer = outer.parent) {
    if (isReturnStatement(outer)) return 'returned';
    if (isThrowStatement(outer)) return 'thrown';
    if (isArrowFunction(outer)) return outer.body === inner ? 'returned' : 'kept';
    if (isExpressionStatement(outer) || isVoidExpression(outer)) return 'discarded';
    if (isVariableDeclaration(outer)) return isOnlyRead(outer, file) ? 'read' : 'kept';
    if (isPropertyAccessExpression(outer)) return 'read';
    if ((isCallExpression(outer) || isNewExpression(outer)) && outer.expression !== inner) {
      const callee = unwrap(outer.expression);
      const name = isIdentifier(callee) ? callee.text : accessedName(callee);
      return name !== undefined && TAKERS.test(name) ? 'read' : 'kept';
    }
    if (!isTransparent(outer, inner)) return 'kept';
    inner = outer;
  }
  return 'kept';
}

/** True if the value of `outer` may be that of `inner`. */
function isTransparent(outer: Node, inner: Node): boolean {
  if (isConditionalExpression(outer)) return outer.condition !== inner;
  if (isBinaryExpression(outer)) {
    const operator = outer.operatorToken.kind;
    const either = operator === SyntaxKind.BarBarToken || operator === SyntaxKind.QuestionQuestionToken;
    const last = operator === SyntaxKind.AmpersandAmpersandToken || operator === SyntaxKind.CommaToken;
    return either || (last && outer.right === inner);
  }
  return (
    isAwaitExpression(outer) ||
    isParenthesizedExpression(outer) ||
    isAsExpression(outer) ||
    isSatisfiesExpression(outer) ||
    isNonNullExpression(outer)
  );
}

/** True if a variable is used, and only to look into it. */
function isOnlyRead({ name, parent }: VariableDeclaration, file: FileView): boolean {
  if (!isIdentifier(name)) return false;
  let around: Node = parent;
  while (around.parent && !isFunctionLike(around)) around = around.parent;
  const declaration = findDeclaration(file.scopes, name);
  let used = false;
  const leaves = (node: Node): boolean => {
    if (isIdentifier(node) && node !== name && node.text === name.text) {
      const { parent: use } = node;
      if ('name' in use && use.name === node && !isShorthandPropertyAssignment(use)) return false;
      if (findDeclaration(file.scopes, node) !== declaration) return false;
      used = true;
      return !(isPropertyAccessExpression(use) && use.expression === node);
    }
    return forEachChild(node, (child) => leaves(child) || undefined) ?? false;
  };
  return !leaves(around) && used;
}
