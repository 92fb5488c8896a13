import type { FrameworkAdapter } from '../adapter.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isQualifiedName,
  isTypeReferenceNode,
  type TypeNode,
} from '../syntax/parser.ts';
import { type Declaration, findDeclaration } from '../syntax/scope.ts';
import { stringOf, unwrap } from '../syntax/tree.ts';

/** `module#name` of an imported value, also when it is a property of the whole module. */
export function findOrigin(expression: Expression, file: FileView): string | undefined {
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

/** True if a type annotation names one of the types `module#name`. */
export function hasType(type: TypeNode | undefined, names: readonly string[], file: FileView): boolean {
  if (!type || !isTypeReferenceNode(type)) return false;
  const name = type.typeName;
  if (isQualifiedName(name)) {
    const whole = isIdentifier(name.left) ? originOf(findDeclaration(file.scopes, name.left)) : undefined;
    return whole !== undefined && names.includes(`${whole.slice(0, whole.indexOf('#'))}#${name.right.text}`);
  }
  const origin = originOf(findDeclaration(file.scopes, name));
  return origin !== undefined && names.includes(origin);
}

/** True if a type annotation names a type that a package exports, and no file of the project. */
export function isTypeOfPackage(type: TypeNode, file: FileView): boolean {
  if (!isTypeReferenceNode(type)) return false;
  const name = isQualifiedName(type.typeName) ? type.typeName.left : type.typeName;
  const declaration = isIdentifier(name) ? findDeclaration(file.scopes, name) : undefined;
  return declaration?.kind === 'import' && /^(?:@[\w.-]+\/)?\w/.test(declaration.module);
}

function importsAny(file: FileView, packages: readonly string[]): boolean {
  return packages.some((name) => isNamed(name, file));
}

const modules = new WeakMap<FileView, ReadonlySet<string>>();

/** True if the file imports a package, or a part of it. */
function isNamed(name: string, file: FileView): boolean {
  let known = modules.get(file);
  if (!known) {
    known = new Set(listModules(file.source.text));
    modules.set(file, known);
  }
  return known.has(name);
}

/** The modules that a text imports, with the packages that they are parts of. */
export function listModules(text: string): readonly string[] {
  const found = text.matchAll(/\b(?:from|import|require)\s*\(?\s*(['"])([^'"\n]+)\1/g);
  return [...found].flatMap(([, , name = '']) => {
    const steps = name.split('/');
    return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
  });
}

/** True if the file itself names a package of the framework. */
export function isInFrameworkFile(file: FileView, adapter: FrameworkAdapter): boolean {
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
  'next',
  'next/server',
  'msw',
  'nock',
  'polka',
  'restify',
  '@hapi/hapi',
  'elysia',
  'supertest',
];

/** True if the file names a package of another framework and none of this one. */
export function isOtherFramework(file: FileView, adapter: FrameworkAdapter): boolean {
  const others = FRAMEWORK_PACKAGES.filter((name) => !adapter.packages.includes(name));
  return importsAny(file, others) && !isInFrameworkFile(file, adapter);
}
