import assert from 'node:assert/strict';

/**
 * Reads a change that is drawn as a diff of whole lines: `-` goes, `+` comes, a space stays, `…` parts places that lie
 * apart. A `|` among the lines that were there is the cursor.
 * @param {string} drawing
 * @returns {{ marked: string, apply: (text: string) => string }} the place with the cursor, and what makes the change;
 *   it throws an Error if a place is not in the text exactly once
 */
function readChange(drawing) {
  const places = drawing.replace(/^\n|\n *$/g, '').split(/^…\n/m);
  const parts = places.map((place) => {
    const lines = place.replace(/\n$/, '').split('\n');
    const pick = (marks) => lines.filter(([mark]) => marks.includes(mark)).map((line) => `${line.slice(1)}\n`);
    return { before: pick('- ').join(''), after: pick('+ ').join('').replace('|', '') };
  });
  const marked = parts.find(({ before }) => before.includes('|'))?.before ?? '';
  const apply = (text) =>
    parts.reduce((whole, { before, after }) => {
      const [head, tail, ...more] = `\n${whole}`.split(`\n${before.replace('|', '')}`);
      if (tail === undefined || more.length > 0) throw new Error(`Not once in the file:\n${before}`);
      return `${head}\n${after}${tail}`.slice(1);
    }, text);
  return { marked, apply };
}

/** Does something at the cursor of a drawn change, saves the file and compares it with what was drawn. */
export async function expectChange(workbench, { file, change }, act) {
  await workbench.openByName(file);
  const original = workbench.read(file);
  const { marked, apply } = readChange(change);
  await workbench.standAt(file, marked);
  await act();
  await workbench.save();
  assert.equal(workbench.read(file), apply(original));
}
