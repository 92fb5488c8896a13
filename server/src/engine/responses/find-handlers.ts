import type { FrameworkAdapter } from '../adapter.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  type FunctionLikeDeclaration,
  forEachChild,
  isArrayLiteralExpression,
  isCallExpression,
  isIdentifier,
  isMethodDeclaration,
  isNewExpression,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isRegularExpressionLiteral,
  isShorthandPropertyAssignment,
  isVariableDeclaration,
  type Node,
  type ObjectLiteralExpression,
  SyntaxKind,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { accessedName, isFunctionLike, isFunctionValue, nameOf, stringOf, unwrap } from '../syntax/tree.ts';
import { makesErrors, throws } from './callbacks.ts';
import { findDecoratedHandlers, servesSomethingElse } from './decorated-handler.ts';
import type { HandlerFunction } from './handler-function.ts';
import { findOrigin, hasType, isInFrameworkFile, isOtherFramework } from './origins.ts';
import type { Registration } from './registration.ts';
import { createHandler } from './roles.ts';

/**
 * Finds the functions of a file that answer requests in one framework: given to a route-like call, or with
 * annotated parameters. A name such as `res` is never enough by itself.
 */
export function findHandlers(file: FileView, adapter: FrameworkAdapter): readonly HandlerFunction[] {
  const found = new Map<FunctionLikeDeclaration, HandlerFunction>();
  const add = (fn: FunctionLikeDeclaration, registration: Registration): void => {
    const handler = found.has(fn) ? undefined : createHandler(fn, registration, file, adapter);
    if (handler) found.set(fn, handler);
  };
  for (const handler of findDecoratedHandlers(file, adapter)) found.set(handler.fn, handler);
  const others: FunctionLikeDeclaration[] = [];
  const visit = (node: Node): void => {
    if (isCallExpression(node)) {
      const registration = readRegistration(node, file, adapter) ?? readTaker(node, file, adapter);
      if (registration)
        for (const argument of node.arguments)
          for (const { fn, wrapped, told } of functionsIn(argument, file, adapter))
            add(fn, { ...registration, ...told, by: wrapped ? 'wrapped in a call' : 'call' });
    }
    if (isFunctionLike(node)) others.push(node);
    forEachChild(node, visit);
  };
  visit(file.tree);
  const foreign = isOtherFramework(file, adapter);
  for (const fn of others) {
    if (isTypedHandler(fn, file, adapter)) add(fn, { method: undefined, route: undefined, by: 'type' });
    else if (!foreign) add(fn, { method: undefined, route: undefined, by: 'use' });
  }
  // What is left may still throw errors that carry their status, as services do for the handlers that call them.
  if (!foreign && file.world.dependsOn(file.source.path, adapter.packages))
    for (const fn of others)
      if (mayRaise(fn, adapter) && !isInside(fn, found) && !servesSomethingElse(fn, file, adapter))
        add(fn, { method: undefined, route: undefined, by: 'throw' });
  return [...found.values()];
}

/** True if a function throws, or makes errors that its callers throw for it where the framework has its own. */
function mayRaise(fn: FunctionLikeDeclaration, { handlers }: FrameworkAdapter): boolean {
  return throws(fn) || (handlers.ownErrors === true && makesErrors(fn));
}

/** True if a function stands inside one that was found, whose walk will come to it. */
function isInside(fn: FunctionLikeDeclaration, found: ReadonlyMap<FunctionLikeDeclaration, HandlerFunction>): boolean {
  for (let node: Node | undefined = fn.parent; node; node = node.parent)
    if (isFunctionLike(node) && found.has(node)) return true;
  return false;
}

interface FoundFunction {
  readonly fn: FunctionLikeDeclaration;
  readonly wrapped: boolean;
  /** What the object around it tells: `route({ method: 'GET', url: '/x', handler })`. */
  readonly told?: Partial<Registration>;
}

/** The handlers inside an argument: a function, a list of them, a name in this file, or a call that wraps one. */
function functionsIn(
  argument: Expression,
  file: FileView,
  adapter: FrameworkAdapter,
  wrapped = false,
  depth = 0,
): readonly FoundFunction[] {
  const value = unwrap(argument);
  if (isFunctionValue(value)) return [{ fn: value, wrapped }];
  if (depth > 4) return [];
  if (isArrayLiteralExpression(value))
    return value.elements.flatMap((element) => functionsIn(element, file, adapter, wrapped, depth + 1));
  if (isCallExpression(value))
    return value.arguments.flatMap((inner) => functionsIn(inner, file, adapter, true, depth + 1));
  if (isObjectLiteralExpression(value)) return functionsInOptions(value, file, adapter, depth + 1);
  if (!isIdentifier(value)) return [];
  const declaration = findDeclaration(file.scopes, value);
  if (declaration?.kind === 'function') return [{ fn: declaration.node, wrapped }];
  const initializer =
    declaration?.kind === 'variable' && declaration.constant ? declaration.node.initializer : undefined;
  return initializer ? functionsIn(initializer, file, adapter, wrapped, depth + 1) : [];
}

/** The functions that an options object holds under the names that the adapter declares, and what it says of them. */
function functionsInOptions(
  options: ObjectLiteralExpression,
  file: FileView,
  adapter: FrameworkAdapter,
  depth: number,
): readonly FoundFunction[] {
  const declared = adapter.handlers.options;
  if (!declared) return [];
  const textOf = (...names: readonly string[]): string | undefined => {
    const own = options.properties.find(({ name }) => names.includes((name && nameOf(name)) ?? ''));
    return own && isPropertyAssignment(own) ? stringOf(own.initializer) : undefined;
  };
  const method = textOf('method')?.toUpperCase();
  const route = textOf('url', 'path');
  const told = { ...(method === undefined ? {} : { method }), ...(route === undefined ? {} : { route }) };
  return options.properties.flatMap((property): readonly FoundFunction[] => {
    const name = property.name && nameOf(property.name);
    const letters = name !== undefined && Object.hasOwn(declared, name) ? declared[name] : undefined;
    if (letters === undefined) return [];
    const own = letters === '' ? told : { ...told, parameters: letters };
    if (isMethodDeclaration(property)) return [{ fn: property, wrapped: false, told: own }];
    const value = isPropertyAssignment(property)
      ? property.initializer
      : isShorthandPropertyAssignment(property)
        ? property.name
        : undefined;
    if (!value) return [];
    return functionsIn(value, file, adapter, false, depth).map((found) => ({
      ...found,
      told: { ...own, ...found.told },
    }));
  });
}

/** `createServer((req, res) => …)`: a function that is given a handler. */
function readTaker(call: CallExpression, file: FileView, adapter: FrameworkAdapter): Registration | undefined {
  const { takers } = adapter.handlers;
  const origin = takers && findOrigin(call.expression, file);
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
  const route = first && (stringOf(first) ?? findChainedRoute(callee.expression));
  if (!isRegistrar(callee.expression, file, adapter, looksLikeRoute(first))) return undefined;
  const parameters = adapter.handlers.parametersOf?.[verb];
  return { method: adapter.handlers.verbs[verb], route, by: 'call', ...(parameters ? { parameters } : {}) };
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
  return (
    isPropertyAccessExpression(callee) &&
    isCallExpression(unwrap(callee.expression)) &&
    isMadeBy(unwrap(callee.expression), file, adapter)
  );
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
