import type { FileView } from '../syntax/file-view.ts';
import {
  type Block,
  type Expression,
  type FunctionLikeDeclaration,
  forEachChild,
  isBlock,
  isCallExpression,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isReturnStatement,
  isShorthandPropertyAssignment,
  isThrowStatement,
  isTryStatement,
  isVariableStatement,
  type Node,
  type Statement,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { isFunctionLike, isFunctionValue, nameOf, unwrap, unwrapAwait } from '../syntax/tree.ts';
import type { PlainLookUp, World } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import { mentions } from './callbacks.ts';
import { findCallee } from './callee.ts';
import { isNeverNothing } from './never-nothing.ts';
import { calledNameOf, type FoundCall, fieldOfName, findCall, innerKey } from './read-call.ts';

/** Look-ups of one thing that give nothing where there is none. */
const GIVES_NOTHING =
  /(?:^|\.)(?:findById|findByPk|findOne|findUnique|findFirst|findOneBy|findByIdAndUpdate|findOneAndUpdate|findByIdAndDelete|findOneAndDelete|findByIdAndRemove)$/;

/** A service calls a repository, and that may call another one. */
const MAX_LAYERS = 4;

/** A look-up that a call leads to. */
interface LedTo {
  /** As written where it stands, without white space. */
  readonly name: string;
  /** The field that is asked for what the call is given at a place, counted from 0; undefined where none is known. */
  readonly keyOf: (argument: number) => string | undefined;
}

/**
 * The look-up that a call leads to: itself, or the one whose result the function that is called hands on as it is.
 * Undefined if it may give something else than the thing or nothing.
 */
export function findPlainLookUp(call: FoundCall, file: FileView): LedTo | undefined {
  const own = readLookUp(call, [], file);
  return own && followLookUp(own, file.world);
}

function followLookUp(own: PlainLookUp, world: World, layers = 0): LedTo | undefined {
  const callee = findCallee(own.callee, world);
  if (callee?.kind !== 'function')
    return callee && GIVES_NOTHING.test(own.name) ? { name: own.name, keyOf: () => undefined } : undefined;
  const inner = layers < MAX_LAYERS ? callee.summary.lookUp() : undefined;
  const last = inner && followLookUp(inner, world, layers + 1);
  if (!last) return undefined;
  const keyOf = (argument: number): string | undefined => {
    const asked = inner.asked.find(({ parameter }) => parameter === argument);
    return asked && (last.keyOf(asked.argument) ?? asked.key);
  };
  return { name: last.name, keyOf };
}

/** The look-up whose result a function hands on as it is, if it is looked up by what the function is given and it does nothing else. */
export function readPlainLookUp(fn: FunctionLikeDeclaration, file: FileView): PlainLookUp | undefined {
  const { body } = fn;
  if (!body) return undefined;
  const given = isBlock(body) ? findReturned(body) : body;
  const value = given && unwrapAwait(given);
  if (!value || (isIdentifier(value) && isUsedBefore(value, file))) return undefined;
  const call = findCall(value, file);
  if (call && isBlock(body) && doesMore(body, call)) return undefined;
  if (!call || isNeverNothing(value, file)) return undefined;
  const parameters = fn.parameters.map(({ name }) => (isIdentifier(name) ? name.text : ''));
  const found = readLookUp(call, parameters, file);
  return found && found.asked.length > 0 ? found : undefined;
}

/** True if something else is called before, which may fail where there is no such thing. */
function doesMore({ statements }: Block, { callee }: FoundCall): boolean {
  const calls = (node: Node): boolean => {
    if (isFunctionValue(node) || (node.pos <= callee.pos && callee.end <= node.end)) return false;
    return isCallExpression(node) || (forEachChild(node, (child) => calls(child) || undefined) ?? false);
  };
  return statements
    .filter(isVariableStatement)
    .some(({ declarationList }) =>
      declarationList.declarations.some(({ initializer }) => initializer !== undefined && calls(initializer)),
    );
}

/** What a block returns that only names things before, and may hand failures on. */
function findReturned({ statements }: Block): Expression | undefined {
  const last = statements.at(-1);
  if (!last || !statements.slice(0, -1).every(isVariableStatement)) return undefined;
  if (isReturnStatement(last)) return last.expression;
  if (!isTryStatement(last) || !last.catchClause || last.finallyBlock) return undefined;
  return last.catchClause.block.statements.some((one: Statement) => isThrowStatement(one))
    ? findReturned(last.tryBlock)
    : undefined;
}

function readLookUp(
  { callee, args, swallowed }: FoundCall,
  parameters: readonly string[],
  file: FileView,
): PlainLookUp | undefined {
  if (swallowed || /orFail|orThrow|upsert/i.test(textAround(callee, file))) return undefined;
  const outer = fieldOfName(calledNameOf(callee));
  const asked = parameters.flatMap((name, parameter) =>
    args.flatMap((one, argument) => {
      if (!mentions(one, name)) return [];
      return [{ parameter, argument, key: findField(one, name) ?? outer }];
    }),
  );
  return { name: file.text(callee).replace(/\s+/g, ''), callee: readValue(callee, file), asked };
}

/** The field of a query that a name is compared with, the innermost that is no word of the query language. */
function findField(query: Expression, name: string, outer?: string): string | undefined {
  const value = unwrap(query);
  if (!isObjectLiteralExpression(value)) return outer;
  for (const property of value.properties) {
    if (!mentions(property, name)) continue;
    if (isShorthandPropertyAssignment(property)) return property.name.text;
    if (isPropertyAssignment(property))
      return findField(property.initializer, name, innerKey(nameOf(property.name), outer));
  }
  return outer;
}

function textAround(callee: Node, file: FileView): string {
  let whole: Node = callee.parent;
  while (isPropertyAccessExpression(whole.parent) || isCalleeOf(whole)) whole = whole.parent;
  return file.text(whole);
}

function isCalleeOf(node: Node): boolean {
  return (
    node.parent !== undefined &&
    'expression' in node.parent &&
    node.parent.expression === node &&
    'arguments' in node.parent
  );
}

/** True if the program reads a property of the value, or tests it, anywhere in the function: then it has to be there. */
export function isUsedBefore(name: Node & { readonly text: string }, file: FileView): boolean {
  const declaration = findDeclaration(file.scopes, name as Parameters<typeof findDeclaration>[1]);
  const isConstant = declaration?.kind === 'variable' && declaration.constant;
  if (!isConstant && declaration?.kind !== 'parameter') return true;
  let around: Node = name;
  while (around.parent && !isFunctionLike(around)) around = around.parent;
  const uses =
    file.text(around).match(new RegExp(`(?<![\\w$.])${name.text.replaceAll('$', '\\$')}(?![\\w$:])`, 'g')) ?? [];
  return uses.length > 2;
}
