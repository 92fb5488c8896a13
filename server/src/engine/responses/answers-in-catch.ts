import { join, type Known } from '../known.ts';
import type { FileView } from '../syntax/file-view.ts';
import type { CatchClause } from '../syntax/parser.ts';
import { fillIn, workOut } from '../values/evaluate.ts';
import { toNumber } from '../values/literal.ts';
import type { Value } from '../values/model.ts';
import { ownerOfCatch, readValue } from '../values/read.ts';
import { isTrue } from '../values/tests.ts';
import type { Draft } from './draft.ts';

/**
 * The status with which a catch clause answers one error: which of its tests the error passes, and what is sent then.
 * Undefined where that cannot be told.
 */
export function answerInCatch(
  error: Value,
  clause: CatchClause,
  all: readonly Draft[],
  file: FileView,
): Known<number> | undefined {
  const fill = (value: Value): Value => fillIn(value, ownerOfCatch(clause, file), [error]);
  const isPossible = ({ frames }: Draft): boolean =>
    frames.every(({ test, holds, subject }) => {
      if (subject) return true;
      const outcome = isTrue(fill(readValue(test, file)), (value) => workOut(value, file.world));
      return outcome === undefined || outcome === holds;
    });
  const answers = all.filter(({ sent, via, catches }) => sent && via !== 'throw' && catches.at(-1) === clause);
  const statuses = answers
    .filter(isPossible)
    .map(({ status }) => status && toNumber(fill(status.symbolic), file.world));
  const [first, ...others] = statuses;
  if (!first) return undefined;
  const known = others.reduce<Known<number> | undefined>((one, other) => one && other && join(one, other), first);
  return known?.kind === 'unknown' ? undefined : known;
}
