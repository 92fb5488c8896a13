import type { FrameworkAdapter, OtherValues, RouteFile } from '../adapter.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  type FunctionLikeDeclaration,
  forEachChild,
  isCallExpression,
  isExportAssignment,
  isExportDeclaration,
  isFunctionDeclaration,
  isIdentifier,
  isNamedExports,
  isObjectLiteralExpression,
  isPropertyAssignment,
  isTypeReferenceNode,
  isVariableStatement,
  type Node,
  type Statement,
  SyntaxKind,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { isFunctionLike, nameOf, unwrap } from '../syntax/tree.ts';
import { followFate } from './fate.ts';
import { type FoundFunction, functionsIn } from './functions-in.ts';

import { isMadeByHelper } from './made-by-helper.ts';
import { isMaking, makesResponse } from './made-call.ts';
import { isInFrameworkFile } from './origins.ts';
import type { Registration, Returned } from './registration.ts';
import { readShaped } from './shaped.ts';

/** Called for each function that was found, with what shows that it answers, and the statement in which that stands. */
export type Add = (fn: FunctionLikeDeclaration, registration: Registration, statement: Statement) => void;

/** Code that runs in a browser answers no request, though it may make responses, as service workers and mocks do. */
const IN_BROWSER =
  /^[ \t]*['"]use client['"]|\bServiceWorkerGlobalScope\b|\bself\.skipWaiting\(|\bcaches\.match\(|['"]msw(?:\/\w+)?['"]/m;

/** True for code that runs in a browser. */
export function runsInBrowser(text: string): boolean {
  return IN_BROWSER.test(text);
}

/** True for a file whose path says that its exports answer requests. */
export function isRouteFile(file: FileView, { handlers }: FrameworkAdapter): boolean {
  return handlers.routeFiles?.some(({ path }) => path.test(file.source.path)) ?? false;
}

/** The exports of a file that its framework calls by their names. */
export function findExportedHandlers(file: FileView, adapter: FrameworkAdapter, add: Add): void {
  for (const route of adapter.handlers.routeFiles ?? [])
    if (route.path.test(file.source.path)) {
      for (const statement of file.statements) addExported(statement, route, file, adapter, add);
      return;
    }
}

function addExported(
  statement: Statement,
  route: RouteFile,
  file: FileView,
  adapter: FrameworkAdapter,
  add: Add,
): void {
  const returned = route.others && readOthers(route.others, file);
  const addFound = ({ fn, wrapped }: FoundFunction, { returned: own, ...others }: Registration): void =>
    add(fn, wrapped ? { ...others, by: 'wrapped in a call' } : own ? { ...others, returned: own } : others, statement);
  const find = (name: string, from = route): Registration | undefined => {
    const registration = findRegistration(name, from);
    return registration && returned ? { ...registration, returned } : registration;
  };
  const note = (name: string, value: Expression): void => {
    const registration = find(name);
    if (registration) for (const found of functionsIn(value, file, adapter)) addFound(found, registration);
    const inner = unwrap(value);
    if (!isObjectLiteralExpression(inner)) return;
    const names = inner.properties.map((property) => property.name && nameOf(property.name));
    const takesErrors = route.errorsTo !== undefined && names.includes(route.errorsTo);
    for (const property of inner.properties) {
      const own = property.name && nameOf(property.name);
      const registered =
        own === undefined ? undefined : find(`${name}.${own}`, takesErrors ? { ...route, whole: false } : route);
      if (!registered) continue;
      if (isFunctionLike(property)) add(property, registered, statement);
      else if (isPropertyAssignment(property))
        for (const found of functionsIn(property.initializer, file, adapter)) addFound(found, registered);
    }
  };
  const { modifiers } = statement as { readonly modifiers?: readonly { readonly kind: SyntaxKind }[] };
  const has = (kind: SyntaxKind): boolean => modifiers?.some((modifier) => modifier.kind === kind) ?? false;
  if (isFunctionDeclaration(statement) && has(SyntaxKind.ExportKeyword)) {
    const name = has(SyntaxKind.DefaultKeyword) ? 'default' : statement.name?.text;
    const registration = name === undefined ? undefined : find(name);
    if (registration) add(statement, registration, statement);
  } else if (isVariableStatement(statement) && has(SyntaxKind.ExportKeyword)) {
    for (const { name, initializer } of statement.declarationList.declarations)
      if (isIdentifier(name) && initializer) note(name.text, initializer);
  } else if (isExportAssignment(statement)) note('default', resolve(statement.expression, file));
  else if (isExportDeclaration(statement) && !statement.moduleSpecifier && statement.exportClause)
    if (isNamedExports(statement.exportClause))
      for (const one of statement.exportClause.elements) {
        const inner = one.propertyName ?? one.name;
        if (isIdentifier(inner)) note(nameOf(one.name) ?? '', inner);
      }
}

/** The object literal that a name stands for; anything else as it is. */
function resolve(expression: Expression, file: FileView): Expression {
  const inner = unwrap(expression);
  if (!isIdentifier(inner)) return inner;
  const declaration = findDeclaration(file.scopes, inner);
  const value = declaration?.kind === 'variable' ? declaration.node.initializer : undefined;
  return value && isObjectLiteralExpression(unwrap(value)) ? unwrap(value) : inner;
}

/** True if a file has a default export, which makes a page of a route in some frameworks. */
export function exportsDefault(text: string): boolean {
  return /\bexport\s+default\b|\bas\s+default\b/.test(text);
}

/** What it means when an export gives something back that is no response. */
function readOthers({ value, nothing }: OtherValues, { source }: FileView): Returned {
  return { kind: 'response', other: value, nothing: exportsDefault(source.text) ? undefined : nothing };
}

/** How an export is registered, if its name is one that the framework calls. */
function findRegistration(name: string, route: RouteFile): Registration | undefined {
  const { exports } = route;
  const key = Object.hasOwn(exports, name) ? name : name.replace(/\..*/, '.*');
  return Object.hasOwn(exports, key)
    ? { method: exports[key], route: undefined, by: 'export', exportedFrom: route }
    : undefined;
}

/**
 * The functions that make a response and give it back, or hand back what a function of the project makes. One that is
 * given to a call inside another of them is part of that.
 */
export function findMakingFunctions(file: FileView, adapter: FrameworkAdapter): readonly FunctionLikeDeclaration[] {
  if (!adapter.made && !adapter.shaped) return [];
  if (!isRouteFile(file, adapter)) {
    const known =
      isInFrameworkFile(file, adapter) || file.world.dependsOn(file.source.path, adapter.packages, 'nearest');
    if ((!known && !adapter.everywhere && !exportsHandler(file, adapter)) || runsInBrowser(file.source.text)) return [];
  }
  const makers = new Set<FunctionLikeDeclaration>();
  const visit = (node: Node, around: FunctionLikeDeclaration | undefined): void => {
    const inside = isFunctionLike(node) ? node : around;
    if (inside && !makers.has(inside) && gives(node, inside, file, adapter)) makers.add(inside);
    forEachChild(node, (child) => visit(child, inside));
  };
  for (const statement of file.statements) visit(statement, undefined);
  return [...makers].filter((fn) => !isPartOf(fn, makers));
}

/** True if a file exports a handler under the name that its platform calls, as `exports.handler = async (event) => …`. */
function exportsHandler(file: FileView, { handlers }: FrameworkAdapter): boolean {
  const { exports } = handlers;
  return exports !== undefined && listExportedHandlers(file.source.text).some((name) => exports.test(name));
}

/** The names of exports that are given an event. */
export function listExportedHandlers(text: string): readonly string[] {
  if (!/\bevent\b/.test(text)) return [];
  const names = text.matchAll(
    /\bexports\.(\w+)\s*=\s*(?:async\b)?[^;=]*\bevent\b|\bexport\s+(?:const|(?:async\s+)?function)\s+(\w+)[^;{]*\bevent\b/g,
  );
  return [...names].map(([, assigned, declared]) => assigned ?? declared ?? '');
}

function gives(node: Node, around: FunctionLikeDeclaration, file: FileView, adapter: FrameworkAdapter): boolean {
  if (isObjectLiteralExpression(node)) return readShaped(node, adapter, file) !== undefined;
  if (!isMaking(node)) return false;
  if (makesResponse(node, file, adapter)) return true;
  return (
    isCallExpression(node) &&
    (isRouteFile(file, adapter) || adapter.shaped
      ? followFate(node, file) !== 'read'
      : looksLikeServer(around, file) && followFate(node, file) === 'returned') &&
    isMadeByHelper(node, file, adapter)
  );
}

/** How most people call what a server is given, and words in its types. */
const GIVEN_NAME = /^_?(?:req(?:uest)?|event|ctx|context)$/;
const GIVEN_TYPE = /Request|Event|Context/;
const GIVEN_BACK = /\bResponse\b|Response>/;

/** True if the annotations or the parameters of a function speak of requests or responses. */
function looksLikeServer(fn: FunctionLikeDeclaration, file: FileView): boolean {
  if (fn.type && GIVEN_BACK.test(file.text(fn.type))) return true;
  return fn.parameters.some(
    ({ name, type }) =>
      (isIdentifier(name) && GIVEN_NAME.test(name.text)) ||
      (type !== undefined && isTypeReferenceNode(type) && GIVEN_TYPE.test(file.text(type))),
  );
}

/** What a text has in which a function may look like one of a server, as the parts of expressions. */
export const SPEAKS_OF_SERVER = [GIVEN_NAME, GIVEN_TYPE, GIVEN_BACK];

function isPartOf(fn: FunctionLikeDeclaration, makers: ReadonlySet<FunctionLikeDeclaration>): boolean {
  if (!isCallExpression(fn.parent) || fn.parent.expression === fn) return false;
  for (let node: Node | undefined = fn.parent; node; node = node.parent)
    if (isFunctionLike(node) && makers.has(node)) return true;
  return false;
}
