import { type Expression, isArrayLiteralExpression, isCallExpression } from '../syntax/parser.ts';
import { calledName, unwrap, unwrapAwait } from '../syntax/tree.ts';

/** Of `Promise.all([a(), b()])` the promise at an index; anything else as it is. */
export function findElement(source: Expression, index: string | undefined): Expression {
  const value = unwrapAwait(source);
  const [list] = isCallExpression(value) && calledName(value) === 'all' ? value.arguments : [];
  const elements = list && unwrap(list);
  const one = elements && isArrayLiteralExpression(elements) ? elements.elements[Number(index)] : undefined;
  return one ?? source;
}
