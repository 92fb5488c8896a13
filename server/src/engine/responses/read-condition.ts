import { type Frame, normalise, normaliseLiteral } from '../flow/conditions.ts';
import type { Condition, ConditionTest } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  isAwaitExpression,
  isBinaryExpression,
  isCallExpression,
  isIdentifier,
  isParenthesizedExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  type Node,
  SyntaxKind,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { accessedName, isFunctionLike, stringOf, unwrap, unwrapAwait } from '../syntax/tree.ts';
import type { HandlerFunction } from './handler-function.ts';
import { isNeverNothing } from './never-nothing.ts';
import { findWritten } from './read-back.ts';
import { findCall, readGiven } from './read-call.ts';
import { readOrigin } from './read-origin.ts';

type Outcome = ConditionTest['outcome'];

/** A test that a path has passed or failed, with where its values came from. */
export function readCondition(frame: Frame, place: Node, of: HandlerFunction, file: FileView): Condition {
  const { test, holds, subject } = frame;
  const span = file.span(test);
  const inside = isInside(test, place);
  const before = !inside && functionAround(test) !== functionAround(place);
  const text = subject ? `${file.text(subject)} === ${file.text(test)}` : file.text(test);
  const { all, either } = readParts(frame, of, file);
  return { span, holds, inside, before, text, tests: all, alternatives: either };
}

/** One test stands before many answers. */
const partsBefore = new WeakMap<Frame, Parts>();

function readParts(frame: Frame, of: HandlerFunction, file: FileView): Parts {
  const known = partsBefore.get(frame);
  if (known) return known;
  const { test, holds, subject } = frame;
  const parts = subject
    ? alone(readTest(subject, holds ? 'equal' : 'different', test, of, file))
    : splitTest(test, holds, of, file);
  partsBefore.set(frame, parts);
  return parts;
}

/** True if the statement or expression that makes the test also holds the place. */
function isInside(test: Expression, place: Node): boolean {
  let node: Node = test.parent;
  while (isParenthesizedExpression(node)) node = node.parent;
  return node.pos <= place.pos && place.end <= node.end;
}

function functionAround(node: Node): Node {
  let around = node;
  while (around.parent && !isFunctionLike(around)) around = around.parent;
  return around;
}

interface Parts {
  readonly all: readonly ConditionTest[];
  readonly either: readonly ConditionTest[];
}

function splitTest(test: Expression, holds: boolean, of: HandlerFunction, file: FileView, depth = 0): Parts {
  const inner = unwrap(test);
  if (isPrefixUnaryExpression(inner) && inner.operator === SyntaxKind.ExclamationToken)
    return splitTest(inner.operand, !holds, of, file, depth);
  if (isCallExpression(inner)) {
    const compared = readComparingCall(inner, holds, of, file);
    if (compared) return alone(compared);
  }
  const named = depth < 4 ? findNamedTest(inner, file) : undefined;
  if (named) return splitTest(named, holds, of, file, depth + 1);
  if (!isBinaryExpression(inner)) return alone(readTest(inner, holds ? 'truthy' : 'falsy', undefined, of, file));
  const operator = inner.operatorToken.kind;
  if (operator === SyntaxKind.AmpersandAmpersandToken || operator === SyntaxKind.BarBarToken) {
    const left = splitTest(inner.left, holds, of, file, depth);
    const right = splitTest(inner.right, holds, of, file, depth);
    const both = holds === (operator === SyntaxKind.AmpersandAmpersandToken);
    if (both) return { all: [...left.all, ...right.all], either: left.either.length > 0 ? left.either : right.either };
    return { all: [], either: [...left.all, ...left.either, ...right.all, ...right.either] };
  }
  if (operator === SyntaxKind.InstanceOfKeyword)
    return alone(readTest(inner.left, holds ? 'instance' : 'other instance', inner.right, of, file));
  const equal = EQUALITY[operator];
  if (equal !== undefined) {
    const [subject, other] = isConstant(inner.left) ? [inner.right, inner.left] : [inner.left, inner.right];
    return alone(readTest(subject, holds === equal ? 'equal' : 'different', other, of, file));
  }
  if (operator >= SyntaxKind.LessThanToken && operator <= SyntaxKind.GreaterThanEqualsToken) {
    const turned = isConstant(inner.left);
    const [subject, other] = turned ? [inner.right, inner.left] : [inner.left, inner.right];
    const greater = operator === SyntaxKind.GreaterThanToken || operator === SyntaxKind.GreaterThanEqualsToken;
    return alone(readTest(subject, 'compared', other, of, file, (greater !== turned) === holds));
  }
  return alone(readTest(inner, holds ? 'truthy' : 'falsy', undefined, of, file));
}

/** The test that a constant stands for: `const incomplete = !name || !email`. */
function findNamedTest(name: Expression, file: FileView): Expression | undefined {
  if (!isIdentifier(name)) return undefined;
  const declaration = findDeclaration(file.scopes, name);
  if (declaration?.kind !== 'variable' || !declaration.constant || !declaration.node.initializer) return undefined;
  const value = unwrap(declaration.node.initializer);
  if (isPrefixUnaryExpression(value)) return value.operator === SyntaxKind.ExclamationToken ? value : undefined;
  if (!isBinaryExpression(value)) return undefined;
  const { kind } = value.operatorToken;
  // `id && (await Thing.findById(id))` is the thing, if there is one.
  if (isAwaitExpression(unwrap(value.right))) return undefined;
  const joins = kind === SyntaxKind.AmpersandAmpersandToken || kind === SyntaxKind.BarBarToken;
  const compares = kind >= SyntaxKind.LessThanToken && kind <= SyntaxKind.ExclamationEqualsEqualsToken;
  return joins || compares || kind === SyntaxKind.InstanceOfKeyword ? value : undefined;
}

/** `a.equals(b)` is a comparison in the form of a call, and so is `roles.includes(user.role)` if it asks for a user. */
function readComparingCall(
  call: CallExpression,
  holds: boolean,
  of: HandlerFunction,
  file: FileView,
): ConditionTest | undefined {
  const callee = unwrap(call.expression);
  const [given] = call.arguments;
  if (!isPropertyAccessExpression(callee) || !given || call.arguments.length > 1) return undefined;
  const outcome = holds ? 'equal' : 'different';
  if (callee.name.text === 'equals') return readTest(callee.expression, outcome, given, of, file);
  if (callee.name.text !== 'includes' || readOrigin(given, of, file) !== 'session or user') return undefined;
  return readTest(given, outcome, callee.expression, of, file);
}

function alone(test: ConditionTest): Parts {
  return { all: [test], either: [] };
}

const EQUALITY: Readonly<Partial<Record<SyntaxKind, boolean>>> = {
  [SyntaxKind.EqualsEqualsEqualsToken]: true,
  [SyntaxKind.EqualsEqualsToken]: true,
  [SyntaxKind.ExclamationEqualsEqualsToken]: false,
  [SyntaxKind.ExclamationEqualsToken]: false,
};

function isConstant(expression: Expression): boolean {
  const inner = unwrap(expression);
  if (isIdentifier(inner)) return /^[A-Z][A-Z0-9_]+$/.test(inner.text);
  const { kind } = inner;
  return kind >= SyntaxKind.FirstLiteralToken && kind <= SyntaxKind.LastLiteralToken
    ? true
    : kind === SyntaxKind.NullKeyword || kind === SyntaxKind.TrueKeyword || kind === SyntaxKind.FalseKeyword;
}

function readTest(
  subject: Expression,
  outcome: Outcome,
  other: Expression | undefined,
  of: HandlerFunction,
  file: FileView,
  more?: boolean,
): ConditionTest {
  const value = unwrapAwait(subject);
  const call = findCall(value, file);
  const given = call && readGiven(call, of, file);
  const origin = readOrigin(value, of, file);
  return {
    subject: normalise(file.text(value)),
    origin,
    outcome,
    literal: other && normaliseLiteral(other, file),
    other: other ? readOrigin(other, of, file) : 'unknown',
    call: call && normalise(file.text(call.callee)),
    by: given?.by ?? 'unknown',
    key: origin === 'header' ? (findFieldName(value, file) ?? given?.key) : given?.key,
    scoped: given?.scoped ?? false,
    proves: given?.proves ?? false,
    list: (given?.list ?? false) || isNeverNothing(value, file),
    written: call && findWritten(call, file),
    swallowed: call?.swallowed ?? false,
    picked: isPicked(value, file),
    part: isPart(value, file),
    optional: file.text(value).includes('?.'),
    property: findLastProperty(value, file),
    errorStatus: outcome === 'instance' && other ? of.extra?.errorClasses[file.text(other)] : undefined,
    more,
  };
}

/** `matches.length` of a list whose first element is used, as in `matches[0]` and `const [match] = matches`. */
function isPicked(value: Expression, file: FileView): boolean {
  if (!isPropertyAccessExpression(value) || value.name.text !== 'length' || !isIdentifier(value.expression))
    return false;
  const text = file.text(functionAround(value));
  const list = value.expression.text.replaceAll('$', '\\$');
  return new RegExp(`(?<![\\w$.])${list}(?:\\[0\\]|\\.at\\(0\\))|\\]\\s*=\\s*${list}\\s*[;,\\n]`).test(text);
}

/** Names of what a call gives as a whole, in which the thing itself stands. */
const WHOLES = /^(?:r|res|resp|response|result|results|data|out|output|found|body|rows|doc|docs|query|info)$/i;

/** True for a name that stands for a property of a thing, which is there itself. */
function isPart(value: Expression, file: FileView): boolean {
  if (!isIdentifier(value)) return false;
  const declaration = findDeclaration(file.scopes, value);
  const source = declaration?.kind === 'variable' && declaration.node.initializer;
  const inner = source && unwrap(source);
  if (!inner || !isPropertyAccessExpression(inner) || inner.questionDotToken) return false;
  const owner = unwrap(inner.expression);
  return isIdentifier(owner) && !WHOLES.test(owner.text);
}

/** The header field that a value was read from: `req.get('Authorization')`, `req.headers['x-key']`, or a part of it. */
function findFieldName(expression: Expression, file: FileView, depth = 0): string | undefined {
  const value = unwrapAwait(expression);
  if (depth > 6) return undefined;
  if (isIdentifier(value)) {
    const declaration = findDeclaration(file.scopes, value);
    const root = declaration?.kind === 'variable' ? declaration.node : undefined;
    if (root?.initializer) return findFieldName(root.initializer, file, depth + 1);
    if (declaration?.kind !== 'element') return undefined;
    const { initializer } = declaration.root;
    return (initializer && findFieldName(initializer, file, depth + 1)) ?? declaration.path.at(-1);
  }
  if (isBinaryExpression(value)) return findFieldName(value.left, file, depth + 1);
  if (isCallExpression(value)) {
    const callee = unwrap(value.expression);
    const name = accessedName(callee);
    if (name === 'get' || name === 'header') return stringOf(value.arguments[0]);
    return isPropertyAccessExpression(callee) ? findFieldName(callee.expression, file, depth + 1) : undefined;
  }
  return accessedName(value);
}

/** The last property on the way to a value: `success` of `result.success` and of `const { success: passed } = result`. */
function findLastProperty(value: Expression, file: FileView): string | undefined {
  if (!isIdentifier(value)) return accessedName(value);
  const declaration = findDeclaration(file.scopes, value);
  return declaration?.kind === 'element' ? declaration.path.at(-1) : undefined;
}
