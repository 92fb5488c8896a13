import type { FrameworkAdapter, OtherValues } from '../adapter.ts';
import { unknown } from '../known.ts';
import type { Handler } from '../model.ts';
import { agreeOnRoute } from '../routes/paths.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type FunctionLikeDeclaration,
  forEachChild,
  isBinaryExpression,
  isCallExpression,
  isIdentifier,
  isMethodDeclaration,
  isObjectBindingPattern,
  isPropertyAccessExpression,
  isVariableDeclaration,
  type Node,
  type ParameterDeclaration,
  SyntaxKind,
} from '../syntax/parser.ts';
import { accessedName, calledName, nameOf, unwrap } from '../syntax/tree.ts';
import { unknownValue } from '../values/model.ts';
import { ownerOf } from '../values/owners.ts';
import { isAsync, mentions } from './callbacks.ts';
import { findDeclaredAt } from './declared.ts';
import { findFormat } from './format.ts';
import { findPlace, type HandlerFunction, type Place, type Roles } from './handler-function.ts';
import { NOBODY, rolesOfContext, rolesOfErrorContext, rolesWithoutResponse } from './made-roles.ts';
import { hasType, isInFrameworkFile } from './origins.ts';
import type { Registration, Returned } from './registration.ts';
import type { WrittenStatus } from './state.ts';

/** What stands for a context that holds the error too among the letters of parameters. */
const ERROR_CONTEXT = 'c';
/** How most people call a response. */
export const RESPONSE_NAME = /^_?res(?:p|ponse)?$/i;
/** What an object that holds the response calls it. */
const HELD = ['res', 'response'];
const REQUEST_NAME = /^_*(?:req(?:uest)?)?$/i;
const ERROR_NAME = /^_*(?:e|er|err|error|ex|exception)$/i;

/**
 * The route as far as its own file tells it: other files mount `webhooks.ts` under a path of that name, as a rule, which
 * is not known here.
 */
function tellOwnRoute(route: string | undefined, { source }: FileView): string {
  const [name = ''] = source.path.slice(source.path.lastIndexOf('/') + 1).split('.');
  return `/${name}${route ?? ''}`;
}

/** The status of an error that nobody has seen. */
const BEGUN: WrittenStatus = {
  value: unknown('differs between versions of the framework'),
  symbolic: unknownValue('differs between versions of the framework'),
  values: [],
  writers: [],
  byFramework: true,
};

/** The handler that a function is, with the roles of its parameters; undefined if it cannot be one. */
export function createHandler(
  fn: FunctionLikeDeclaration,
  registration: Registration,
  file: FileView,
  adapter: FrameworkAdapter,
): HandlerFunction | undefined {
  const roles = assignRoles(fn, registration, file, adapter);
  if (!roles) return undefined;
  const way = findWay(fn, file);
  const format = findFormat(fn, file, adapter.handlers);
  const version = file.world.findMajorVersion(file.source.path, adapter.packages);
  const isBegun = roles.error && version !== undefined && version < (adapter.handlers.takesErrors?.begunBefore ?? 0);
  return {
    fn,
    adapter,
    framework: adapter,
    defaultStatus: adapter.defaultStatus,
    handler: {
      name: nameOfFunction(fn),
      span: file.span(fn),
      framework: adapter.id,
      version,
      method: registration.method ?? way.method,
      route: way.route ?? registration.route,
      ownRoute: tellOwnRoute(file.findOwnRoute(ownerOf(fn, file)) ?? registration.route, file),
      awaited: file.awaitsOthers && registration.method === undefined && registration.by !== 'call',
      declared: findDeclaredAt(registration.at, file, adapter),
      handlesErrors: roles.error !== undefined,
      middleware: roles.next !== undefined,
      helper: roles.helper,
    },
    response: roles.response,
    request: roles.request,
    next: roles.next,
    error: roles.error,
    by: registration.by,
    exportedFrom: registration.exportedFrom,
    format,
    at: registration.at,
    ...(isBegun ? { start: BEGUN } : {}),
    goesOn: registration.parameters?.includes('n') ?? false,
    returned:
      registration.returned ??
      (format && readOthers(format.others, isAsync(fn))) ??
      (adapter.sendsReturned && returnsItsAnswer(fn, roles, registration, file) ? { kind: 'value' } : undefined),
    calls: new Map(),
  };
}

/** What it means when a function gives something back that is no response; what it calls back with may come later. */
function readOthers({ value, nothing }: OtherValues, async: boolean): Returned {
  return { kind: 'response', other: value, nothing: async ? nothing : undefined };
}

/** The method and the whole route by which requests come to a function, where all ways to it agree. */
function findWay(fn: FunctionLikeDeclaration, file: FileView): Pick<Handler, 'method' | 'route'> {
  const ways = file.routes.find(ownerOf(fn, file));
  const [first, ...others] = ways;
  if (!first) return { method: undefined, route: undefined };
  const method = others.every((other) => other.method === first.method) ? first.method : undefined;
  return { method, route: agreeOnRoute(ways) };
}

/** An annotated response parameter fixes the others around it; then names decide, if there is more to show it. */
function assignRoles(
  fn: FunctionLikeDeclaration,
  { by, parameters: told }: Registration,
  file: FileView,
  adapter: FrameworkAdapter,
): Roles | undefined {
  const { context, responseNames, responseTypes } = adapter.handlers;
  const responseName = responseNames ?? RESPONSE_NAME;
  const parameters = fn.parameters.filter((parameter) => nameOf(parameter.name) !== 'this');
  const letters = told ?? adapter.handlers.parameters[parameters.length];
  if (told === ERROR_CONTEXT && context) return rolesOfErrorContext(parameters, context);
  const around = (index: number): Roles | undefined =>
    context ? rolesOfContext(parameters, index, context.request, letters) : rolesAround(parameters, index);
  const typed = parameters.findIndex((parameter) => hasType(parameter.type, responseTypes, file));
  const usual = letters?.indexOf('s') ?? -1;
  // What is registered is called by the count of its parameters: `(err, req, res)` is no error handler, whatever it says.
  const isCounted = by === 'call' && told === undefined && !context && parameters.length === 3 && usual >= 0;
  const isTold = by === 'call' && !context && told?.[typed] === 's';
  if (typed >= 0 && !isTold) return around(isCounted ? usual : typed);
  if (by === 'call') {
    if (told !== undefined && !context) return rolesByLetters(parameters, told, adapter.handlers.errorInRequest);
    if (usual < 0 && adapter.sendsReturned) return rolesByLetters(parameters, letters ?? '');
    return usual < 0 ? adapter.made && rolesWithoutResponse(parameters, letters, false) : around(usual);
  }
  if (by === 'wrapped in a call' && isNamed(parameters[usual], responseName)) return around(usual);
  if (by === 'throw') return NOBODY;
  if (by === 'type' && adapter.shaped) return rolesWithoutResponse(parameters, letters, false);
  if (by === 'wrapped in a call' && adapter.made && !context) return rolesWithoutResponse(parameters, letters, false);
  if (by === 'export' || by === 'make')
    return usual >= 0 && by === 'export' ? around(usual) : rolesWithoutResponse(parameters, letters, by === 'make');
  const isHere = isInFrameworkFile(file, adapter) || file.world.dependsOn(file.source.path, adapter.packages);
  if (context && !isHere && !(adapter.settles && setsBody(fn, file, adapter))) return undefined;
  const named = parameters.findIndex((parameter) => isNamed(parameter, responseName));
  const parameter = parameters[named];
  if (!parameter)
    return (
      findDestructured(fn, parameters, file, adapter) ?? (isHere ? findHeld(fn, parameters, file, adapter) : undefined)
    );
  const besideRequest = !context && named === usual && isNamed(parameters[named - 1], REQUEST_NAME);
  return besideRequest || answersThrough(fn, { parameter, path: [] }, file, adapter) ? around(named) : undefined;
}

const settled = new WeakMap<FileView, Map<FrameworkAdapter, ReadonlySet<Node>>>();

/** True if a function assigns the body of a context: few things but Koa, and what is built on it, have one. */
function setsBody(fn: FunctionLikeDeclaration, file: FileView, adapter: FrameworkAdapter): boolean {
  const known = settled.get(file) ?? new Map<FrameworkAdapter, ReadonlySet<Node>>();
  settled.set(file, known);
  const setters = known.get(adapter) ?? findBodySetters(file, adapter);
  known.set(adapter, setters);
  return setters.has(fn);
}

/** The functions that assign the body of one of their parameters, in one walk: functions of bundles stand in each other. */
function findBodySetters(file: FileView, adapter: FrameworkAdapter): ReadonlySet<Node> {
  const setters = new Set<Node>();
  const visit = (node: Node): void => {
    const target =
      isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.EqualsToken ? node.left : undefined;
    if (target && isPropertyAccessExpression(target) && adapter.properties[target.name.text]?.role === 'body') {
      const place = findPlace(target.expression, file);
      if (place) setters.add(place.parameter.parent);
    }
    forEachChild(node, visit);
  };
  visit(file.tree);
  return setters;
}

/** The parameters in the order of letters, as far as they are there. */
function rolesByLetters(
  parameters: readonly ParameterDeclaration[],
  letters: string,
  errorInRequest: readonly string[] = [],
): Roles {
  const at = (letter: string): Place | undefined => {
    const parameter = parameters[letters.indexOf(letter)];
    return letters.includes(letter) && parameter ? { parameter, path: [] } : undefined;
  };
  const both = at('r');
  const error = both ? { ...both, path: errorInRequest } : at('e');
  return { response: at('s'), request: both ?? at('q'), next: at('n'), error, helper: false };
}

/** False for hooks, which are given a `next`, and for functions that others of the file call and whose value these use. */
function returnsItsAnswer(
  fn: FunctionLikeDeclaration,
  roles: Roles,
  { by, parameters }: Registration,
  file: FileView,
): boolean {
  if (roles.helper || roles.next || parameters?.includes('n')) return false;
  if (by === 'call') return true;
  const name = nameOfFunction(fn);
  const isCalled = (node: Node): boolean => {
    if (isCallExpression(node) && calledName(node) === name) {
      const callee = unwrap(node.expression);
      if (isIdentifier(callee) !== isMethodDeclaration(fn)) return true;
    }
    return forEachChild(node, (child) => isCalled(child) || undefined) ?? false;
  };
  return name === undefined || !file.listNaming(name).some(isCalled);
}

function rolesAround(parameters: readonly ParameterDeclaration[], index: number): Roles | undefined {
  const at = (position: number): Place | undefined => {
    const parameter = parameters[position];
    return parameter && { parameter, path: [] };
  };
  const response = at(index);
  if (!response) return undefined;
  const request = index > 0 && couldBe(parameters[index - 1], REQUEST_NAME) ? at(index - 1) : undefined;
  const error = request && index > 1 && couldBe(parameters[index - 2], ERROR_NAME) ? at(index - 2) : undefined;
  const next = request && parameters.length > index + 1 ? at(index + 1) : undefined;
  const helper = request === undefined || parameters.length > index + 2 || (index > 1 && error === undefined);
  return { response, request, next, error, helper };
}

/** A parameter of any name, unless the name says that it is something else altogether. */
function couldBe(parameter: ParameterDeclaration | undefined, usual: RegExp): boolean {
  if (!parameter) return false;
  if (isNamed(parameter, usual) || !isIdentifier(parameter.name)) return true;
  return /^(?:\w|request\w*|req\w*|\w*(?:req|request)|\w*err(?:or)?)$/i.test(parameter.name.text);
}

function isNamed(parameter: ParameterDeclaration | undefined, name: RegExp): boolean {
  return parameter !== undefined && isIdentifier(parameter.name) && name.test(parameter.name.text);
}

/** `({ req, res }) => …` */
function findDestructured(
  fn: FunctionLikeDeclaration,
  parameters: readonly ParameterDeclaration[],
  file: FileView,
  adapter: FrameworkAdapter,
): Roles | undefined {
  for (const parameter of parameters) {
    if (!isObjectBindingPattern(parameter.name)) continue;
    const names = parameter.name.elements.map((element) => nameOf(element.propertyName ?? element.name));
    const name = names.find((own) => own !== undefined && (adapter.handlers.responseNames ?? RESPONSE_NAME).test(own));
    if (name === undefined) continue;
    const response: Place = { parameter, path: [name] };
    if (!answersThrough(fn, response, file, adapter)) continue;
    const request = names.find((own) => own === 'req' || own === 'request');
    return {
      response,
      request: request === undefined ? undefined : { parameter, path: [request] },
      next: undefined,
      error: undefined,
      helper: true,
    };
  }
  return undefined;
}

/** `(options) => options.res.status(404)…` */
function findHeld(
  fn: FunctionLikeDeclaration,
  parameters: readonly ParameterDeclaration[],
  file: FileView,
  adapter: FrameworkAdapter,
): Roles | undefined {
  if (adapter.handlers.context) return undefined;
  for (const parameter of parameters) {
    if (!isIdentifier(parameter.name)) continue;
    for (const name of HELD) {
      const response: Place = { parameter, path: [name] };
      if (mentions(fn, name) && answersThrough(fn, response, file, adapter))
        return { response, request: undefined, next: undefined, error: undefined, helper: true };
    }
  }
  return undefined;
}

/**
 * True if a function uses `place` as only a response of the framework can be used: `res.status(404)`, `res.json(body)`.
 * What `fetch` and its kin give has `json()` without arguments, and a `status` that is no method.
 */
function answersThrough(fn: FunctionLikeDeclaration, place: Place, file: FileView, adapter: FrameworkAdapter): boolean {
  const paths = [place.path.join(), ...(adapter.alsoAt ?? []).map((path) => [...place.path, path].join())];
  const isSame = (found: Place | undefined): boolean =>
    found?.parameter === place.parameter && paths.includes(found.path.join());
  const visit = (node: Node): boolean => {
    if (isBinaryExpression(node) && isPropertyAccessExpression(node.left)) {
      const role = adapter.settles ? adapter.properties[node.left.name.text]?.role : undefined;
      if (role && isSame(findPlace(node.left.expression, file))) return true;
    }
    if (isCallExpression(node) && node.arguments.length > 0) {
      // Handed on as it is: whoever takes it will show what it is.
      if (node.arguments.some((argument) => isIdentifier(argument) && isSame(findPlace(argument, file)))) return true;
      const callee = unwrap(node.expression);
      if (isPropertyAccessExpression(callee) && isSame(findPlace(callee.expression, file))) {
        const { text } = callee.name;
        if (adapter.handlers.telling.includes(text) || file.routes.findHung(text)) return true;
      }
    }
    return forEachChild(node, (child) => visit(child) || undefined) ?? false;
  };
  return fn.body !== undefined && visit(fn.body);
}

/** The name that a function has by itself, or by what it is given to. */
export function nameOfFunction(fn: FunctionLikeDeclaration): string | undefined {
  if (fn.name) return nameOf(fn.name);
  let { parent } = fn as Node;
  while (isCallExpression(parent)) parent = parent.parent;
  if (isPropertyAccessExpression(parent)) return undefined;
  if (isVariableDeclaration(parent)) return nameOf(parent.name);
  if (isBinaryExpression(parent)) return accessedName(unwrap(parent.left));
  return 'name' in parent ? nameOf(parent.name as Node | undefined) : undefined;
}
