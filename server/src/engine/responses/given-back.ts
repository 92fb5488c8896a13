import type { FileView } from '../syntax/file-view.ts';
import type { CallExpression, Expression } from '../syntax/parser.ts';
import { workOut } from '../values/evaluate.ts';
import type { Value } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import { type HandlerFunction, isResponse } from './handler-function.ts';

/** True for a call of a function that is given the response and gives it back: `setStatus(res, 404).json(body)`. */
export function givesResponseBack(call: CallExpression, of: HandlerFunction, file: FileView): boolean {
  const place = call.arguments.findIndex((argument) => isResponse(argument, of, file));
  if (place < 0) return false;
  const callee = workOut(readValue(call.expression as Expression, file), file.world);
  if (callee.kind !== 'function') return false;
  const { owner, returns } = callee.summary;
  const all = returns.kind === 'some' ? returns.options : [returns];
  return all.every((value) => isGivenBack(value, owner, place, of));
}

/** True for a parameter, and for a chain of the response's own methods that begins with it. */
function isGivenBack(value: Value, owner: string, index: number, of: HandlerFunction): boolean {
  if (value.kind === 'parameter') return value.owner === owner && value.index === index && value.path.length === 0;
  if (value.kind !== 'call' || value.callee.kind !== 'member') return false;
  return Object.hasOwn(of.adapter.methods, value.callee.name) && isGivenBack(value.callee.object, owner, index, of);
}
