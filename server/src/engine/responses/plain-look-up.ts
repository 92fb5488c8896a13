import type { FileView } from '../syntax/file-view.ts';
import {
  type Block,
  type Expression,
  type FunctionLikeDeclaration,
  forEachChild,
  isBlock,
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isReturnStatement,
  isThrowStatement,
  isTryStatement,
  isVariableStatement,
  type Node,
  type Statement,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { isFunctionLike, isFunctionValue, unwrapAwait } from '../syntax/tree.ts';
import { workOut } from '../values/evaluate.ts';
import type { PlainLookUp, Value, World } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import { mentions } from './callbacks.ts';
import { isNeverNothing } from './never-nothing.ts';
import { type FoundCall, findCall } from './read-call.ts';

/** Look-ups of one thing that give nothing where there is none. */
const GIVES_NOTHING =
  /(?:^|\.)(?:findById|findByPk|findOne|findUnique|findFirst|findOneBy|findByIdAndUpdate|findOneAndUpdate|findByIdAndDelete|findOneAndDelete|findByIdAndRemove)$/;

/** A service calls a repository, and that may call another one. */
const MAX_LAYERS = 4;

/**
 * The look-up behind a call, as written where it stands: the call itself, or the one whose result the function that is
 * called hands on as it is. Undefined if it may give something else than the thing or nothing.
 */
export function findPlainLookUp(call: FoundCall, file: FileView): PlainLookUp | undefined {
  const own = readLookUp(call, file);
  return own && followLookUp(own, file.world);
}

function followLookUp(own: PlainLookUp, world: World, layers = 0): PlainLookUp | undefined {
  const callee = findCallee(own.callee, world);
  if (callee?.kind !== 'function') return callee && GIVES_NOTHING.test(own.name) ? own : undefined;
  const inner = layers < MAX_LAYERS ? callee.summary.lookUp() : undefined;
  return inner && followLookUp(inner, world, layers + 1);
}

/** What a call calls, also on a field that is annotated with a class; undefined where the project's annotation tells none. */
function findCallee(callee: Value, world: World): Value | undefined {
  const plain = workOut(callee, world);
  if (plain.kind === 'function' || callee.kind !== 'member' || callee.object.kind !== 'member') return plain;
  const { object, name } = callee.object;
  const owner = object.kind === 'self' ? workOut(object.type, world) : undefined;
  const annotated = owner?.kind === 'class' ? owner.summary.injected.get(name) : undefined;
  if (!annotated) return plain;
  const type = workOut(annotated, world);
  if (type.kind !== 'class') return type.kind === 'import' ? plain : undefined;
  return workOut({ ...callee, object: { kind: 'new', callee: type, args: [] } }, world);
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
  const isGiven = fn.parameters.some(
    ({ name }) => isIdentifier(name) && call.args.some((one) => mentions(one, name.text)),
  );
  return isGiven ? readLookUp(call, file) : undefined;
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

function readLookUp({ callee, swallowed }: FoundCall, file: FileView): PlainLookUp | undefined {
  if (swallowed || /orFail|orThrow|upsert/i.test(textAround(callee, file))) return undefined;
  return { name: file.text(callee).replace(/\s+/g, ''), callee: readValue(callee, file) };
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
