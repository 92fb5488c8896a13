import type { ExerciseQuestion } from '../../../server/src/lsp/protocol.ts';

export type { ExerciseQuestion };

/** The best run that somebody had. */
export interface BestRun {
  readonly right: number;
  readonly questions: number;
}

/** What the extension sends to the page of the exercise. */
export type ToExercise =
  | { readonly kind: 'run'; readonly questions: readonly ExerciseQuestion[]; readonly best: BestRun | undefined }
  | { readonly kind: 'best'; readonly best: BestRun }
  | { readonly kind: 'failed' };

/** What the page of the exercise sends to the extension. */
export type FromExercise =
  | { readonly kind: 'start' }
  | { readonly kind: 'finished'; readonly right: number; readonly questions: number }
  | { readonly kind: 'show'; readonly code: number };
