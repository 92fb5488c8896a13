import {
  type Connection,
  type Diagnostic,
  type Disposable,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Documents, Reading } from './documents.ts';
import { describeError } from './guard.ts';
import type { LiveSettings } from './live-settings.ts';
import { type ClientFeatures, PUSH_DELAY_MS } from './protocol.ts';
import type { Runtime } from './runtime.ts';
import { toDiagnostic } from './to-lsp.ts';

/** What both ways to diagnostics need. */
export interface DiagnosticsContext {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly client: ClientFeatures;
  readonly documents: Documents;
  readonly settings: LiveSettings;
}

/** An empty report, which takes away what the client shows. */
export const noDiagnostics: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** Answers a pull for diagnostics; `unchanged` if the client holds the present ones already. */
export async function pullDiagnostics(
  context: DiagnosticsContext,
  params: DocumentDiagnosticParams,
): Promise<DocumentDiagnosticReport> {
  const settings = await context.settings.get();
  const document = context.documents.open.get(params.textDocument.uri);
  if (document === undefined) return noDiagnostics;
  const reading = context.documents.read(document, settings);
  if (reading.id === params.previousResultId) {
    return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: reading.id };
  }
  return {
    kind: DocumentDiagnosticReportKind.Full,
    resultId: reading.id,
    items: toDiagnostics(document, reading, context.client),
  };
}

/**
 * Publishes the diagnostics of each document when it is opened and when typing in it pauses, and takes them away when
 * it is closed. For clients that do not pull.
 * @returns what publishes those of all open documents again.
 */
export function pushDiagnostics(context: DiagnosticsContext): () => void {
  const { connection, runtime, client, documents, settings } = context;
  const waiting = new Map<string, Disposable>();

  async function publish(uri: string): Promise<void> {
    try {
      const present = await settings.get();
      // Read after the wait and sent without another, so that text, version and diagnostics belong together.
      const document = documents.open.get(uri);
      if (document === undefined) return;
      const diagnostics = toDiagnostics(document, documents.read(document, present), client);
      await connection.sendDiagnostics({ uri, version: document.version, diagnostics });
    } catch (error) {
      connection.console.error(`Publishing diagnostics failed for ${uri}: ${describeError(error)}`);
    }
  }

  function publishAfter(uri: string, milliseconds: number): void {
    waiting.get(uri)?.dispose();
    const task = () => {
      waiting.delete(uri);
      void publish(uri);
    };
    waiting.set(uri, runtime.schedule(task, milliseconds));
  }

  const opening = new Set<string>();
  documents.open.onDidOpen(({ document }) => opening.add(document.uri));
  documents.open.onDidChangeContent(({ document }) => {
    // The first change is the opening itself, and nobody is typing then.
    publishAfter(document.uri, opening.delete(document.uri) ? 0 : PUSH_DELAY_MS);
  });
  documents.open.onDidClose(({ document }) => {
    waiting.get(document.uri)?.dispose();
    waiting.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  return () => {
    for (const uri of documents.open.keys()) publishAfter(uri, 0);
  };
}

function toDiagnostics(document: TextDocument, reading: Reading, client: ClientFeatures): Diagnostic[] {
  return (reading.analysis?.findings ?? []).map((finding) => toDiagnostic(document, finding, client));
}
