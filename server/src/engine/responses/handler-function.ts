import type { FrameworkAdapter } from '../adapter.ts';
import type { Handler } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  type FunctionLikeDeclaration,
  isIdentifier,
  type ParameterDeclaration,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { unwrap } from '../syntax/tree.ts';

/** A function that answers requests, with the parameters that carry them. */
export interface HandlerFunction {
  readonly fn: FunctionLikeDeclaration;
  readonly adapter: FrameworkAdapter;
  readonly handler: Handler;
  readonly response: ParameterDeclaration;
  readonly request: ParameterDeclaration | undefined;
  readonly next: ParameterDeclaration | undefined;
  readonly error: ParameterDeclaration | undefined;
}

/** True if the expression is the handler's response object: its parameter, under this or another name. */
export function isResponse(expression: Expression, of: HandlerFunction, file: FileView, depth = 0): boolean {
  return isParameter(expression, of.response, file, depth);
}

/** True if the expression stands for `parameter`, directly or through a constant. */
export function isParameter(
  expression: Expression,
  parameter: ParameterDeclaration | undefined,
  file: FileView,
  depth = 0,
): boolean {
  const inner = unwrap(expression);
  if (!parameter || depth > 4) return false;
  if (!isIdentifier(inner)) return false;
  const declaration = findDeclaration(file.scopes, inner);
  if (declaration?.kind === 'parameter') return declaration.node === parameter;
  if (declaration?.kind !== 'variable' || !declaration.constant || !declaration.node.initializer) return false;
  return isParameter(declaration.node.initializer, parameter, file, depth + 1);
}
