import { type Frame, normalise } from '../flow/conditions.ts';
import type { FileView } from '../syntax/file-view.ts';
import type { Expression } from '../syntax/parser.ts';
import { findCall } from './read-call.ts';

/**
 * True if a test finds under one key what an earlier test has found elsewhere: `if (student) …` and `if (teacher) …`
 * after a look-up of one address in two collections. That both are found is possible, and not meant to happen.
 */
export function isOneOfTwo(before: readonly Frame[], next: Frame, file: FileView): boolean {
  const found = findLookUp(next, file);
  if (!found) return false;
  return before.some((frame) => {
    const other = frame.holds ? findLookUp(frame, file) : undefined;
    return other !== undefined && other.asked === found.asked && other.callee !== found.callee;
  });
}

interface LookUp {
  readonly callee: string;
  readonly asked: string;
}

function findLookUp({ atoms }: Frame, file: FileView): LookUp | undefined {
  const [atom, other] = atoms;
  if (!atom || other || !atom.holds || atom.literal !== undefined) return undefined;
  return readLookUp(atom.expression, file);
}

function readLookUp(expression: Expression, file: FileView): LookUp | undefined {
  const call = findCall(expression, file);
  if (!call || call.args.length === 0) return undefined;
  return {
    callee: normalise(file.text(call.callee)),
    asked: call.args.map((argument) => normalise(file.text(argument))).join(', '),
  };
}
