import type { Range } from 'vscode-languageserver-protocol';

/** A label that stands under a range of the text. */
export interface Drawn {
  readonly range: Range;
  readonly label: string;
}

const CARETS = /^\s*\^+(?: .*)?$/;

/** The text without the lines that draw carets under it. */
export function withoutDrawing(drawn: string): string {
  return drawn
    .split('\n')
    .filter((line) => !CARETS.test(line))
    .join('\n');
}

/**
 * The text with each range drawn as carets under its line, one column for each UTF-16 code unit. A range of several
 * lines is drawn to the end of its first, and its label then says how many lines follow.
 */
export function draw(text: string, items: readonly Drawn[]): string {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  return lines
    .flatMap((line, number) => [
      line,
      ...items.filter(({ range }) => range.start.line === number).map((item) => drawCarets(line, item)),
    ])
    .join('\n');
}

function drawCarets(line: string, { range: { start, end }, label }: Drawn): string {
  const further = end.line - start.line;
  const last = further === 0 ? end.character : line.length;
  const more = further === 0 ? '' : ` (and ${further} more lines)`;
  return `${' '.repeat(start.character)}${'^'.repeat(Math.max(1, last - start.character))} ${label}${more}`;
}
