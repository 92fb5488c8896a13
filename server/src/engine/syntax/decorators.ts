import {
  type Expression,
  type Identifier,
  isCallExpression,
  isDecorator,
  isIdentifier,
  isPropertyAccessExpression,
  type Node,
} from './parser.ts';
import { type Declaration, findDeclaration, type Scopes } from './scope.ts';
import { unwrap } from './tree.ts';

/** A decorator as written: `@Get(':id')` or `@Get`. */
export interface WrittenDecorator {
  readonly node: Node;
  /** The name that its module exports it by, or the name as written if it is not imported. */
  readonly name: string;
  /** The module that it is imported from. */
  readonly module: string | undefined;
  readonly args: readonly Expression[];
}

/** The decorators of a class, a method or a parameter, in the order of the text. */
export function listDecorators(node: Node, scopes: Scopes): readonly WrittenDecorator[] {
  const { modifiers } = node as { readonly modifiers?: readonly Node[] };
  return (modifiers ?? []).filter(isDecorator).flatMap((decorator) => {
    const expression = unwrap(decorator.expression);
    const callee = isCallExpression(expression) ? unwrap(expression.expression) : expression;
    const args = isCallExpression(expression) ? expression.arguments : [];
    const named = nameDecorator(callee, scopes);
    return named ? [{ node: decorator, args, ...named }] : [];
  });
}

function nameDecorator(
  callee: Expression,
  scopes: Scopes,
): { readonly name: string; readonly module: string | undefined } | undefined {
  if (isIdentifier(callee)) return fromDeclaration(callee, findDeclaration(scopes, callee));
  if (!isPropertyAccessExpression(callee) || !isIdentifier(callee.expression)) return undefined;
  const whole = findDeclaration(scopes, callee.expression);
  return whole?.kind === 'import' ? { name: callee.name.text, module: whole.module } : undefined;
}

function fromDeclaration(
  { text }: Identifier,
  declaration: Declaration | undefined,
): { readonly name: string; readonly module: string | undefined } {
  return declaration?.kind === 'import'
    ? { name: declaration.name, module: declaration.module }
    : { name: text, module: undefined };
}
