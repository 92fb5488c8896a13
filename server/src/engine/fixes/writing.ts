import type { Response } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import type { SpellStatus } from './constants.ts';
import type { FileStyle } from './style.ts';

/** What the fixes of one file are written with. */
export interface Writing {
  readonly file: FileView;
  /** All responses of the file: they show how it is written. */
  readonly responses: readonly Response[];
  readonly style: FileStyle;
  readonly spellStatus: SpellStatus;
}
