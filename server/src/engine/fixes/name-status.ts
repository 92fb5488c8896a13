import type { Span, TextEdit } from '../model.ts';
import { findConstant, spellBeside } from './constants.ts';
import { findImportedTable } from './imported-table.ts';
import type { Writing } from './writing.ts';

/** A status as a constant: beside one that the file writes already, or of a table that it imports. */
export function nameStatus(code: number, place: Span, { file, responses }: Writing): readonly TextEdit[] | undefined {
  for (const span of responses.flatMap(({ statusSpans }) => statusSpans)) {
    const model = findConstant(span, file);
    const spelled = model && spellBeside(model, code, file);
    if (spelled) return [{ span: place, text: spelled.text }, ...spelled.edits];
  }
  const text = findImportedTable(file)?.spell(code);
  return text === undefined ? undefined : [{ span: place, text }];
}
