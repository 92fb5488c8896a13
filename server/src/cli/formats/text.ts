import { styleText } from 'node:util';
import { type Finding, getLineStarts, toPosition } from '../../engine/index.ts';
import type { Format } from './format.ts';

const COLOURS = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;

/** One line a finding under the name of its file, and a sum at the end. */
export const formatText: Format = (analyses, { colour }) => {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(style, text) : text;
  const lines: string[] = [];
  let count = 0;
  for (const { source, findings } of analyses) {
    if (findings.length === 0) continue;
    count += findings.length;
    const lineStarts = getLineStarts(source.text);
    lines.push(paint('bold', source.path));
    for (const finding of findings) lines.push(formatFinding(finding, lineStarts, paint));
    lines.push('');
  }
  const files = analyses.length === 1 ? '1 file' : `${analyses.length} files`;
  lines.push(`${count === 1 ? '1 finding' : `${count} findings`} in ${files}`);
  return `${lines.join('\n')}\n`;
};

function formatFinding(
  finding: Finding,
  lineStarts: readonly number[],
  paint: (style: Parameters<typeof styleText>[0], text: string) => string,
): string {
  const { line, character } = toPosition(lineStarts, finding.span.start);
  const place = `${line + 1}:${character + 1}`.padStart(8);
  return `${place}  ${paint(COLOURS[finding.severity], finding.severity.padEnd(11))}  ${finding.message}  ${paint('dim', finding.rule)}`;
}
