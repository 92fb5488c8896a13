import type { Disposable, MessageConnection } from 'vscode-jsonrpc';
import type { Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Documents } from './documents.ts';
import { describeError } from './guard.ts';
import type { LiveSettings } from './live-settings.ts';
import type { Log } from './log.ts';
import { publishDiagnostics, refreshDiagnostics } from './messages.ts';
import { type ClientFeatures, PUSH_DELAY_MS } from './protocol.ts';
import type { ReadDocument, Reading } from './readings.ts';
import type { Runtime } from './runtime.ts';
import { toDiagnostic } from './to-lsp.ts';

/** What both ways to diagnostics need. */
export interface DiagnosticsContext {
  readonly connection: MessageConnection;
  readonly log: Log;
  readonly runtime: Runtime;
  readonly client: ClientFeatures;
  readonly documents: Documents;
  readonly read: ReadDocument;
  readonly settings: LiveSettings;
}

/** An empty report, which takes away what the client shows. */
export const noDiagnostics: DocumentDiagnosticReport = { kind: 'full', items: [] };

/** Answers a pull for diagnostics; `unchanged` if the client holds the present ones already. */
export async function answerPull(
  context: DiagnosticsContext,
  params: DocumentDiagnosticParams,
): Promise<DocumentDiagnosticReport> {
  const { uri } = params.textDocument;
  const settings = await context.settings.get(uri);
  const document = context.documents.find(uri);
  if (document === undefined) return noDiagnostics;
  const reading = context.read(document, settings);
  if (reading.id === params.previousResultId) {
    return { kind: 'unchanged', resultId: reading.id };
  }
  return {
    kind: 'full',
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
  const { connection, log, runtime, client, documents, read, settings } = context;
  const waiting = new Map<string, Disposable>();

  async function publish(uri: string): Promise<void> {
    try {
      const present = await settings.get(uri);
      // Read after the wait and sent without another, so that text, version and diagnostics belong together.
      const document = documents.find(uri);
      if (document === undefined) return;
      const diagnostics = toDiagnostics(document, read(document, present), client);
      await connection.sendNotification(publishDiagnostics, { uri, version: document.version, diagnostics });
    } catch (error) {
      log.error(`Publishing diagnostics failed for ${uri}: ${describeError(error)}`);
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

  documents.onDidOpen(({ uri }) => publishAfter(uri, 0));
  documents.onDidChange(({ uri }) => publishAfter(uri, PUSH_DELAY_MS));
  documents.onDidClose(({ uri }) => {
    waiting.get(uri)?.dispose();
    waiting.delete(uri);
    void connection.sendNotification(publishDiagnostics, { uri, diagnostics: [] });
  });
  return () => {
    for (const { uri } of documents.all()) publishAfter(uri, 0);
  };
}

/** Asks the client to pull the diagnostics of all open documents again, if it understands that. */
export function askForPulls({ connection, log, client }: DiagnosticsContext): void {
  if (!client.refreshesDiagnostics) return;
  connection.sendRequest(refreshDiagnostics).catch((error: unknown) => {
    log.warn(`The client did not refresh its diagnostics: ${describeError(error)}`);
  });
}

function toDiagnostics(document: TextDocument, reading: Reading, client: ClientFeatures): Diagnostic[] {
  return (reading.analysis?.findings ?? []).map((finding) => toDiagnostic(document, finding, client));
}
