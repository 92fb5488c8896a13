import type { FileRoutes, Repetition, WrittenCall, WrittenEntry } from '../routes/model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  forEachChild,
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  type Node,
  SyntaxKind,
} from '../syntax/parser.ts';
import { accessedName, isFunctionLike, isFunctionValue, unwrap } from '../syntax/tree.ts';
import type { Value } from '../values/model.ts';
import { ownerOf } from '../values/owners.ts';
import { readValue } from '../values/read.ts';
import type { RouteVerbs } from './route-verbs.ts';

/** Methods that call a function once for each element. */
const ITERATORS = new Set(['forEach', 'map']);

/** Reads what a statement of a file registers. */
export function readRoutes(file: FileView, statement: Node, verbs: RouteVerbs): FileRoutes {
  const found: (WrittenEntry | WrittenCall)[] = [];
  const visit = (node: Node, repeated: readonly Repetition[]): void => {
    const inside = isFunctionLike(node) ? withRepetition(node, repeated, file) : repeated;
    // The receiver of a chain is registered before what follows it.
    forEachChild(node, (child) => visit(child, inside));
    if (isCallExpression(node)) {
      const one = readEntry(node, verbs, repeated, file) ?? readGiven(node.expression, node.arguments, file);
      if (one) found.push(one);
    } else if (isNewExpression(node) && node.arguments) {
      const one = readGiven(node.expression, node.arguments, file);
      if (one) found.push(one);
    }
  };
  visit(statement, []);
  return found;
}

function withRepetition(fn: Node, repeated: readonly Repetition[], file: FileView): readonly Repetition[] {
  const call = fn.parent;
  if (!isFunctionValue(fn) || !call || !isCallExpression(call)) return repeated;
  const callee = unwrap(call.expression);
  if (!isPropertyAccessExpression(callee) || !ITERATORS.has(callee.name.text)) return repeated;
  return [...repeated, { owner: ownerOf(fn, file), list: readValue(callee.expression, file) }];
}

/** A call that is given what may be an application or a router; others are not looked at. */
function readGiven(callee: Expression, list: readonly Expression[], file: FileView): WrittenCall | undefined {
  if (!list.some(looksMade)) return undefined;
  const args = list.map((argument) => readValue(argument, file));
  return args.some(couldBeRegistrar) ? { kind: 'call', callee: readValue(callee, file), args } : undefined;
}

/** A name, a field of this class, or what a call of a name gave: most arguments are something else and need not be read. */
function looksMade(argument: Expression): boolean {
  const value = unwrap(argument);
  if (isIdentifier(value)) return REGISTRAR_NAMES.test(value.text);
  if (isPropertyAccessExpression(value)) return value.expression.kind === SyntaxKind.ThisKeyword;
  if (!isCallExpression(value) && !isNewExpression(value)) return false;
  const callee = unwrap(value.expression);
  return REGISTRAR_NAMES.test(isIdentifier(callee) ? callee.text : (accessedName(callee) ?? ''));
}

/** How people call applications and routers, and what makes them. */
const REGISTRAR_NAMES = /app|server|router|route|api|express|koa|hono|fastify|instance|elysia/i;

/** What a package made, a field of this class, or an export whose name tells that it is one. */
function couldBeRegistrar(value: Value): boolean {
  switch (value.kind) {
    case 'call':
    case 'new':
      return (
        value.callee.kind === 'import' || (value.callee.kind === 'member' && value.callee.object.kind === 'import')
      );
    case 'member':
      return value.object.kind === 'self' || value.object.kind === 'new';
    case 'import':
      return /^(?:default|\*|.*(?:app|server|router|api))$/i.test(value.name);
    default:
      return false;
  }
}

function readEntry(
  call: CallExpression,
  verbs: RouteVerbs,
  repeated: readonly Repetition[],
  file: FileView,
): WrittenEntry | undefined {
  const callee = unwrap(call.expression);
  const verb = accessedName(callee);
  if (verb === undefined || !verbs.all.has(verb) || !isPropertyAccessExpression(callee)) return undefined;
  const base = findBase(callee.expression, verbs);
  const [first, ...others] = call.arguments;
  if (!first) return undefined;
  const chained = base.path && readValue(base.path, file);
  const own = !chained && !isFunctionValue(unwrap(first)) ? readValue(first, file) : undefined;
  const startsWithPath = own !== undefined && couldBePath(own);
  const handlers = startsWithPath ? others : call.arguments;
  // `map.get(key)` registers nothing; `app.use(router)` does.
  if (handlers.length === 0 ? !verbs.prefixing.has(verb) : !startsWithPath && !chained && !verbs.alone.has(verb))
    return undefined;
  return {
    kind: 'entry',
    registrar: readValue(base.registrar, file),
    verb,
    path: chained ?? (startsWithPath ? own : undefined),
    handlers: handlers.map((handler) => readValue(handler, file)),
    repeated,
  };
}

/** A path is a text, a list of texts, or a name that may stand for one; whether it does shows when the name is followed. */
function couldBePath(value: Value): boolean {
  if (value.kind === 'array') return value.elements.length > 0 && value.elements.every(isPath);
  return isPath(value) || value.kind === 'unknown';
}

function isPath({ kind }: Value): boolean {
  return kind === 'literal' || kind === 'text';
}

/** What a chain of registering calls begins with: `router` in `router.route('/x').get(a).post(b)`, with its path. */
function findBase(
  receiver: Expression,
  { all: verbs }: RouteVerbs,
): { readonly registrar: Expression; readonly path: Expression | undefined } {
  let inner = unwrap(receiver);
  while (isCallExpression(inner)) {
    const callee = unwrap(inner.expression);
    if (!isPropertyAccessExpression(callee)) break;
    const name = callee.name.text;
    if (name === 'route' && inner.arguments.length === 1)
      return { registrar: callee.expression, path: inner.arguments[0] };
    if (!verbs.has(name)) break;
    inner = unwrap(callee.expression);
  }
  return { registrar: inner, path: undefined };
}
