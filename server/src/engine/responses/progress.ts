import { type Frame, normalise } from '../flow/conditions.ts';
import { type FileView, listAssignments } from '../syntax/file-view.ts';
import {
  type Expression,
  forEachChild,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isDoStatement,
  isForInStatement,
  isForOfStatement,
  isForStatement,
  isIdentifier,
  isIfStatement,
  isNumericLiteral,
  isPostfixUnaryExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isWhileStatement,
  type Node,
  SyntaxKind,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { isFunctionLike, isFunctionValue, unwrap, unwrapAwait } from '../syntax/tree.ts';
import { type HandlerFunction, nameOfPlace } from './handler-function.ts';

/**
 * What a handler notes of how far it has come, in flags and counts that its loops and inner functions keep. Whether a test
 * of one can fail is not told by the paths, on which a loop turns once at most.
 */
export interface Progress {
  /** True for a test of such a flag or count. */
  readonly asked: (frame: Frame) => boolean;
  /** True if a turn of a loop or an inner function answers when the count says that it is the last one. */
  readonly decides: () => boolean;
}

/** The places that are counted up or down, as code: `done`, `state.left`, `rows.length`. */
interface Counts {
  readonly up: ReadonlySet<string>;
  readonly down: ReadonlySet<string>;
}

/** Reads what one handler notes once it is asked for. */
export function createProgress(of: HandlerFunction, file: FileView): Progress {
  let counts: Counts | undefined;
  let decides: boolean | undefined;
  const comparesCount = (test: Expression): boolean => {
    counts ??= listCounts(of, file);
    return isCountTest(test, counts, file);
  };
  return {
    asked: (frame) => asksFlag(frame, file) || (!isLoop(frame.test.parent) && comparesCount(frame.test)),
    decides: () => {
      decides ??= findLastTurn(of, comparesCount, file);
      return decides;
    },
  };
}

/** A test of a flag that a loop or a function inside may have set, together with an answer. */
function asksFlag({ atoms }: Frame, file: FileView): boolean {
  return atoms.some(({ literal, expression }) => {
    const flag = literal === undefined ? unwrapAwait(expression) : undefined;
    if (!flag || !isIdentifier(flag)) return false;
    const declaration = findDeclaration(file.scopes, flag);
    if (declaration?.kind !== 'variable' || declaration.constant) return false;
    const { node } = declaration;
    return listAssignments(flag.text, declaration, file).some(
      ({ target, value }) =>
        value !== undefined && isTruth(value) && findTurn(target) !== findTurn(node) && target !== node.name,
    );
  });
}

function isTruth({ kind }: Node): boolean {
  return kind === SyntaxKind.TrueKeyword || kind === SyntaxKind.FalseKeyword;
}

/** The innermost loop or function around a node. */
function findTurn(node: Node): Node | undefined {
  let around: Node | undefined = node.parent;
  while (around && !isFunctionLike(around) && !isLoop(around)) around = around.parent;
  return around;
}

function isLoop(node: Node): boolean {
  return (
    isForStatement(node) ||
    isForOfStatement(node) ||
    isForInStatement(node) ||
    isWhileStatement(node) ||
    isDoStatement(node)
  );
}

/** Methods that make a collection larger, and those that make it smaller. */
const GROWS = /^(?:push|unshift|add|set|append)$/;
const SHRINKS = /^(?:pop|shift|splice|delete)$/;

function listCounts({ fn }: HandlerFunction, file: FileView): Counts {
  const up = new Set<string>();
  const down = new Set<string>();
  const note = (place: Node, grows: boolean): unknown => (grows ? up : down).add(normalise(file.text(place)));
  const visit = (node: Node, inTurn: boolean): void => {
    const turns = inTurn || (node !== fn && (isLoop(node) || isFunctionLike(node)));
    if (turns) {
      const step = readStep(node, file);
      if (step) note(step.place, step.grows);
      if (isCallExpression(node) && isPropertyAccessExpression(node.expression)) {
        const { name, expression } = node.expression;
        const collection = normalise(file.text(expression));
        if (GROWS.test(name.text)) for (const size of ['length', 'size']) up.add(`${collection}.${size}`);
        if (SHRINKS.test(name.text)) for (const size of ['length', 'size']) down.add(`${collection}.${size}`);
      }
      if (isIndexed(node)) note(node.parameters[1]?.name as Node, true);
    }
    forEachChild(node, (child) => visit(child, turns));
  };
  visit(fn, false);
  return { up, down };
}

/** `done++`, `--left`, `sent += 1`, `n = n + 1`: one more or one less. */
function readStep(node: Node, file: FileView): { readonly place: Expression; readonly grows: boolean } | undefined {
  if (isPrefixUnaryExpression(node) || isPostfixUnaryExpression(node)) {
    if (node.operator === SyntaxKind.PlusPlusToken) return { place: node.operand, grows: true };
    return node.operator === SyntaxKind.MinusMinusToken ? { place: node.operand, grows: false } : undefined;
  }
  if (!isBinaryExpression(node)) return undefined;
  const { left, operatorToken, right } = node;
  if (operatorToken.kind === SyntaxKind.PlusEqualsToken) return { place: left, grows: true };
  if (operatorToken.kind === SyntaxKind.MinusEqualsToken) return { place: left, grows: false };
  const sum = unwrap(right);
  if (operatorToken.kind !== SyntaxKind.EqualsToken || !isBinaryExpression(sum)) return undefined;
  const grows = sum.operatorToken.kind === SyntaxKind.PlusToken;
  if (!grows && sum.operatorToken.kind !== SyntaxKind.MinusToken) return undefined;
  return file.text(unwrap(sum.left)) === file.text(left) ? { place: left, grows } : undefined;
}

/** `items.forEach((item, index) => …)`: the turns are counted by whoever calls the function. */
function isIndexed(node: Node): node is Node & { readonly parameters: readonly { readonly name: Node }[] } {
  if (!isFunctionValue(node) || !isCallExpression(node.parent) || node.parameters.length < 2) return false;
  const callee = unwrap(node.parent.expression);
  return isPropertyAccessExpression(callee) && /^(?:forEach|map|each|eachSeries)$/.test(callee.name.text);
}

/** `done === items.length`, `--left === 0`, `!left`: a count is held against what it comes to in the end. */
function isCountTest(test: Expression, counts: Counts, file: FileView): boolean {
  const inner = unwrap(test);
  const isDown = (side: Expression): boolean =>
    counts.down.has(normalise(file.text(unwrap(side)))) || readStep(unwrap(side), file)?.grows === false;
  if (isPrefixUnaryExpression(inner) && inner.operator === SyntaxKind.ExclamationToken)
    return isCountTest(inner.operand, counts, file);
  if (!isBinaryExpression(inner)) return isDown(inner);
  const { left, operatorToken, right } = inner;
  const { kind } = operatorToken;
  if (kind === SyntaxKind.AmpersandAmpersandToken || kind === SyntaxKind.BarBarToken)
    return isCountTest(left, counts, file) || isCountTest(right, counts, file);
  if (kind < SyntaxKind.LessThanToken || kind > SyntaxKind.ExclamationEqualsEqualsToken) return false;
  const isUp = (side: Expression): boolean => {
    const place = withoutOffset(side);
    return counts.up.has(normalise(file.text(place))) || readStep(place, file)?.grows === true;
  };
  const isGoal = (side: Expression): boolean => !isNumericLiteral(unwrap(side));
  return isDown(left) || isDown(right) || (isUp(left) && isGoal(right)) || (isUp(right) && isGoal(left));
}

/** `index + 1` counts as `index` does. */
function withoutOffset(side: Expression): Expression {
  const inner = unwrap(side);
  if (!isBinaryExpression(inner) || !isNumericLiteral(unwrap(inner.right))) return inner;
  const { kind } = inner.operatorToken;
  return kind === SyntaxKind.PlusToken || kind === SyntaxKind.MinusToken ? unwrap(inner.left) : inner;
}

/** True if a turn or an inner function uses the response where a test of a count holds. */
function findLastTurn(
  { fn, response }: HandlerFunction,
  comparesCount: (test: Expression) => boolean,
  file: FileView,
): boolean {
  const name = nameOfPlace(response);
  const uses = (branch: Node | undefined): boolean =>
    branch !== undefined &&
    (name === undefined || new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(file.text(branch)));
  const visit = (node: Node, inTurn: boolean): boolean => {
    const turns = inTurn || (node !== fn && (isLoop(node) || isFunctionLike(node)));
    if (turns && isIfStatement(node) && comparesCount(node.expression))
      if (uses(node.thenStatement) || uses(node.elseStatement)) return true;
    if (turns && isConditionalExpression(node) && comparesCount(node.condition) && uses(node)) return true;
    return forEachChild(node, (child) => visit(child, turns) || undefined) ?? false;
  };
  return visit(fn, false);
}
