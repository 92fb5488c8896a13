import type { SourceText, Span } from '../../server/src/engine/index.ts';

/** Code with what is expected drawn under it: lines of `^` below a span, the text behind them. */
export interface Drawing {
  readonly source: SourceText;
  /** The code with its drawings, as `draw` writes it. */
  readonly drawn: string;
}

/** A remark about a span of the code. */
export interface Remark {
  readonly span: Span;
  readonly text: string;
}

const MARK = /^ *\^+ .*$/;

/** Takes the drawings out of `text`. The file is TypeScript unless `path` says otherwise. */
export function readDrawing(text: string, path = 'src/app.ts'): Drawing {
  const drawn = text.replace(/^\n/, '');
  const code = drawn
    .split('\n')
    .filter((line) => !MARK.test(line))
    .join('\n');
  return { source: { path, text: code }, drawn };
}

/** Draws remarks under the lines of `code`. A span that goes on past its line is drawn to the end of that line. */
export function draw(code: string, remarks: readonly Remark[]): string {
  let offset = 0;
  const lines: string[] = [];
  for (const line of code.split('\n')) {
    lines.push(line);
    for (const { span, text } of remarks) {
      if (span.start < offset || span.start > offset + line.length) continue;
      const width = Math.max(1, Math.min(span.end, offset + line.length) - span.start);
      lines.push(`${' '.repeat(span.start - offset)}${'^'.repeat(width)} ${text}`);
    }
    offset += line.length + 1;
  }
  return lines.join('\n');
}
