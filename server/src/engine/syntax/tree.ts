import type { Span } from '../model.ts';
import {
  type ArrowFunction,
  type BindingPattern,
  type CallExpression,
  type Expression,
  type FunctionExpression,
  type FunctionLikeDeclaration,
  forEachChild,
  isArrowFunction,
  isAsExpression,
  isAwaitExpression,
  isCallExpression,
  isConstructorDeclaration,
  isElementAccessExpression,
  isFunctionDeclaration,
  isFunctionExpression,
  isGetAccessorDeclaration,
  isIdentifier,
  isMethodDeclaration,
  isNonNullExpression,
  isNoSubstitutionTemplateLiteral,
  isNumericLiteral,
  isOmittedExpression,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isSatisfiesExpression,
  isSetAccessorDeclaration,
  isSourceFile,
  isStringLiteral,
  isTypeAssertionExpression,
  type Node,
  type SourceFile,
  type Statement,
  SyntaxKind,
  skipTrivia,
} from './parser.ts';

/** Offset of a node's first token, after white space and comments. */
export function startOf(node: Node, tree: SourceFile): number {
  return Math.min(skipTrivia(tree.text, node.pos), Math.max(node.pos, node.end));
}

/** The span of a node without the white space and the comments before it. */
export function spanOf(node: Node, tree: SourceFile): Span {
  return { start: startOf(node, tree), end: node.end };
}

/** The text of a node without the white space and the comments before it. */
export function textOf(node: Node, tree: SourceFile): string {
  return tree.text.slice(startOf(node, tree), node.end);
}

/** The expression inside parentheses, `as`, `satisfies`, `!` and `<T>`: what has no effect when the code runs. */
export function unwrap(expression: Expression): Expression {
  let inner = expression;
  while (
    isParenthesizedExpression(inner) ||
    isAsExpression(inner) ||
    isSatisfiesExpression(inner) ||
    isNonNullExpression(inner) ||
    isTypeAssertionExpression(inner)
  )
    inner = inner.expression;
  return inner;
}

/** As `unwrap`, and through `await` as well. */
export function unwrapAwait(expression: Expression): Expression {
  let inner = unwrap(expression);
  while (isAwaitExpression(inner)) inner = unwrap(inner.expression);
  return inner;
}

/** The text of a string literal or of a template without parts. */
export function stringOf(node: Node | undefined): string | undefined {
  return node && (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) ? node.text : undefined;
}

/** The name of `x.name` and of `x['name']`. */
export function accessedName(node: Node): string | undefined {
  if (isPropertyAccessExpression(node)) return node.name.text;
  if (!isElementAccessExpression(node)) return undefined;
  const argument = node.argumentExpression;
  return stringOf(argument) ?? (isNumericLiteral(argument) ? argument.text : undefined);
}

/** The name written in a property, parameter or binding position. */
export function nameOf(node: Node | undefined): string | undefined {
  if (!node) return undefined;
  if (isIdentifier(node)) return node.text;
  return stringOf(node) ?? (isNumericLiteral(node) ? node.text : undefined);
}

/** True for whatever opens a new `return`: functions, methods, accessors and constructors. */
export function isFunctionLike(node: Node): node is FunctionLikeDeclaration {
  return (
    isArrowFunction(node) ||
    isFunctionExpression(node) ||
    isFunctionDeclaration(node) ||
    isMethodDeclaration(node) ||
    isConstructorDeclaration(node) ||
    isGetAccessorDeclaration(node) ||
    isSetAccessorDeclaration(node)
  );
}

/** True for function values that stand in an expression. */
export function isFunctionValue(node: Node): node is ArrowFunction | FunctionExpression {
  return isArrowFunction(node) || isFunctionExpression(node);
}

/** The dotted text of a chain of plain property reads such as `req.body.email`, or undefined for anything else. */
export function dottedName(expression: Expression): string | undefined {
  const inner = unwrap(expression);
  if (isIdentifier(inner)) return inner.text;
  if (inner.kind === SyntaxKind.ThisKeyword) return 'this';
  const name = accessedName(inner);
  if (name === undefined || !(isPropertyAccessExpression(inner) || isElementAccessExpression(inner))) return undefined;
  const object = dottedName(inner.expression);
  return object === undefined ? undefined : `${object}.${name}`;
}

/** The name of the called function or method: `find` in `users.find(…)`. */
export function calledName(expression: Expression): string | undefined {
  if (!isCallExpression(expression)) return undefined;
  const callee = unwrap(calledFunction(expression));
  return isIdentifier(callee) ? callee.text : accessedName(callee);
}

/** What a call calls, as written: `jwt.verify` also in `promisify(jwt.verify)(token, key)`. */
export function calledFunction({ expression }: CallExpression): Expression {
  const callee = unwrap(expression);
  if (!isCallExpression(callee) || callee.arguments.length !== 1) return expression;
  const made = unwrap(callee.expression);
  const name = isIdentifier(made) ? made.text : accessedName(made);
  return name === 'promisify' ? (callee.arguments[0] ?? expression) : expression;
}

/** The names that a destructuring pattern declares. */
export function boundNames(pattern: BindingPattern): readonly string[] {
  return pattern.elements.flatMap((element) => {
    if (isOmittedExpression(element)) return [];
    return isIdentifier(element.name) ? [element.name.text] : boundNames(element.name);
  });
}

/** The outermost node that stands exactly on a span; undefined if none does. */
export function findNodeAt(span: Span, tree: SourceFile): Node | undefined {
  const visit = (node: Node): Node | undefined => {
    if (node.pos > span.start || node.end < span.end) return undefined;
    if (node.end === span.end && startOf(node, tree) === span.start) return node;
    return forEachChild(node, visit);
  };
  return forEachChild(tree, visit);
}

/** The innermost function in which a node stands. */
export function findFunctionAround(node: Node): FunctionLikeDeclaration | undefined {
  for (let outer: Node | undefined = node.parent; outer; outer = outer.parent) if (isFunctionLike(outer)) return outer;
  return undefined;
}

/** The statement of the file in which a node stands. */
export function findStatementAround(node: Node): Statement {
  let outer = node;
  while (outer.parent && !isSourceFile(outer.parent)) outer = outer.parent;
  return outer as Statement;
}
