import {
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  type DiagnosticServerCancellationData,
  type InitializeResult,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { findHover, getCodeActions } from '../engine/index.ts';
import { type DiagnosticsContext, noDiagnostics, pullDiagnostics, pushDiagnostics } from './diagnostics.ts';
import { createDocuments } from './documents.ts';
import { toOffset, toSpan } from './from-lsp.ts';
import { type GuardContext, guard } from './guard.ts';
import { followSettings } from './live-settings.ts';
import { type ClientFeatures, readClientFeatures } from './protocol.ts';
import type { Runtime } from './runtime.ts';
import { toCodeAction, toHover } from './to-lsp.ts';

/** Serves a connection until it ends, and starts listening to it. Holds no state outside of this call. */
export function createServer(connection: Connection, runtime: Runtime): void {
  connection.onInitialize((params) => {
    const client = readClientFeatures(params);
    serve(connection, runtime, client);
    return describeServer(client);
  });
  connection.listen();
}

function describeServer(client: ClientFeatures): InitializeResult {
  return {
    serverInfo: { name: 'Status Lens' },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      hoverProvider: true,
      ...(client.takesCodeActions && { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } }),
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      }),
    },
  };
}

/** Registers every handler for a client that is known by now. */
function serve(connection: Connection, runtime: Runtime, client: ClientFeatures): void {
  const documents = createDocuments(connection.console, runtime);
  const settings = followSettings(connection, runtime, client, () => refresh());
  const context: DiagnosticsContext = { connection, runtime, client, documents, settings };
  const refresh = client.pullsDiagnostics ? () => askForPulls(context) : pushDiagnostics(context);
  const guarding: GuardContext = {
    runtime,
    logError: (message) => connection.console.error(message),
    findVersion: (uri) => documents.open.get(uri)?.version,
  };
  const contentModified = () =>
    new ResponseError<void>(LSPErrorCodes.ContentModified, 'The document changed meanwhile');

  async function findReading(uri: string) {
    const present = await settings.get();
    const document = documents.open.get(uri);
    const analysis = document && documents.read(document, present).analysis;
    return document && analysis && { document, analysis };
  }

  connection.languages.diagnostics.on(
    guard(guarding, {
      name: 'Diagnostics',
      fallback: noDiagnostics,
      stale: () => {
        const data: DiagnosticServerCancellationData = { retriggerRequest: true };
        return new ResponseError(LSPErrorCodes.ServerCancelled, 'The document changed meanwhile', data);
      },
      answer: (params) => pullDiagnostics(context, params),
    }),
  );
  connection.onHover(
    guard(guarding, {
      name: 'Hover',
      fallback: null,
      stale: contentModified,
      answer: async ({ textDocument, position }) => {
        const reading = await findReading(textDocument.uri);
        if (reading === undefined) return null;
        const { document, analysis } = reading;
        const hover = findHover(analysis, toOffset(document, position), { commands: client.runsCommands });
        return hover === undefined ? null : toHover(document, hover, client);
      },
    }),
  );
  connection.onCodeAction(
    guard(guarding, {
      name: 'Code actions',
      fallback: [],
      stale: contentModified,
      answer: async (params) => {
        const reading = await findReading(params.textDocument.uri);
        if (reading === undefined || !wantsQuickFixes(params)) return [];
        const { document, analysis } = reading;
        return getCodeActions(analysis, toSpan(document, params.range)).map((action) =>
          toCodeAction(document, action, client),
        );
      },
    }),
  );
  documents.open.listen(connection);
}

/** True if quick fixes are among the kinds that the client asks for; a kind stands for all below it. */
function wantsQuickFixes({ context: { only } }: CodeActionParams): boolean {
  return only === undefined || only.some((kind) => kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix);
}

/** Asks the client to pull the diagnostics of all open documents again. */
function askForPulls({ connection, client }: DiagnosticsContext): void {
  if (!client.refreshesDiagnostics) return;
  connection.languages.diagnostics.refresh().catch((error: unknown) => {
    connection.console.warn(`The client did not refresh its diagnostics: ${String(error)}`);
  });
}
