import type { FileView } from '../syntax/file-view.ts';
import {
  type Block,
  type Expression,
  type FunctionLikeDeclaration,
  forEachChild,
  isBlock,
  isCallExpression,
  isExpressionStatement,
  isIfStatement,
  isPrefixUnaryExpression,
  isReturnStatement,
  isThrowStatement,
  isTryStatement,
  type Node,
  SyntaxKind,
} from '../syntax/parser.ts';
import { isFunctionLike, unwrap } from '../syntax/tree.ts';
import { dependsOn } from '../values/evaluate.ts';
import {
  type FunctionSummary,
  missing,
  type PossibleThrow,
  someOf,
  unknownValue,
  type Value,
} from '../values/model.ts';
import { ownerOf } from '../values/owners.ts';
import { readValue } from '../values/read.ts';
import { findMaker, findMakerName } from './made-call.ts';
import { readChosen } from './returned-value.ts';

type Ends = Pick<FunctionSummary, 'returns' | 'throws' | 'mayThrow'>;

/** What a function returns, what it throws if it does nothing else, and what it may throw. */
export function readEnds(fn: FunctionLikeDeclaration, file: FileView): Ends {
  const { body } = fn;
  if (fn.type?.kind === SyntaxKind.NeverKeyword) {
    const thrown = body && isBlock(body) ? findLastThrow(body, file) : undefined;
    return { returns: missing, throws: thrown ?? unknownValue('not written here'), mayThrow: [] };
  }
  if (!body) return { returns: unknownValue('not written here'), throws: undefined, mayThrow: [] };
  if (!isBlock(body)) {
    const throws = throwsByItself(body, file) ? readValue(body, file) : undefined;
    return { returns: throws ? missing : readValue(body, file), throws, mayThrow: [] };
  }
  const returned: Value[] = [];
  const mayThrow: PossibleThrow[] = [];
  const visit = (node: Node): void => {
    if (isFunctionLike(node)) return;
    if (isReturnStatement(node)) returned.push(node.expression ? readValue(node.expression, file) : missing);
    if (isThrowStatement(node)) mayThrow.push(...readThrow(node, node.expression, fn, file));
    forEachChild(node, visit);
  };
  visit(body);
  if (returned.length > 0) {
    const chosen = returned.length > 1 ? readChosen(body.statements, file) : undefined;
    return { returns: chosen ?? someOf(returned), throws: undefined, mayThrow };
  }
  const throws = findLastThrow(body, file);
  return { returns: missing, throws, mayThrow: throws ? [] : mayThrow };
}

function findLastThrow(body: Block, file: FileView): Value | undefined {
  const last = body.statements.at(-1);
  if (!last || !(isThrowStatement(last) || (isExpressionStatement(last) && throwsByItself(last.expression, file))))
    return undefined;
  return readValue(last.expression, file);
}

/** True for a call of a framework's function that throws its answer by itself, as `redirect('/log-in')` does in some. */
function throwsByItself(expression: Expression, file: FileView): boolean {
  const call = unwrap(expression);
  const name = isCallExpression(call) ? findMakerName(call.expression, file) : undefined;
  const method = name === undefined ? undefined : findMaker(name);
  if (name === undefined || typeof method !== 'object' || method.role !== 'throw') return false;
  const { older } = method;
  const version = older && file.world.findMajorVersion(file.source.path, [name.slice(0, name.indexOf('#'))]);
  return !older || version === undefined || version >= older.before;
}

/** A throw that leaves the function, if its error is made of what the function is given: others are told where they stand. */
function readThrow(
  place: Node,
  thrown: Expression,
  fn: FunctionLikeDeclaration,
  file: FileView,
): readonly PossibleThrow[] {
  for (let node = place; node !== fn; node = node.parent) if (isTryStatement(node)) return [];
  const error = readValue(thrown, file);
  if (!dependsOn(error, ownerOf(fn, file))) return [];
  let child = place;
  while (child !== fn && !isIfStatement(child.parent)) child = child.parent;
  const test = isIfStatement(child.parent)
    ? readTest(child.parent.expression, child === child.parent.thenStatement, fn, file)
    : undefined;
  return [{ error, test }];
}

function readTest(
  test: Expression,
  holds: boolean,
  fn: FunctionLikeDeclaration,
  file: FileView,
): PossibleThrow['test'] {
  const inner = unwrap(test);
  if (isPrefixUnaryExpression(inner) && inner.operator === SyntaxKind.ExclamationToken)
    return readTest(inner.operand, !holds, fn, file);
  const value = readValue(inner, file);
  const isParameter = value.kind === 'parameter' && value.owner === ownerOf(fn, file) && value.path.length === 0;
  return isParameter ? { index: value.index, holds } : undefined;
}
