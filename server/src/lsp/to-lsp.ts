import type {
  Diagnostic,
  DiagnosticSeverity,
  TextEdit as LspTextEdit,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity, Span, TextEdit } from '../engine/index.ts';
import { type ClientFeatures, RULE_PAGES, SOURCE, UNNECESSARY } from './protocol.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };

/** The range of a span of the document's text. */
export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** A finding as the client can show it. */
export function toDiagnostic(document: TextDocument, finding: Finding, client: ClientFeatures): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(document, finding.span),
    severity: SEVERITIES[finding.severity],
    source: SOURCE,
    code: finding.rule,
    message: finding.message,
  };
  if (client.showsRuleLinks) diagnostic.codeDescription = { href: `${RULE_PAGES}${finding.rule}.md` };
  if (client.showsUnnecessary && finding.tags.includes('unnecessary')) diagnostic.tags = [UNNECESSARY];
  if (client.showsRelatedPlaces && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ span, message }) => ({
      location: { uri: document.uri, range: toRange(document, span) },
      message,
    }));
  }
  return diagnostic;
}

/** Edits of one document. */
export function toTextEdits(document: TextDocument, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ span, text }) => ({ range: toRange(document, span), newText: text }));
}

/** Edits of one document, bound to its version where the client checks that. */
export function toWorkspaceEdit(
  document: TextDocument,
  edits: readonly TextEdit[],
  client: ClientFeatures,
): WorkspaceEdit {
  const { uri, version } = document;
  const lspEdits = toTextEdits(document, edits);
  if (!client.takesVersionedEdits) return { changes: { [uri]: lspEdits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: lspEdits }] };
}
