import type { Analysis } from '../../engine/index.ts';

/** How a report is to look. */
export interface FormatOptions {
  /** Every answer that was read is part of it. */
  readonly responses: boolean;
  readonly colour: boolean;
}

/** Writes the report of a run. */
export type Format = (analyses: readonly Analysis[], options: FormatOptions) => string;
