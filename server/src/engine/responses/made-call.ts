import type { FrameworkAdapter, Overload, ResponseMethod } from '../adapter.ts';
import { frameworks } from '../registry.generated.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  forEachChild,
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  type NewExpression,
  type Node,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { unwrap } from '../syntax/tree.ts';
import { followFate } from './fate.ts';
import type { HandlerFunction } from './handler-function.ts';

/** A call or a constructor. */
export type Making = CallExpression | NewExpression;

/** True for calls and constructors. */
export function isMaking(node: Node): node is Making {
  return isCallExpression(node) || isNewExpression(node);
}

/** What makes a response in one of the frameworks, by `module#name`. */
const makers: ReadonlyMap<string, ResponseMethod | Overload> = new Map(
  frameworks.flatMap(({ made }) => Object.entries(made ?? {})),
);

/** What a call or constructor of that name makes, if it makes a response. */
export function findMaker(name: string): ResponseMethod | Overload | undefined {
  return makers.get(name);
}

/** True if a call or constructor makes a response in the words of a framework, and not just to read it. */
export function makesResponse(node: Making, file: FileView, { made }: FrameworkAdapter): boolean {
  const name = made && findMakerName(node.expression, file);
  return name !== undefined && Object.hasOwn(made ?? {}, name) && followFate(node, file) !== 'read';
}

/** True if a function, or one inside it, makes a response in the words of the handler's framework. */
export function makes(fn: Node, of: HandlerFunction, file: FileView): boolean {
  if (!of.adapter.made) return false;
  const visit = (node: Node): boolean =>
    (isMaking(node) && makesResponse(node, file, of.adapter)) ||
    (forEachChild(node, (child) => visit(child) || undefined) ?? false);
  return visit(fn);
}

/** `module#name` of what is called, with `#name` for a global: `#Response.json`. */
export function findMakerName(callee: Expression, file: FileView): string | undefined {
  const inner = unwrap(callee);
  if (isPropertyAccessExpression(inner)) {
    const object = findMakerName(inner.expression, file);
    if (object === undefined) return undefined;
    return /#(?:\*|default)$/.test(object)
      ? `${object.slice(0, object.indexOf('#'))}#${inner.name.text}`
      : `${object}.${inner.name.text}`;
  }
  if (!isIdentifier(inner)) return undefined;
  const declaration = findDeclaration(file.scopes, inner);
  if (!declaration) return `#${inner.text}`;
  return declaration.kind === 'import' ? `${declaration.module}#${declaration.name}` : undefined;
}
