import type { StatusComparison } from '../file-facts.ts';
import { valuesOf } from '../known.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  forEachChild,
  isBinaryExpression,
  isBlock,
  isCallExpression,
  isCaseClause,
  isIdentifier,
  isIfStatement,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isReturnStatement,
  isStringLiteral,
  isSwitchStatement,
  isThrowStatement,
  type Node,
  type Statement,
  SyntaxKind,
  tokenToString,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { isFunctionLike, isFunctionValue, nameOf, unwrap } from '../syntax/tree.ts';
import { readNumber } from '../values/literal.ts';
import { type Client, findClient, findFailingClient, followsRedirects } from './client-calls.ts';

const CLIENTS = /\bfetch\b|\baxios\b|\bgot\b|\bky\b|\bsuperagent\b/;

/** Tells from its text alone whether a file may compare what a client was answered with. */
export function mayCompare(text: string): boolean {
  return CLIENTS.test(text) && /\bstatus/.test(text);
}

const TURNED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const OPERATORS = /^(?:[!=]==?|[<>]=?)$/;

/** Every comparison of a status that came back from another server, where it is known what asked for it. */
export function listClientComparisons(file: FileView): readonly StatusComparison[] {
  if (!mayCompare(file.source.text)) return [];
  const found: StatusComparison[] = [];
  const visit = (node: Node): void => {
    if (isBinaryExpression(node)) {
      const operator = tokenToString(node.operatorToken.kind) ?? '';
      if (OPERATORS.test(operator)) {
        const one =
          compare(node.left, operator, node.right, file) ??
          compare(node.right, TURNED[operator] ?? operator, node.left, file);
        if (one) found.push(one);
      }
    } else if (isCaseClause(node)) {
      const owner = node.parent.parent;
      const one = isSwitchStatement(owner) && compare(owner.expression, '===', node.expression, file);
      if (one) found.push(one);
    }
    forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

function compare(
  status: Expression,
  operator: string,
  other: Expression,
  file: FileView,
): StatusComparison | undefined {
  const value = readCompared(other, file);
  const source = value === undefined ? undefined : findSource(unwrap(status), file);
  if (value === undefined || !source) return undefined;
  return {
    span: file.span(other),
    operator,
    value,
    status: file.text(status),
    client: source.client.name,
    sees: source.sees,
    decided: source.answer === undefined ? undefined : findDecision(status, source.answer, file),
  };
}

function readCompared(expression: Expression, file: FileView): string | number | undefined {
  const inner = unwrap(expression);
  if (isStringLiteral(inner)) return inner.text;
  const [value, ...more] = valuesOf(readNumber(inner, file)) ?? [];
  return more.length > 0 ? undefined : value;
}

interface Source {
  readonly client: Client;
  readonly sees: StatusComparison['sees'];
  /** The name of the answer, where it has one. */
  readonly answer: string | undefined;
}

/** What was asked for a status: `res.status` of `const res = await fetch(…)`, of `.then((res) => …)`, of a caught error. */
function findSource(status: Expression, file: FileView): Source | undefined {
  if (isIdentifier(status)) {
    const declaration = findDeclaration(file.scopes, status);
    if (declaration?.kind !== 'element' || !declaration.constant || declaration.path.length !== 1) return undefined;
    const { initializer } = declaration.root;
    return initializer && fromCall(initializer, declaration.path[0] ?? '', undefined, file);
  }
  if (!isPropertyAccessExpression(status)) return undefined;
  const answer = unwrap(status.expression);
  const property = status.name.text;
  if (isPropertyAccessExpression(answer) && answer.name.text === 'response')
    return fromError(unwrap(answer.expression), property, file);
  if (!isIdentifier(answer)) return fromCall(answer, property, undefined, file);
  const declaration = findDeclaration(file.scopes, answer);
  if (declaration?.kind === 'variable' && declaration.constant && declaration.node.initializer)
    return fromCall(declaration.node.initializer, property, answer.text, file);
  if (declaration?.kind !== 'parameter' || declaration.index !== 0 || !isFunctionValue(declaration.owner))
    return undefined;
  const then = declaration.owner.parent;
  if (!isCallExpression(then) || then.arguments[0] !== declaration.owner) return undefined;
  const callee = unwrap(then.expression);
  if (!isPropertyAccessExpression(callee) || callee.name.text !== 'then') return undefined;
  return fromCall(callee.expression, property, answer.text, file);
}

function fromCall(call: Expression, property: string, answer: string | undefined, file: FileView): Source | undefined {
  const client = findClient(call, file);
  if (!client || client.property !== property) return undefined;
  const follows = client.name === 'fetch' && followsRedirects(call);
  return { client, answer, sees: client.rejects ? 'successes' : follows ? 'all but redirections' : undefined };
}

/** `error.response.status` of what was caught where nothing but this client could fail. */
function fromError(error: Expression, property: string, file: FileView): Source | undefined {
  if (!isIdentifier(error)) return undefined;
  const declaration = findDeclaration(file.scopes, error);
  const client = declaration?.kind === 'catch' ? findFailingClient(declaration.node, file) : undefined;
  return client?.rejects && client.property === property ? { client, answer: undefined, sees: 'failures' } : undefined;
}

/** The test of `res.ok` around a comparison, or before it in the same block, that has decided already. */
function findDecision(place: Node, answer: string, file: FileView): StatusComparison['decided'] {
  for (let inner: Node = place; inner.parent && !isFunctionLike(inner); inner = inner.parent) {
    const { parent } = inner;
    if (isIfStatement(parent) && inner !== parent.expression) {
      const success = readOk(parent.expression, answer);
      if (success !== undefined)
        return { success: success === (inner === parent.thenStatement), span: file.span(parent.expression) };
    }
    if (!isBlock(parent)) continue;
    for (const before of parent.statements.slice(0, parent.statements.indexOf(inner as Statement))) {
      if (!isIfStatement(before) || before.elseStatement || !leaves(before.thenStatement)) continue;
      const success = readOk(before.expression, answer);
      if (success !== undefined) return { success: !success, span: file.span(before.expression) };
    }
  }
  return undefined;
}

/** True for `res.ok`, false for `!res.ok`, undefined for any other test. */
function readOk(test: Expression, answer: string): boolean | undefined {
  const inner = unwrap(test);
  if (isPrefixUnaryExpression(inner) && inner.operator === SyntaxKind.ExclamationToken) {
    const positive = readOk(inner.operand, answer);
    return positive === undefined ? undefined : !positive;
  }
  const isOk =
    isPropertyAccessExpression(inner) && inner.name.text === 'ok' && nameOf(unwrap(inner.expression)) === answer;
  return isOk ? true : undefined;
}

function leaves(statement: Statement): boolean {
  const last = isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (isReturnStatement(last) || isThrowStatement(last));
}
