/** Places inside handlers where people type, each with a character that they may type there. */
const IN_HANDLERS = [
  [/There is no such item\d+(?=')/g, 'x'],
  [/status\(40(?=\d\))/g, '4'],
  [/const found(?= =)/g, 's'],
  [/tags\.map\(String(?=\))/g, 's'],
  [/\n {2}res\.sendStatus\(204\);(?=\n)/g, '\n'],
  [/price: Number\(price(?=\))/g, '.'],
];

/** Places outside of all handlers, on which all of them rest. */
const AT_THE_TOP = [
  [/const app(?= =)/g, 's'],
  [/import \{ store(?= \})/g, 's'],
];

/**
 * The texts that a file has while somebody types in it: each differs from the one before by one character, which is typed
 * at a place of its own and taken away again.
 * @param {string} text
 * @param {'handlers' | 'top'} where
 * @returns {() => string} gives the next text
 */
export function typeIn(text, where) {
  const kinds = where === 'top' ? AT_THE_TOP : IN_HANDLERS;
  const places = kinds.map(([pattern, typed]) =>
    [...text.matchAll(pattern)].map((match) => ({ at: match.index + match[0].length, typed })),
  );
  let count = 0;
  return () => {
    const round = count >> 1;
    const typing = count % 2 === 0;
    count++;
    if (!typing) return text;
    const list = places[round % places.length];
    // A step that shares no factor with the length comes to places all over the file.
    const { at, typed } = list[(round * 37) % list.length];
    return text.slice(0, at) + typed + text.slice(at);
  };
}
