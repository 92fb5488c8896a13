import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type FunctionLikeDeclaration,
  isIdentifier,
  isPropertyAccessExpression,
} from '../syntax/parser.ts';
import { findClosure, listGivenClosures } from './closures.ts';
import type { HandlerFunction } from './handler-function.ts';
import { handsOn } from './hands-on.ts';
import { readMadeByHelper } from './made-by-helper.ts';
import { type HelperAnswer, readHelperCall } from './through-helpers.ts';

/** A call that is none of the response's own. */
export interface OtherCall {
  /** True if it is given the response or `next`. */
  readonly given: boolean;
  /** What it answers, if it could be read. */
  readonly helped: HelperAnswer | undefined;
  /** The function inside the handler that it runs, which answers for it. */
  readonly closure: FunctionLikeDeclaration | undefined;
  /** The functions inside the handler that it is given by their names, and that may answer later. */
  readonly later: readonly FunctionLikeDeclaration[];
}

/** Reads what calls mean for a handler. That is the same on every path, so each is read once. */
export function createOtherCallReader(of: HandlerFunction, file: FileView): (call: CallExpression) => OtherCall {
  const known = new Map<CallExpression, OtherCall>();
  const takesMade = of.adapter.made !== undefined || of.adapter.shaped !== undefined;
  return (call) => {
    const before = known.get(call);
    if (before) return before;
    const closure = findClosure(call, of, file);
    const handed = handsOn(call, of, file);
    const helped = handed || closure ? readHelperCall(call, of, file) : undefined;
    const given = handed || (closure !== undefined && helped !== undefined);
    const made = helped ?? (takesMade ? readMadeByHelper(call, of, file) : undefined);
    const read = { given, closure, helped: made, later: listGivenClosures(call, of, file) };
    known.set(call, read);
    return read;
  };
}

/** True for `process.exit()`. */
export function endsProcess({ expression }: CallExpression): boolean {
  if (!isPropertyAccessExpression(expression) || expression.name.text !== 'exit') return false;
  return isIdentifier(expression.expression) && expression.expression.text === 'process';
}
