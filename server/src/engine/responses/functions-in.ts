import type { FrameworkAdapter } from '../adapter.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  type FunctionLikeDeclaration,
  isArrayLiteralExpression,
  isCallExpression,
  isIdentifier,
  isMethodDeclaration,
  isObjectLiteralExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  type ObjectLiteralExpression,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { isFunctionValue, nameOf, stringOf, unwrap } from '../syntax/tree.ts';
import type { Registration } from './registration.ts';

/** A function inside an expression, and whether a call stands around it. */
export interface FoundFunction {
  readonly fn: FunctionLikeDeclaration;
  readonly wrapped: boolean;
  /** What the object around it tells: `route({ method: 'GET', url: '/x', handler })`. */
  readonly told?: Partial<Registration>;
}

/** The handlers inside an argument: a function, a list of them, a name in this file, or a call that wraps one. */
export function functionsIn(
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
