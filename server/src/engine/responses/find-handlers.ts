import type { FrameworkAdapter } from '../adapter.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  type FunctionLikeDeclaration,
  forEachChild,
  isArrayLiteralExpression,
  isBinaryExpression,
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  isQualifiedName,
  isRegularExpressionLiteral,
  isTypeReferenceNode,
  isVariableDeclaration,
  type Node,
  type ParameterDeclaration,
  SyntaxKind,
  type TypeNode,
} from '../syntax/parser.ts';
import { type Declaration, findDeclaration } from '../syntax/scope.ts';
import { accessedName, isFunctionLike, isFunctionValue, nameOf, stringOf, unwrap } from '../syntax/tree.ts';
import type { HandlerFunction } from './handler-function.ts';

/** How a function came to be a handler. */
interface Registration {
  readonly method: string | undefined;
  readonly route: string | undefined;
  readonly typed: boolean;
}

/**
 * Finds the functions of a file that answer requests in one framework: given to a route-like call, or with
 * annotated parameters. A name such as `res` is never enough by itself.
 */
export function findHandlers(file: FileView, adapter: FrameworkAdapter): readonly HandlerFunction[] {
  const found = new Map<FunctionLikeDeclaration, HandlerFunction>();
  const add = (fn: FunctionLikeDeclaration, registration: Registration): void => {
    if (found.has(fn) && registration.typed) return;
    const handler = createHandler(fn, registration, file, adapter);
    if (handler) found.set(fn, handler);
  };
  const visit = (node: Node): void => {
    if (isCallExpression(node)) {
      const registration = readRegistration(node, file, adapter);
      if (registration)
        for (const argument of node.arguments) for (const fn of functionsIn(argument, file)) add(fn, registration);
    }
    if (isFunctionLike(node) && isTypedHandler(node, file, adapter))
      add(node, { method: undefined, route: undefined, typed: true });
    forEachChild(node, visit);
  };
  visit(file.tree);
  return [...found.values()];
}

/** The handlers inside an argument: a function, a list of them, a name in this file, or a call that wraps one. */
function functionsIn(argument: Expression, file: FileView, depth = 0): readonly FunctionLikeDeclaration[] {
  const value = unwrap(argument);
  if (isFunctionValue(value)) return [value];
  if (depth > 4) return [];
  if (isArrayLiteralExpression(value))
    return value.elements.flatMap((element) => functionsIn(element, file, depth + 1));
  if (isCallExpression(value)) return value.arguments.flatMap((inner) => functionsIn(inner, file, depth + 1));
  if (!isIdentifier(value)) return [];
  const declaration = findDeclaration(file.scopes, value);
  if (declaration?.kind === 'function') return [declaration.node];
  const initializer =
    declaration?.kind === 'variable' && declaration.constant ? declaration.node.initializer : undefined;
  return initializer ? functionsIn(initializer, file, depth + 1) : [];
}

function readRegistration(call: CallExpression, file: FileView, adapter: FrameworkAdapter): Registration | undefined {
  const callee = unwrap(call.expression);
  const verb = accessedName(callee);
  if (verb === undefined || !isPropertyAccessExpression(callee) || !Object.hasOwn(adapter.handlers.verbs, verb))
    return undefined;
  const [first] = call.arguments;
  const route = first && (stringOf(first) ?? findChainedRoute(callee.expression));
  if (!isRegistrar(callee.expression, file, adapter, looksLikeRoute(first))) return undefined;
  return { method: adapter.handlers.verbs[verb], route, typed: false };
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

/** `module#name` of an imported function, also when it is a property of the whole module. */
function findOrigin(expression: Expression, file: FileView): string | undefined {
  const inner = unwrap(expression);
  if (isIdentifier(inner)) return originOf(findDeclaration(file.scopes, inner));
  if (isCallExpression(inner) && isIdentifier(inner.expression) && inner.expression.text === 'require') {
    const module = stringOf(inner.arguments[0]);
    return module === undefined ? undefined : `${module}#*`;
  }
  if (!isPropertyAccessExpression(inner)) return undefined;
  const whole = findOrigin(inner.expression, file);
  if (!whole?.endsWith('#*') && !whole?.endsWith('#default')) return undefined;
  return `${whole.slice(0, whole.indexOf('#'))}#${inner.name.text}`;
}

function originOf(declaration: Declaration | undefined): string | undefined {
  return declaration?.kind === 'import' ? `${declaration.module}#${declaration.name}` : undefined;
}

function importsAny(file: FileView, packages: readonly string[]): boolean {
  const { text } = file.source;
  return packages.some((name) => text.includes(`'${name}'`) || text.includes(`"${name}"`));
}

function isInFrameworkFile(file: FileView, adapter: FrameworkAdapter): boolean {
  return importsAny(file, adapter.packages);
}

const FRAMEWORK_PACKAGES = [
  'express',
  'fastify',
  'koa',
  '@koa/router',
  'koa-router',
  'hono',
  '@nestjs/common',
  'next/server',
  'msw',
  'nock',
  'polka',
  'restify',
  '@hapi/hapi',
  'elysia',
  'supertest',
];

function isOtherFramework(file: FileView, adapter: FrameworkAdapter): boolean {
  return (
    importsAny(
      file,
      FRAMEWORK_PACKAGES.filter((name) => !adapter.packages.includes(name)),
    ) && !isInFrameworkFile(file, adapter)
  );
}

function isTypedHandler(fn: FunctionLikeDeclaration, file: FileView, adapter: FrameworkAdapter): boolean {
  if (fn.parameters.some((parameter) => hasType(parameter.type, adapter.handlers.responseTypes, file))) return true;
  const { parent } = fn;
  return (
    isVariableDeclaration(parent) &&
    parent.initializer === fn &&
    hasType(parent.type, adapter.handlers.handlerTypes, file)
  );
}

function hasType(type: TypeNode | undefined, names: readonly string[], file: FileView): boolean {
  if (!type || !isTypeReferenceNode(type)) return false;
  const name = type.typeName;
  if (isQualifiedName(name)) {
    const whole = isIdentifier(name.left) ? originOf(findDeclaration(file.scopes, name.left)) : undefined;
    return whole !== undefined && names.includes(`${whole.slice(0, whole.indexOf('#'))}#${name.right.text}`);
  }
  const origin = originOf(findDeclaration(file.scopes, name));
  return origin !== undefined && names.includes(origin);
}

function createHandler(
  fn: FunctionLikeDeclaration,
  registration: Registration,
  file: FileView,
  adapter: FrameworkAdapter,
): HandlerFunction | undefined {
  const roles = assignRoles(fn, file, adapter);
  if (!roles?.response) return undefined;
  return {
    fn,
    adapter,
    handler: {
      name: nameOfFunction(fn),
      span: file.span(fn),
      framework: adapter.id,
      method: registration.method,
      route: registration.route,
      handlesErrors: roles.error !== undefined,
      middleware: roles.next !== undefined,
    },
    response: roles.response,
    request: roles.request,
    next: roles.next,
    error: roles.error,
  };
}

interface Roles {
  response?: ParameterDeclaration;
  request?: ParameterDeclaration;
  next?: ParameterDeclaration;
  error?: ParameterDeclaration;
}

/** An annotated response parameter fixes the others around it; otherwise the count of parameters decides. */
function assignRoles(fn: FunctionLikeDeclaration, file: FileView, adapter: FrameworkAdapter): Roles | undefined {
  const parameters = fn.parameters.filter((parameter) => nameOf(parameter.name) !== 'this');
  const typed = parameters.findIndex((parameter) => hasType(parameter.type, adapter.handlers.responseTypes, file));
  if (typed > 0) {
    const at = (index: number): ParameterDeclaration | undefined => parameters[index];
    return compact({ response: at(typed), request: at(typed - 1), next: at(typed + 1), error: at(typed - 2) });
  }
  if (typed === 0) return compact({ response: parameters[0] });
  const letters = adapter.handlers.parameters[parameters.length];
  if (letters === undefined) return undefined;
  const at = (letter: string): ParameterDeclaration | undefined =>
    letters.includes(letter) ? parameters[letters.indexOf(letter)] : undefined;
  return compact({ response: at('s'), request: at('q'), next: at('n'), error: at('e') });
}

function compact(roles: { [K in keyof Roles]: Roles[K] | undefined }): Roles {
  return Object.fromEntries(Object.entries(roles).filter(([, value]) => value !== undefined));
}

function nameOfFunction(fn: FunctionLikeDeclaration): string | undefined {
  if (fn.name) return nameOf(fn.name);
  const { parent } = fn;
  if (isVariableDeclaration(parent)) return nameOf(parent.name);
  if (isBinaryExpression(parent)) return accessedName(unwrap(parent.left));
  return 'name' in parent ? nameOf(parent.name as Node | undefined) : undefined;
}
