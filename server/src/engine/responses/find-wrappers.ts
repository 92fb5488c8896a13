import type { Wrapper } from '../routes/model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  type FunctionLikeDeclaration,
  isAsExpression,
  isCallExpression,
  isFunctionDeclaration,
  isIdentifier,
  isObjectLiteralExpression,
  isParenthesizedExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isVariableDeclaration,
  type Node,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { unwrap } from '../syntax/tree.ts';
import { workOut } from '../values/evaluate.ts';
import { readValue } from '../values/read.ts';

/** A function is given to few others. */
const MAX_WAYS = 4;

/** The functions that a function is given to, the inner one first. */
export interface Way {
  readonly wrappers: readonly Wrapper[];
  /** False if some could not be read. */
  readonly whole: boolean;
}

/**
 * The functions of the project that a function is given to in its own file, as in `export const POST = withErrors(async
 * (request) => …)`: the inner one first, for each place where it is given to one.
 */
export function listWrappers(fn: FunctionLikeDeclaration, file: FileView): readonly Way[] {
  const direct = climb(fn, file);
  if (direct.wrappers.length > 0) return [direct];
  const named = isFunctionDeclaration(fn) ? fn : isVariableDeclaration(fn.parent) ? fn.parent : undefined;
  const name = named?.name;
  if (!name || !isIdentifier(name)) return [];
  const isNamed = (expression: Expression): boolean =>
    isIdentifier(expression) &&
    expression.text === name.text &&
    (findDeclaration(file.scopes, expression) as { readonly node?: Node } | undefined)?.node === named;
  return file
    .listNaming(name.text)
    .flatMap(file.callsAround)
    .flatMap((call) => call.arguments.filter((argument) => holds(unwrap(argument), isNamed)))
    .map((argument) => climb(argument, file))
    .filter(({ wrappers }) => wrappers.length > 0)
    .slice(0, MAX_WAYS);
}

/** True for the function itself, and for an object with it: `withErrors({ GET: show })`. */
function holds(argument: Expression, isNamed: (expression: Expression) => boolean): boolean {
  if (!isObjectLiteralExpression(argument)) return isNamed(argument);
  return argument.properties.some(
    (property) =>
      (isPropertyAssignment(property) && isNamed(unwrap(property.initializer))) ||
      (isShorthandPropertyAssignment(property) && isNamed(property.name)),
  );
}

/** The calls around an expression, as far as they are given it. */
function climb(given: Node, file: FileView): Way {
  const wrappers: Wrapper[] = [];
  let whole = true;
  let inner = given;
  for (let outer = given.parent; outer; inner = outer, outer = outer.parent) {
    if (isCallExpression(outer) && outer.expression !== inner) {
      const wrapper = readWrapper(outer, inner, file);
      if (wrapper) wrappers.push(wrapper);
      else whole = false;
    } else if (
      !isParenthesizedExpression(outer) &&
      !isAsExpression(outer) &&
      !isObjectLiteralExpression(outer) &&
      !isPropertyAssignment(outer)
    )
      break;
  }
  return { wrappers, whole };
}

function readWrapper(call: CallExpression, given: Node, file: FileView): Wrapper | undefined {
  const callee = readValue(call.expression, file);
  if (workOut(callee, file.world).kind !== 'function') return undefined;
  const args = call.arguments.map((argument) => readValue(argument, file));
  return { callee, args, index: call.arguments.indexOf(given as Expression) };
}
