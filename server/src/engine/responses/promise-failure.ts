import type { CatchPlace } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import { isCallExpression, isIdentifier, isPropertyAccessExpression, type Node } from '../syntax/parser.ts';
import { isFunctionLike, isFunctionValue, unwrap } from '../syntax/tree.ts';
import type { HandlerFunction } from './handler-function.ts';
import { listCalls } from './tried-calls.ts';

/** The callback of a promise that an answer stands in and that runs when the promise fails: it is a catch clause as well. */
export function findPromiseFailure(answer: Node, of: HandlerFunction, file: FileView): CatchPlace | undefined {
  let callback: Node = answer;
  while (callback.parent && !isFunctionLike(callback)) callback = callback.parent;
  const call = callback.parent;
  if (!call || !isFunctionValue(callback) || !isCallExpression(call)) return undefined;
  const callee = unwrap(call.expression);
  if (!isPropertyAccessExpression(callee)) return undefined;
  const place = call.arguments.indexOf(callback);
  const takesFailure = (callee.name.text === 'catch' && place === 0) || (callee.name.text === 'then' && place === 1);
  if (!takesFailure) return undefined;
  const name = callback.parameters[0]?.name;
  return {
    variable: name && isIdentifier(name) ? name.text : undefined,
    span: file.span(callback),
    ...listCalls(callee, of, file),
  };
}
