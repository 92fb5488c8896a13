import type { TextEdit } from '../model.ts';
import type { Value } from '../values/model.ts';

/** Something that can be called in the place of something else, by its name for another code. */
export interface Sibling {
  readonly value: Value;
  /** The edits that name it instead, with its import; undefined if the name is taken. */
  readonly edits: () => readonly TextEdit[] | undefined;
}
