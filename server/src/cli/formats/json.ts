import { type Analysis, getLineStarts, type Response, type Span, toPosition, valuesOf } from '../../engine/index.ts';
import type { Format } from './format.ts';

/** One object: files with their findings and, when asked for, their answers. Lines and columns count from 1. */
export const formatJson: Format = (analyses, { responses }) => {
  const files = analyses.map((analysis) => {
    const place = placer(analysis.source.text);
    return {
      path: analysis.source.path,
      ...(responses
        ? {
            responses: withoutRepeats(
              analysis.responses
                .filter(({ decidedHere }) => decidedHere)
                .map((response) => describeResponse(response, place)),
            ),
          }
        : {}),
      findings: describeFindings(analysis, place),
    };
  });
  return `${JSON.stringify({ files })}\n`;
};

type Place = { readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number };

function placer(text: string): (span: Span) => Place {
  const lineStarts = getLineStarts(text);
  return ({ start, end }) => {
    const [from, to] = [toPosition(lineStarts, start), toPosition(lineStarts, end)];
    return { line: from.line + 1, column: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 };
  };
}

function describeFindings(analysis: Analysis, place: (span: Span) => Place): readonly object[] {
  return analysis.findings.map(({ rule, severity, confidence, span, message, fixes }) => ({
    rule,
    severity,
    confidence,
    ...place(span),
    message,
    fixes: fixes.map(({ title, safe }) => ({ title, safe })),
  }));
}

/** A status that is written once may be answered at several places. */
function withoutRepeats(described: readonly object[]): readonly object[] {
  return [...new Map(described.map((one) => [JSON.stringify(one), one])).values()];
}

/** An answer stands where its status is written; an implicit one where it is sent. */
function describeResponse(response: Response, place: (span: Span) => Place): object {
  const sender = response.parts.findLast(({ role }) => role === 'send')?.nameSpan ?? response.span;
  const statuses = valuesOf(response.status);
  return {
    ...place(response.statusSpans[0] ?? sender),
    statuses: statuses ? [...statuses] : null,
    implicit: response.implicit,
    state: response.state,
  };
}
