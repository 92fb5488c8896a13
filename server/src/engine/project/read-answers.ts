import { noExtraKnowledge } from '../extra-knowledge.ts';
import type { Response } from '../model.ts';
import { frameworks } from '../registry.generated.ts';
import { claimHandlers } from '../responses/claim-handlers.ts';
import { collectFlow } from '../responses/collect.ts';
import { type AnswerTally, tallyAnswers } from '../scenarios/habit.ts';
import type { FileView } from '../syntax/file-view.ts';

/** Counts what the answers of a file show, with a pause behind each handler: whoever waits for something else goes first. */
export function* readAnswers(file: FileView): Generator<undefined, AnswerTally> {
  yield;
  const claimed = claimHandlers(file, frameworks);
  const responses: Response[] = [];
  for (const of of claimed) {
    yield;
    responses.push(...collectFlow({ ...of, extra: noExtraKnowledge }, file).responses);
  }
  return tallyAnswers(responses);
}
