import { type Frame, normalise, normaliseLiteral } from '../flow/conditions.ts';
import type { Condition, ConditionTest, Origin } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  isBinaryExpression,
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isObjectLiteralExpression,
  isParenthesizedExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  type Node,
  SyntaxKind,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { unwrap, unwrapAwait } from '../syntax/tree.ts';
import type { HandlerFunction } from './handler-function.ts';
import { findCallOfCallback, findFailedCall, readOrigin } from './read-origin.ts';

type Outcome = ConditionTest['outcome'];

/** A test that a path has passed or failed, with where its values came from. */
export function readCondition(frame: Frame, place: Node, of: HandlerFunction, file: FileView): Condition {
  const { test, holds, subject } = frame;
  const span = file.span(test);
  const inside = isInside(test, place);
  if (subject) {
    const tests = [readTest(subject, holds ? 'equal' : 'different', test, of, file)];
    return { span, holds, inside, text: `${file.text(subject)} === ${file.text(test)}`, tests, alternatives: [] };
  }
  const parts = splitTest(test, holds, of, file);
  return { span, holds, inside, text: file.text(test), tests: parts.all, alternatives: parts.any };
}

/** True if the statement or expression that makes the test also holds the place. */
function isInside(test: Expression, place: Node): boolean {
  let node: Node = test.parent;
  while (isParenthesizedExpression(node)) node = node.parent;
  return node.pos <= place.pos && place.end <= node.end;
}

interface Parts {
  readonly all: readonly ConditionTest[];
  readonly any: readonly ConditionTest[];
}

function splitTest(test: Expression, holds: boolean, of: HandlerFunction, file: FileView): Parts {
  const inner = unwrap(test);
  if (isPrefixUnaryExpression(inner) && inner.operator === SyntaxKind.ExclamationToken)
    return splitTest(inner.operand, !holds, of, file);
  if (!isBinaryExpression(inner)) return alone(readTest(inner, holds ? 'truthy' : 'falsy', undefined, of, file));
  const operator = inner.operatorToken.kind;
  if (operator === SyntaxKind.AmpersandAmpersandToken || operator === SyntaxKind.BarBarToken) {
    const left = splitTest(inner.left, holds, of, file);
    const right = splitTest(inner.right, holds, of, file);
    const both = holds === (operator === SyntaxKind.AmpersandAmpersandToken);
    if (both) return { all: [...left.all, ...right.all], any: left.any.length > 0 ? left.any : right.any };
    return { all: [], any: [...left.all, ...left.any, ...right.all, ...right.any] };
  }
  if (operator === SyntaxKind.InstanceOfKeyword)
    return alone(readTest(inner.left, holds ? 'instance' : 'other instance', inner.right, of, file));
  const equal = EQUALITY[operator];
  if (equal !== undefined) {
    const [subject, other] = isConstant(inner.left) ? [inner.right, inner.left] : [inner.left, inner.right];
    return alone(readTest(subject, holds === equal ? 'equal' : 'different', other, of, file));
  }
  if (operator >= SyntaxKind.LessThanToken && operator <= SyntaxKind.GreaterThanEqualsToken) {
    const [subject, other] = isConstant(inner.left) ? [inner.right, inner.left] : [inner.left, inner.right];
    return alone(readTest(subject, 'compared', other, of, file));
  }
  return alone(readTest(inner, holds ? 'truthy' : 'falsy', undefined, of, file));
}

function alone(test: ConditionTest): Parts {
  return { all: [test], any: [] };
}

const EQUALITY: Readonly<Partial<Record<SyntaxKind, boolean>>> = {
  [SyntaxKind.EqualsEqualsEqualsToken]: true,
  [SyntaxKind.EqualsEqualsToken]: true,
  [SyntaxKind.ExclamationEqualsEqualsToken]: false,
  [SyntaxKind.ExclamationEqualsToken]: false,
};

function isConstant(expression: Expression): boolean {
  const { kind } = unwrap(expression);
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
): ConditionTest {
  const value = unwrapAwait(subject);
  const call = findCall(value, file);
  return {
    subject: normalise(file.text(value)),
    origin: readOrigin(value, of, file),
    outcome,
    literal: other && normaliseLiteral(other, file),
    other: other ? readOrigin(other, of, file) : 'unknown',
    call: call && normalise(file.text(call.callee)),
    by: call ? originOfArguments(call.args, of, file) : 'unknown',
  };
}

/** Methods of queries and values that only shape what a look-up gives. */
const SHAPERS: ReadonlySet<string> = new Set([
  'populate',
  'select',
  'sort',
  'limit',
  'skip',
  'lean',
  'session',
  'exec',
  'orFail',
  'then',
  'catch',
  'toString',
  'equals',
]);

interface FoundCall {
  readonly callee: Expression;
  readonly args: readonly Expression[];
}

/** The call behind a value: itself, the initialiser of its name, or what a property was read from. */
function findCall(expression: Expression, file: FileView, depth = 0): FoundCall | undefined {
  const value = unwrapAwait(expression);
  if (depth > 6) return undefined;
  if (isCallExpression(value)) {
    const callee = unwrap(value.expression);
    // `User.findById(id).populate('posts').exec()`: what follows the look-up only shapes what it gives.
    const shapes =
      isPropertyAccessExpression(callee) && (SHAPERS.has(callee.name.text) || value.arguments.length === 0);
    const inner = shapes ? findCall(callee.expression, file, depth + 1) : undefined;
    return inner ?? { callee: value.expression, args: value.arguments };
  }
  if (isPropertyAccessExpression(value) || isElementAccessExpression(value))
    return findCall(value.expression, file, depth + 1);
  if (!isIdentifier(value)) return undefined;
  const declaration = findDeclaration(file.scopes, value);
  const around =
    declaration?.kind === 'parameter' ? (findCallOfCallback(declaration) ?? findFailedCall(declaration)) : undefined;
  if (around) return { callee: around.expression, args: around.arguments };
  const root =
    declaration?.kind === 'variable'
      ? declaration.node
      : declaration?.kind === 'element'
        ? declaration.root
        : undefined;
  const source = root?.initializer ?? file.assignments.get(value.text)?.find((assignment) => assignment.value)?.value;
  return source ? findCall(source, file, depth + 1) : undefined;
}

/** Where the first readable part of the arguments came from: of an object, the values that are asked for. */
function originOfArguments(args: readonly Expression[], of: HandlerFunction, file: FileView, depth = 0): Origin {
  let first: Origin = 'unknown';
  for (const argument of args) {
    const value = unwrapAwait(argument);
    const parts =
      isObjectLiteralExpression(value) && depth < 4
        ? value.properties.flatMap((property): readonly Expression[] => {
            if (isPropertyAssignment(property)) return [property.initializer];
            return isShorthandPropertyAssignment(property) ? [property.name] : [];
          })
        : undefined;
    const origin = parts ? originOfArguments(parts, of, file, depth + 1) : readOrigin(value, of, file);
    // Something of this very user is asked for, whatever else is.
    if (origin === 'session or user') return origin;
    if (first === 'unknown' && origin !== 'other call') first = origin;
  }
  return first;
}
