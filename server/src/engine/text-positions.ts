/** A zero-based line and a zero-based column in UTF-16 code units, as in the LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The offset of each line's first code unit. Lines end with LF, CRLF or a lone CR, as in the LSP. */
export function getLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 13 && text.charCodeAt(at + 1) === 10) at++;
    if (unit === 10 || unit === 13) starts.push(at + 1);
  }
  return starts;
}

/** The position of an offset; offsets outside the text are clamped to the last line that starts before them. */
export function toPosition(lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: Math.max(0, offset - (lineStarts[low] ?? 0)) };
}

/** The offset of a position; a line past the end gives the length of the text. */
export function toOffset(lineStarts: readonly number[], position: Position, textLength: number): number {
  const start = lineStarts[position.line];
  if (start === undefined) return textLength;
  const end = lineStarts[position.line + 1] ?? textLength;
  return Math.min(start + position.character, end);
}
