import type { ConditionTest, Response } from '../model.ts';
import { isAbsent } from './evidence.ts';

/** The test that finds nothing because a failure was turned into nothing. */
export function findSwallowed({ conditions }: Response): ConditionTest | undefined {
  const [test, other] = conditions.at(-1)?.tests ?? [];
  return test && !other && test.swallowed && !test.subject.includes('.') && isAbsent(test) ? test : undefined;
}

/** True for a code that says of something that it is not there. */
export function tellsMissing(code: number): boolean {
  return code === 404 || code === 410;
}

/** Those codes that may be answered here: nobody can say that something is missing where a failure looks the same. */
export function withoutMissing(codes: readonly number[], response: Response): readonly number[] {
  return findSwallowed(response) ? codes.filter((code) => !tellsMissing(code)) : codes;
}
