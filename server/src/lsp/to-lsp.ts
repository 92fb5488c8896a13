import {
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type CodeAction as LspCodeAction,
  type Hover as LspHover,
  MarkupKind,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Finding, Hover, Severity, Span, TextEdit } from '../engine/index.ts';
import { type ClientFeatures, RULE_PAGES, SOURCE } from './protocol.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

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
  if (client.showsUnnecessary && finding.tags.includes('unnecessary')) diagnostic.tags = [DiagnosticTag.Unnecessary];
  if (client.showsRelatedPlaces && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ span, message }) => ({
      location: { uri: document.uri, range: toRange(document, span) },
      message,
    }));
  }
  return diagnostic;
}

/** A hover as the client can show it. */
export function toHover(document: TextDocument, hover: Hover, client: ClientFeatures): LspHover {
  const kind = client.showsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { range: toRange(document, hover.span), contents: { kind, value: hover.markdown } };
}

/** A repair or a suppression: both answer to the quick-fix key. */
export function toCodeAction(document: TextDocument, action: CodeAction, client: ClientFeatures): LspCodeAction {
  return {
    title: action.title,
    kind: CodeActionKind.QuickFix,
    isPreferred: action.preferred,
    diagnostics: [toDiagnostic(document, action.finding, client)],
    edit: toWorkspaceEdit(document, action.edits, client),
  };
}

/** Edits of one document, bound to its version where the client checks that. */
function toWorkspaceEdit(document: TextDocument, edits: readonly TextEdit[], client: ClientFeatures): WorkspaceEdit {
  const { uri, version } = document;
  const lspEdits = edits.map(({ span, text }) => ({ range: toRange(document, span), newText: text }));
  if (!client.takesVersionedEdits) return { changes: { [uri]: lspEdits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: lspEdits }] };
}
