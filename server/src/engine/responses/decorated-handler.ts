import type { DecoratedHandlers, FrameworkAdapter, HostedMethod } from '../adapter.ts';
import { type Known, one, theOne } from '../known.ts';
import type { Origin } from '../model.ts';
import { frameworks } from '../registry.generated.ts';
import { listDecorators, type WrittenDecorator } from '../syntax/decorators.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type ClassLikeDeclaration,
  type Expression,
  forEachChild,
  isArrayLiteralExpression,
  isClassDeclaration,
  isClassExpression,
  isMethodDeclaration,
  isObjectLiteralExpression,
  isPropertyAssignment,
  type MethodDeclaration,
  type Node,
  type ObjectLiteralExpression,
  type ParameterDeclaration,
  SyntaxKind,
} from '../syntax/parser.ts';
import { nameOf, stringOf, unwrap } from '../syntax/tree.ts';
import { workOut } from '../values/evaluate.ts';
import { readNumber } from '../values/literal.ts';
import { readValue } from '../values/read.ts';
import { findDeclaredByDecorators } from './declared.ts';
import type { HandlerFunction, Place } from './handler-function.ts';
import { hasType } from './origins.ts';
import type { Returned } from './registration.ts';
import type { WrittenStatus } from './state.ts';

type ReturnedBody = Extract<Returned, { kind: 'body' }>;

/** The methods of a file that decorators make handlers, and those that are given the request inside a host object. */
export function findDecoratedHandlers(file: FileView, adapter: FrameworkAdapter): readonly HandlerFunction[] {
  const { decorated } = adapter;
  if (!decorated || !file.source.text.includes('@')) return [];
  const found: HandlerFunction[] = [];
  const visit = (node: Node): void => {
    if (isClassDeclaration(node) || isClassExpression(node)) found.push(...readClass(node, decorated, file, adapter));
    forEachChild(node, visit);
  };
  file.statements.forEach(visit);
  return found;
}

/** True if a function stands in a class or method that its decorators give to something else than HTTP. */
export function servesSomethingElse(fn: Node, file: FileView, adapter: FrameworkAdapter): boolean {
  const { decorated } = adapter;
  if (!decorated) return false;
  for (let node: Node | undefined = fn; node; node = node.parent) {
    const isClass = isClassDeclaration(node) || isClassExpression(node);
    if (!isClass && !isMethodDeclaration(node)) continue;
    const names = isClass ? decorated.otherClasses : decorated.otherMethods;
    if (listDecorators(node, file.scopes).some(({ name }) => names.includes(name))) return true;
  }
  return false;
}

function readClass(
  node: ClassLikeDeclaration,
  decorated: DecoratedHandlers,
  file: FileView,
  adapter: FrameworkAdapter,
): readonly HandlerFunction[] {
  const own = listDecorators(node, file.scopes);
  const controller = own.find((one) => isOwn(one, decorated) && decorated.classes.includes(one.name));
  const prefix = controller && readRoute(controller);
  const methods = node.members.filter(isMethodDeclaration).filter(({ body }) => body !== undefined);
  return methods.flatMap((method) => {
    const decorators = listDecorators(method, file.scopes).filter((one) => isOwn(one, decorated));
    const verb = decorators.find(({ name }) => Object.hasOwn(decorated.methods, name));
    // An abstract or a base class has no decorator of its own: its methods answer for the classes that extend it.
    if (verb) return [createDecorated(method, verb, decorators, prefix, decorated, file, adapter)];
    const hosted = findHosted(method, node, decorated);
    return hosted ? [createHosted(method, hosted, file, adapter)] : [];
  });
}

function isOwn({ module }: WrittenDecorator, { modules }: DecoratedHandlers): boolean {
  return module !== undefined && modules.includes(module);
}

/** The path in `@Get('users')`, `@Controller(['users', 'people'])` or `@Controller({ path: 'users' })`. */
function readRoute({ args: [argument] }: WrittenDecorator): string | undefined {
  if (!argument) return '';
  let value = unwrap(argument);
  if (isObjectLiteralExpression(value)) {
    const path = value.properties.find((property) => property.name && nameOf(property.name) === 'path');
    if (!path) return '';
    if (!isPropertyAssignment(path)) return undefined;
    value = unwrap(path.initializer);
  }
  const [first] = isArrayLiteralExpression(value) ? value.elements : [value];
  return stringOf(first);
}

/** What the version of a method puts into its route: nothing, unless the one application of the project says so. */
function readVersion(
  method: MethodDeclaration,
  decorators: readonly WrittenDecorator[],
  { versions, classes }: DecoratedHandlers,
  file: FileView,
): string | undefined {
  const [inPath, ...others] = file.routes.global.versions;
  if (!versions || !inPath || others.length > 0) return '';
  const own = decorators.find(({ name }) => name === versions.decorator)?.args[0];
  const controller = listDecorators(method.parent, file.scopes).find(({ name }) => classes.includes(name));
  const options = controller?.args[0] && unwrap(controller.args[0]);
  const given =
    own ?? (options && isObjectLiteralExpression(options) ? findOption(options, versions.option) : undefined);
  if (!given) return inPath.usual === undefined ? '' : `${inPath.prefix}${inPath.usual}`;
  const value = unwrap(given);
  const [first] = isArrayLiteralExpression(value) ? value.elements : [value];
  const version = first && workOut(readValue(first, file), file.world);
  if (version?.kind === 'import' && `${version.module}#${version.name}` === versions.none) return '';
  return version?.kind === 'literal' ? `${inPath.prefix}${version.value}` : undefined;
}

function findOption(options: ObjectLiteralExpression, name: string): Expression | undefined {
  const property = options.properties.find((one) => one.name && nameOf(one.name) === name);
  return property && isPropertyAssignment(property) ? property.initializer : undefined;
}

function joinRoute(prefix: string | undefined, route: string | undefined): string | undefined {
  if (prefix === undefined || route === undefined) return undefined;
  const steps = `${prefix}/${route}`.split('/').filter((step) => step !== '');
  return `/${steps.join('/')}`;
}

function createDecorated(
  method: MethodDeclaration,
  verb: WrittenDecorator,
  decorators: readonly WrittenDecorator[],
  prefix: string | undefined,
  decorated: DecoratedHandlers,
  file: FileView,
  framework: FrameworkAdapter,
): HandlerFunction {
  const registered = decorated.methods[verb.name] ?? { method: undefined, status: framework.defaultStatus };
  const roles = readParameters(method, decorated, file);
  const redirects = decorators.some(({ name }) => decorated.redirects.includes(name));
  const start = readDeclaredStatus(decorators, decorated, file) ?? setByFramework(registered.status);
  const ownRoute = joinRoute(prefix, readRoute(verb));
  const answersItself = roles.response !== undefined || roles.next !== undefined;
  return {
    ...createBase(method, file, framework, roles.response),
    handler: {
      ...describe(method, file, framework),
      method: registered.method,
      route: joinRoute(
        file.routes.global.prefixes.length === 1 ? (file.routes.global.prefixes[0] ?? undefined) : '',
        joinRoute(readVersion(method, decorators, decorated, file), ownRoute),
      ),
      ownRoute,
      declared: findDeclaredByDecorators(method, file, framework, theOne(start.value) ?? registered.status),
    },
    response: roles.response && { parameter: roles.response, path: [] },
    request: roles.request && { parameter: roles.request, path: [] },
    next: roles.next && { parameter: roles.next, path: [] },
    error: undefined,
    defaultStatus: registered.status,
    start,
    returned: redirects
      ? { kind: 'redirection' }
      : answersItself && !roles.passthrough
        ? undefined
        : { kind: 'body', ...pickEmpty(decorated) },
    answersThroughThis: decorated.answersThroughThis ?? false,
    origins: roles.origins,
  };
}

function pickEmpty({ nothing, null: none, emptyUnlessSet }: DecoratedHandlers): Omit<ReturnedBody, 'kind'> {
  return {
    ...(nothing === undefined ? {} : { nothing }),
    ...(none === undefined ? {} : { null: none }),
    ...(emptyUnlessSet === undefined ? {} : { emptyUnlessSet }),
  };
}

function createHosted(
  method: MethodDeclaration,
  { host, error, refusal }: HostedMethod,
  file: FileView,
  framework: FrameworkAdapter,
): HandlerFunction {
  const parameter = method.parameters[host];
  const caught = error === undefined ? undefined : method.parameters[error];
  const inside = (name: string): Place | undefined => parameter && { parameter, path: ['switchToHttp()', name] };
  const base = createBase(method, file, framework, undefined);
  return {
    ...base,
    handler: {
      ...describe(method, file, framework),
      handlesErrors: caught !== undefined,
      middleware: caught === undefined,
    },
    response: inside('getResponse()'),
    request: inside('getRequest()'),
    next: undefined,
    error: caught && { parameter: caught, path: [] },
    returned: refusal === undefined ? undefined : { kind: 'permission', refusal },
  };
}

function createBase(
  fn: MethodDeclaration,
  file: FileView,
  framework: FrameworkAdapter,
  response: ParameterDeclaration | undefined,
): Pick<HandlerFunction, 'fn' | 'adapter' | 'framework' | 'by' | 'calls' | 'defaultStatus' | 'start'> {
  return {
    fn,
    adapter: findPlatform(framework, file, response),
    framework,
    by: 'decorator',
    calls: new Map(),
    defaultStatus: framework.defaultStatus,
    start: undefined,
  };
}

function describe(fn: MethodDeclaration, file: FileView, framework: FrameworkAdapter): HandlerFunction['handler'] {
  return {
    name: nameOf(fn.name),
    span: file.span(fn),
    framework: framework.id,
    version: file.world.findMajorVersion(file.source.path, framework.packages),
    method: undefined,
    route: undefined,
    ownRoute: undefined,
    awaited: false,
    declared: undefined,
    handlesErrors: false,
    middleware: false,
    helper: false,
  };
}

/** The adapter of the response object: the annotation tells, else the project's packages, else the usual one. */
function findPlatform(
  framework: FrameworkAdapter,
  file: FileView,
  response: ParameterDeclaration | undefined,
): FrameworkAdapter {
  const known = Object.entries(framework.platforms ?? {}).flatMap(([id, packages]) => {
    const adapter = frameworks.find((one) => one.id === id);
    return adapter ? [{ adapter, packages }] : [];
  });
  const [usual] = known;
  if (!usual) return framework;
  const typed = known.find(({ adapter }) => hasType(response?.type, adapter.handlers.responseTypes, file));
  if (typed) return typed.adapter;
  const installed = known.filter(({ packages }) => file.world.dependsOn(file.source.path, packages));
  return (installed.length === 1 ? (installed[0] ?? usual) : usual).adapter;
}

interface ParameterRoles {
  readonly request: ParameterDeclaration | undefined;
  readonly response: ParameterDeclaration | undefined;
  readonly next: ParameterDeclaration | undefined;
  readonly passthrough: boolean;
  readonly origins: ReadonlyMap<ParameterDeclaration, Origin>;
}

function readParameters(method: MethodDeclaration, decorated: DecoratedHandlers, file: FileView): ParameterRoles {
  const found = new Map<string, ParameterDeclaration>();
  const origins = new Map<ParameterDeclaration, Origin>();
  let passthrough = false;
  for (const parameter of method.parameters) {
    for (const decorator of listDecorators(parameter, file.scopes)) {
      const role = isOwn(decorator, decorated) ? decorated.parameters[decorator.name] : undefined;
      if (role === 'request' || role === 'response' || role === 'next') found.set(role, parameter);
      else if (role) origins.set(parameter, role);
      // A decorator of the project's own that names the user gives what a guard has found out.
      else if (/user|session|auth|account/i.test(decorator.name)) origins.set(parameter, 'session or user');
      if (role === 'response') passthrough = hasOption(decorator, decorated.passthrough);
    }
  }
  const [request, response, next] = ['request', 'response', 'next'].map((role) => found.get(role));
  return { request, response, next, passthrough, origins };
}

function hasOption({ args: [options] }: WrittenDecorator, name: string | undefined): boolean {
  const value = options && unwrap(options);
  if (name === undefined || !value || !isObjectLiteralExpression(value)) return false;
  return value.properties.some(
    (property) =>
      isPropertyAssignment(property) &&
      nameOf(property.name) === name &&
      property.initializer.kind === SyntaxKind.TrueKeyword,
  );
}

/** Measured: what nothing declares is set all the same before the method runs, so that Fastify redirects with a 200. */
function setByFramework(status: number): WrittenStatus {
  const symbolic = { kind: 'literal' as const, value: status };
  return { value: one(status), symbolic, values: [], writers: [], byFramework: true };
}

/** The status that decorators set before the method runs. The uppermost runs last, so it wins. */
function readDeclaredStatus(
  decorators: readonly WrittenDecorator[],
  { statuses }: DecoratedHandlers,
  file: FileView,
): WrittenStatus | undefined {
  for (const { name, args, node } of decorators) {
    const source = Object.hasOwn(statuses, name) ? statuses[name] : undefined;
    if (!source) continue;
    const written = args[source.argument];
    if (written)
      return {
        value: (source.inText ? readNumberInText(written) : undefined) ?? readNumber(written, file),
        symbolic: readValue(written, file),
        values: [written],
        writers: [node],
      };
    if (source.otherwise !== undefined) {
      const symbolic = { kind: 'literal' as const, value: source.otherwise };
      return { value: { kind: 'one', value: source.otherwise }, symbolic, values: [], writers: [node] };
    }
  }
  return undefined;
}

/** The number in `@SuccessResponse('201', 'Created')`. */
function readNumberInText(written: Expression): Known<number> | undefined {
  const text = stringOf(written);
  return text !== undefined && /^\d{3}$/.test(text) ? one(Number(text)) : undefined;
}

/** `catch(exception, host)` of a filter and its kin: the class says so, by its decorator or by what it implements. */
function findHosted(
  method: MethodDeclaration,
  node: ClassLikeDeclaration,
  { hosted }: DecoratedHandlers,
): HostedMethod | undefined {
  const name = nameOf(method.name) ?? '';
  const declared = Object.hasOwn(hosted, name) ? hosted[name] : undefined;
  if (!declared || method.parameters.length <= declared.host) return undefined;
  return (node.heritageClauses?.length ?? 0) > 0 || node.modifiers?.length ? declared : undefined;
}
