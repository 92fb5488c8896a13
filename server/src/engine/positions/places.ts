import {
  type CallExpression,
  type ConditionalExpression,
  type Expression,
  isArrayLiteralExpression,
  isBinaryExpression,
  isCallExpression,
  isCaseClause,
  isConditionalExpression,
  isDecorator,
  isIdentifier,
  isNewExpression,
  isObjectLiteralExpression,
  isParameter,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isSwitchStatement,
  isVariableDeclaration,
  type NewExpression,
  type Node,
  SyntaxKind,
  tokenToString,
} from '../syntax/parser.ts';
import { nameOf, unwrap } from '../syntax/tree.ts';
import { isExpectation } from './expectations.ts';
import type { PositionKind } from './model.ts';
import { isStatusName, readsStatus } from './status-reads.ts';

/** What the place in which an expression stands makes of it. */
export interface Place {
  readonly kind: PositionKind;
  /** See `StatusPosition`. */
  readonly operator?: string;
}

const EQUALITY: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.EqualsEqualsToken,
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
]);

/** Operators by size, each with the one that says the same with the sides exchanged. */
const ORDER: ReadonlyMap<SyntaxKind, SyntaxKind> = new Map([
  [SyntaxKind.LessThanToken, SyntaxKind.GreaterThanToken],
  [SyntaxKind.LessThanEqualsToken, SyntaxKind.GreaterThanEqualsToken],
  [SyntaxKind.GreaterThanToken, SyntaxKind.LessThanToken],
  [SyntaxKind.GreaterThanEqualsToken, SyntaxKind.LessThanEqualsToken],
]);

/** Makers of errors that carry a status, by the names that projects give them. */
const ERRORS = /http\w*(?:error|exception)s?$/i;

/** Methods and decorators whose first argument is a status, whoever has them. */
const SETTERS = /^(?:status|sendStatus|writeHead|HttpCode)$/;

/** What an expression is by the place in which it stands: the status of something, or undefined. */
export function findPlaceOf(node: Node): Place | undefined {
  const { parent } = node;
  if (!parent) return undefined;
  if (isBinaryExpression(parent)) return fromBinary(parent.left, parent.operatorToken.kind, parent.right, node);
  if (isConditionalExpression(parent)) return fromChoice(parent, node);
  if (isCaseClause(parent)) {
    const owner = parent.parent.parent;
    return isSwitchStatement(owner) && readsStatus(owner.expression) ? { kind: 'comparison' } : undefined;
  }
  if (isCallExpression(parent)) return node === parent.expression ? undefined : fromArgument(parent, node);
  if (isNewExpression(parent))
    return node === parent.expression ? undefined : fromError(parent.expression, parent, node);
  if (isArrayLiteralExpression(parent)) return fromList(parent);
  if (isPropertyAssignment(parent)) return fromProperty(parent.name, node, parent.parent);
  if (isVariableDeclaration(parent) || isParameter(parent) || isPropertyDeclaration(parent))
    return node === parent.initializer && isStatusName(nameOf(parent.name)) ? { kind: 'member' } : undefined;
  if (parent.kind === SyntaxKind.LiteralType) return fromType(parent.parent);
  return unwrap(parent as Expression) === node ? findPlaceOf(parent) : undefined;
}

/** `status: 200` in a type. */
function fromType(member: Node): Place | undefined {
  const { name } = member as { readonly name?: Node };
  return member.kind === SyntaxKind.PropertySignature && isStatusName(nameOf(name)) ? { kind: 'member' } : undefined;
}

/** `isKnown(error) ? error.status : 500` falls back on what its place makes of it, or else on a status. */
function fromChoice({ condition, whenTrue, whenFalse }: ConditionalExpression, node: Node): Place | undefined {
  if (node === condition) return undefined;
  const other = node === whenTrue ? whenFalse : whenTrue;
  return findPlaceOf(whenTrue.parent) ?? (readsStatus(other) ? { kind: 'member' } : undefined);
}

function fromBinary(left: Node, operator: SyntaxKind, right: Node, node: Node): Place | undefined {
  const other = node === left ? right : left;
  if (EQUALITY.has(operator)) return readsStatus(other) ? { kind: 'comparison' } : undefined;
  const turned = ORDER.get(operator);
  if (turned !== undefined) {
    if (!readsStatus(other)) return undefined;
    return { kind: 'bound', operator: tokenToString(node === right ? operator : turned) ?? '' };
  }
  if (operator === SyntaxKind.EqualsToken)
    return node === right && isPropertyAccessExpression(unwrap(left as Expression)) && readsStatus(left)
      ? { kind: 'member' }
      : undefined;
  // `err.status ?? 500` is what its place makes of it; without one, the status is read and has this to fall back on.
  if (operator !== SyntaxKind.QuestionQuestionToken && operator !== SyntaxKind.BarBarToken) return undefined;
  if (node !== right) return undefined;
  return findPlaceOf(left.parent) ?? (readsStatus(left) ? { kind: 'member' } : undefined);
}

function fromArgument(call: CallExpression, node: Node): Place | undefined {
  const index = call.arguments.indexOf(node as Expression);
  if (isExpectation(call, index)) return { kind: 'expectation' };
  const callee = unwrap(call.expression);
  const name = isPropertyAccessExpression(callee) ? callee.name.text : isIdentifier(callee) ? callee.text : '';
  if (ERRORS.test(name)) return fromError(callee, call, node);
  if (index !== 0 || !SETTERS.test(name)) return undefined;
  if (isDecorator(call.parent)) return name === 'HttpCode' ? { kind: 'declaration' } : undefined;
  return isPropertyAccessExpression(callee) ? { kind: 'response' } : undefined;
}

/** `new HttpException(403, …)`, `createHttpError(404)`: their first or second argument is the status. */
function fromError(callee: Expression, made: CallExpression | NewExpression, node: Node): Place | undefined {
  const inner = unwrap(callee);
  const name = isPropertyAccessExpression(inner) ? inner.name.text : isIdentifier(inner) ? inner.text : '';
  const index = made.arguments?.indexOf(node as Expression) ?? -1;
  return ERRORS.test(name) && index >= 0 && index < 2 ? { kind: 'member' } : undefined;
}

/** `[401, 403].includes(res.status)`, `expect([200, 204]).toContain(res.status)`, `new Set([502, 503])` of one. */
function fromList(list: Node): Place | undefined {
  const { parent } = list;
  if (isPropertyAccessExpression(parent) && isCallExpression(parent.parent))
    return parent.parent.arguments.some(readsStatus) ? { kind: 'comparison' } : undefined;
  if (isNewExpression(parent)) return fromList(parent);
  if (!isCallExpression(parent)) return undefined;
  const matcher = parent.parent;
  if (isPropertyAccessExpression(matcher) && isCallExpression(matcher.parent))
    return matcher.parent.arguments.some(readsStatus) ? { kind: 'expectation' } : undefined;
  const index = parent.arguments.indexOf(list as Expression);
  return index >= 0 && isExpectation(parent, index) ? { kind: 'expectation' } : undefined;
}

/** `{ status: 404 }`, and `response: { 404: … }` as an operation declares its answers. */
function fromProperty(name: Node, node: Node, object: Node): Place | undefined {
  if (node !== name) {
    if (!isStatusName(nameOf(name))) return undefined;
    const call = object.parent;
    return isCallExpression(call) && isDecorator(call.parent) ? { kind: 'declaration' } : { kind: 'member' };
  }
  const owner = object.parent;
  if (!isObjectLiteralExpression(object) || !isPropertyAssignment(owner)) return undefined;
  return /^responses?$/.test(nameOf(owner.name) ?? '') ? { kind: 'declaration' } : undefined;
}
