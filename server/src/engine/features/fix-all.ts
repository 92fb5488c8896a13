import { mergeEdits } from '../edits.ts';
import type { Analysis, TextEdit } from '../model.ts';

/** The edits of every safe repair of a file; of two that meet, the later one is left out. */
export function getSafeEdits({ findings }: Analysis): readonly TextEdit[] {
  return mergeEdits(
    findings.flatMap(({ fixes }) => fixes.filter(({ safe }) => safe).slice(0, 1)).map(({ edits }) => edits),
  );
}

/** The edits that repair all findings of a rule in the way that fits each best, and how many there are. */
export function getEditsOfRule({ findings }: Analysis, rule: string): { edits: readonly TextEdit[]; count: number } {
  const changes = findings.filter((finding) => finding.rule === rule).flatMap(({ fixes }) => fixes.slice(0, 1));
  return { edits: mergeEdits(changes.map(({ edits }) => edits)), count: changes.length };
}
