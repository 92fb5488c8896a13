import assert from 'node:assert/strict';
import { applyEdits, mergeEdits } from '../../server/src/engine/edits.ts';
import type { TextEdit } from '../../server/src/engine/index.ts';

const edit = (start: number, end: number, text: string): TextEdit => ({ span: { start, end }, text });
const merge = (...changes: readonly TextEdit[][]): string => applyEdits('0123456789', mergeEdits(changes));

describe('several changes of one text', () => {
  it('are made together where they stand apart', () => {
    assert.equal(merge([edit(5, 6, 'five')], [edit(1, 2, 'one'), edit(9, 9, '-')]), '0one234five678-9');
    assert.equal(merge([edit(1, 2, 'one')], [edit(2, 3, 'two')]), '0onetwo3456789');
  });

  it('leave out the later one where they meet, with all of its edits', () => {
    assert.equal(merge([edit(1, 4, 'a')], [edit(3, 5, 'b'), edit(8, 9, 'c')]), '0a456789');
    assert.equal(merge([edit(1, 1, 'a')], [edit(1, 1, 'b')]), '0a123456789');
    assert.equal(merge([edit(1, 3, 'a')], [edit(3, 3, 'b')]), '0a3456789');
  });

  it('make an edit once that they have alike', () => {
    assert.equal(
      merge([edit(0, 0, 'import '), edit(4, 5, 'a')], [edit(0, 0, 'import '), edit(7, 8, 'b')]),
      'import 0123a56b89',
    );
    assert.equal(merge([edit(4, 5, 'a')], [edit(4, 5, 'a')]), '0123a56789');
  });
});
