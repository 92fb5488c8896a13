import type { FileView } from '../syntax/file-view.ts';
import { type BinaryExpression, isPropertyAccessExpression, SyntaxKind } from '../syntax/parser.ts';
import { unwrap } from '../syntax/tree.ts';
import { toNumber } from '../values/literal.ts';
import { readValue } from '../values/read.ts';
import { type HandlerFunction, isResponse } from './handler-function.ts';
import { readAssignedStatus } from './interpret.ts';
import type { WrittenStatus } from './state.ts';

/** True for an assignment to a property of the response. */
export function isAssignedToResponse(node: BinaryExpression, of: HandlerFunction, file: FileView): boolean {
  const target = unwrap(node.left);
  return (
    node.operatorToken.kind === SyntaxKind.EqualsToken &&
    isPropertyAccessExpression(target) &&
    isResponse(target.expression, of, file)
  );
}

/** The status that `res.statusCode = …` sets; undefined for another property. */
export function readStatusAssigned(
  node: BinaryExpression,
  of: HandlerFunction,
  file: FileView,
): WrittenStatus | undefined {
  const target = unwrap(node.left);
  const name = isPropertyAccessExpression(target) ? target.name.text : '';
  const { properties } = of.adapter;
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (property?.role !== 'status') return undefined;
  const symbolic = readValue(node.right, file);
  const value = property.likeArgument ? readAssignedStatus(node.right, of, file).value : toNumber(symbolic, file.world);
  return { value, symbolic, values: [node.right], writers: [node] };
}
