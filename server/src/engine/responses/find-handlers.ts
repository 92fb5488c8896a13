import type { FrameworkAdapter } from '../adapter.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  type FunctionLikeDeclaration,
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  isRegularExpressionLiteral,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { accessedName, isFunctionLike, stringOf, unwrap } from '../syntax/tree.ts';
import { workOut } from '../values/evaluate.ts';
import { withoutFields } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import { makesErrors, throws } from './callbacks.ts';
import { findDecoratedHandlers, servesSomethingElse } from './decorated-handler.ts';
import { findExportedHandlers, findMakingFunctions } from './find-made-handlers.ts';
import { functionsIn } from './functions-in.ts';
import type { HandlerFunction } from './handler-function.ts';
import { findMakerName } from './made-call.ts';
import { findOrigin, hasType, isInFrameworkFile, isOtherFramework, isTypeOfPackage } from './origins.ts';
import type { Registration } from './registration.ts';
import { createHandler } from './roles.ts';

/** Told that a call or an export registers a function. */
export type NoteRegistration = (fn: FunctionLikeDeclaration, by: Node, adapter: FrameworkAdapter) => void;

/**
 * Finds the functions of a file that answer requests in one framework: given to a route-like call, or with
 * annotated parameters. A name such as `res` is never enough by itself.
 */
export function findHandlers(
  file: FileView,
  adapter: FrameworkAdapter,
  note: NoteRegistration = () => {},
): readonly HandlerFunction[] {
  const found = new Map<FunctionLikeDeclaration, HandlerFunction>();
  const add = (fn: FunctionLikeDeclaration, registration: Registration): void => {
    const handler = found.has(fn) ? undefined : createHandler(fn, registration, file, adapter);
    if (handler) found.set(fn, handler);
  };
  for (const handler of findDecoratedHandlers(file, adapter)) found.set(handler.fn, handler);
  const foreign = isOtherFramework(file, adapter);
  // What another framework's file registers, and the types that it names, are not of this one.
  const others = foreign ? [] : file.functions;
  for (const call of foreign ? [] : file.calls) {
    const registration = readRegistration(call, file, adapter) ?? readTaker(call, file, adapter);
    if (registration)
      for (const argument of call.arguments)
        for (const { fn, wrapped, told } of functionsIn(argument, file, adapter)) {
          note(fn, call, adapter);
          add(fn, { ...registration, ...told, at: call, by: wrapped ? 'wrapped in a call' : 'call' });
        }
  }
  findExportedHandlers(file, adapter, (fn, registration, statement) => {
    note(fn, statement, adapter);
    add(fn, registration);
  });
  for (const fn of others) {
    if (isTypedHandler(fn, file, adapter)) add(fn, { method: undefined, route: undefined, by: 'type' });
    else if (!foreign) add(fn, { method: undefined, route: undefined, by: 'use' });
  }
  if (!foreign)
    for (const fn of findMakingFunctions(file, adapter))
      if (!isInside(fn, found)) add(fn, { method: undefined, route: undefined, by: 'make' });
  // What is left may still throw errors that carry their status, as services do for the handlers that call them.
  const isOwn = adapter.handlers.ownErrors && isInFrameworkFile(file, adapter);
  if (
    !foreign &&
    (isOwn || (!adapter.handlers.onlyWhereImported && file.world.dependsOn(file.source.path, adapter.packages)))
  )
    for (const fn of others)
      if (
        mayRaise(fn, adapter) &&
        !isInside(fn, found) &&
        !servesSomethingElse(fn, file, adapter) &&
        !isCalledElsewhere(fn, file)
      )
        add(fn, { method: undefined, route: undefined, by: 'throw' });
  return [...found.values()];
}

/** True if a function throws, or makes errors that its callers throw for it where the framework has its own. */
function mayRaise(fn: FunctionLikeDeclaration, { handlers }: FrameworkAdapter): boolean {
  return throws(fn) || (handlers.ownErrors === true && makesErrors(fn));
}

/** True for a function that a package calls which answers no requests: what it throws is that package's to take. */
function isCalledElsewhere(fn: FunctionLikeDeclaration, file: FileView): boolean {
  const { parent } = fn;
  const type = isVariableDeclaration(parent) && parent.initializer === fn ? parent.type : undefined;
  return isOfClient(fn) || (type !== undefined && isTypeOfPackage(type, file));
}

/** True if a function stands in what an HTTP client is to do with its requests: `api.interceptors.response.use(…)`. */
function isOfClient(fn: FunctionLikeDeclaration): boolean {
  for (let node: Node | undefined = fn; node; node = node.parent) {
    const callee = isFunctionLike(node) && isCallExpression(node.parent) && unwrap(node.parent.expression);
    if (!callee || !isPropertyAccessExpression(callee) || callee.name.text !== 'use') continue;
    const list = unwrap(callee.expression);
    if (isPropertyAccessExpression(list) && accessedName(unwrap(list.expression)) === 'interceptors') return true;
  }
  return false;
}

/** True if a function stands inside one that was found, whose walk will come to it. */
function isInside(fn: FunctionLikeDeclaration, found: ReadonlyMap<FunctionLikeDeclaration, HandlerFunction>): boolean {
  for (let node: Node | undefined = fn.parent; node; node = node.parent)
    if (isFunctionLike(node) && found.has(node)) return true;
  return false;
}

/** `createServer((req, res) => …)`: a function that is given a handler. */
function readTaker(call: CallExpression, file: FileView, adapter: FrameworkAdapter): Registration | undefined {
  const { takers } = adapter.handlers;
  const origin = takers && findMakerName(call.expression, file);
  return origin !== undefined && takers?.includes(origin)
    ? { method: undefined, route: undefined, by: 'call' }
    : undefined;
}

function readRegistration(call: CallExpression, file: FileView, adapter: FrameworkAdapter): Registration | undefined {
  const callee = unwrap(call.expression);
  const verb = accessedName(callee);
  if (verb === undefined || !isPropertyAccessExpression(callee) || !Object.hasOwn(adapter.handlers.verbs, verb))
    return undefined;
  const [first] = call.arguments;
  const event = adapter.handlers.events?.[verb];
  if (event !== undefined && stringOf(first) !== event) return undefined;
  const route = first && (stringOf(first) ?? findChainedRoute(callee.expression));
  if (!isRegistrar(callee.expression, file, adapter, looksLikeRoute(first))) return undefined;
  const { parametersOf, options } = adapter.handlers;
  const usual = parametersOf?.[verb];
  // `addHook('onSend', …)` names the hook as the option of a route does.
  const parameters = usual === undefined ? undefined : (options?.[stringOf(first) ?? ''] ?? usual);
  const at = event === undefined ? route : undefined;
  return { method: adapter.handlers.verbs[verb], route: at, by: 'call', ...(parameters ? { parameters } : {}) };
}

/** The path of `router.route('/path').get(…).post(…)`. */
function findChainedRoute(receiver: Expression): string | undefined {
  const inner = unwrap(receiver);
  if (!isCallExpression(inner)) return undefined;
  const callee = unwrap(inner.expression);
  if (accessedName(callee) === 'route') return stringOf(inner.arguments[0]);
  return isPropertyAccessExpression(callee) ? findChainedRoute(callee.expression) : undefined;
}

function looksLikeRoute(argument: Expression | undefined): boolean {
  if (!argument) return false;
  const text = stringOf(argument);
  return text === undefined ? isRegularExpressionLiteral(unwrap(argument)) : /^[/*]/.test(text) || text === '';
}

/** True if routes are registered on the expression: made by the framework, or named so where it comes from elsewhere. */
function isRegistrar(receiver: Expression, file: FileView, adapter: FrameworkAdapter, withRoute: boolean): boolean {
  const inner = unwrap(receiver);
  if (isNewExpression(inner)) return isMaker(inner.expression, file, adapter);
  if (isCallExpression(inner)) {
    if (isMaker(inner.expression, file, adapter)) return true;
    const callee = unwrap(inner.expression);
    return isPropertyAccessExpression(callee) && isRegistrar(callee.expression, file, adapter, withRoute);
  }
  if (isPropertyAccessExpression(inner)) {
    const own = inner.expression.kind === SyntaxKind.ThisKeyword;
    return own && adapter.handlers.usualNames.test(inner.name.text) && isInFrameworkFile(file, adapter);
  }
  if (!isIdentifier(inner)) return false;
  const declaration = findDeclaration(file.scopes, inner);
  const usual = adapter.handlers.usualNames.test(inner.text);
  switch (declaration?.kind) {
    case 'variable': {
      const value = declaration.node.initializer && unwrap(declaration.node.initializer);
      if (value && (isCallExpression(value) || isNewExpression(value))) return isMadeBy(value, file, adapter);
      return usual && isInFrameworkFile(file, adapter);
    }
    case 'parameter':
      if (hasType(declaration.node.type, adapter.handlers.registrarTypes ?? [], file)) return true;
      return usual && (withRoute || isInFrameworkFile(file, adapter)) && !isOtherFramework(file, adapter);
    case 'import':
      return usual && withRoute && !isOtherFramework(file, adapter);
    default:
      return usual && withRoute && isInFrameworkFile(file, adapter);
  }
}

function isMadeBy(value: Expression, file: FileView, adapter: FrameworkAdapter): boolean {
  if (isNewExpression(value)) return isMaker(value.expression, file, adapter);
  if (!isCallExpression(value)) return false;
  if (isMaker(value.expression, file, adapter)) return true;
  const callee = unwrap(value.expression);
  const before = isPropertyAccessExpression(callee) ? unwrap(callee.expression) : undefined;
  if (before && (isCallExpression(before) || isNewExpression(before))) return isMadeBy(before, file, adapter);
  // A function of the project may make the router: `createRouter()`.
  const made = withoutFields(workOut(readValue(value, file), file.world));
  if (made.kind !== 'new' && made.kind !== 'call') return false;
  const type = made.callee;
  return type.kind === 'import' && adapter.handlers.makers.includes(`${type.module}#${type.name}`);
}

function isMaker(callee: Expression, file: FileView, adapter: FrameworkAdapter): boolean {
  const origin = findOrigin(callee, file);
  return origin !== undefined && adapter.handlers.makers.includes(origin);
}

/** True if annotations say that a function is a handler of the framework. */
export function isTypedHandler(fn: FunctionLikeDeclaration, file: FileView, adapter: FrameworkAdapter): boolean {
  if (fn.parameters.some((parameter) => hasType(parameter.type, adapter.handlers.responseTypes, file))) return true;
  const { parent } = fn;
  return (
    isVariableDeclaration(parent) &&
    parent.initializer === fn &&
    hasType(parent.type, adapter.handlers.handlerTypes, file)
  );
}
