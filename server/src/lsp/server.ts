import { type MessageConnection, ResponseError } from 'vscode-jsonrpc';
import type {
  CodeAction,
  CodeActionParams,
  DefinitionParams,
  DocumentHighlight,
  DocumentHighlightParams,
  Hover,
  HoverParams,
  InitializeResult,
  Location,
} from 'vscode-languageserver-protocol';
import { createProject, findDefinition, findHighlights, findHover, findRouteHover } from '../engine/index.ts';
import { answerCodeActions, type ReadCode } from './code-actions.ts';
import { answerCompletions, TRIGGER_CHARACTERS } from './completions.ts';
import { toLocation } from './definition.ts';
import { answerPull, askForPulls, type DiagnosticsContext, noDiagnostics, pushDiagnostics } from './diagnostics.ts';
import { followDocuments } from './documents.ts';
import { toOffset } from './from-lsp.ts';
import { type DocumentRequest, guard, type Handler } from './guard.ts';
import { indexWorkspace } from './indexing.ts';
import { endWithClient } from './lifecycle.ts';
import { followSettings } from './live-settings.ts';
import { createLog } from './log.ts';
import {
  codeAction,
  definition,
  documentHighlight,
  errorCodes,
  hover,
  initialize,
  pullDiagnostics,
} from './messages.ts';
import { layDocumentsOver } from './project-files.ts';
import { type ClientFeatures, FIX_ALL, QUICK_FIX, readClientFeatures } from './protocol.ts';
import { createReader } from './readings.ts';
import { answerRoutes } from './routes.ts';
import type { Runtime } from './runtime.ts';
import { followSession } from './session.ts';
import { toHover } from './to-hover.ts';
import { toRange } from './to-lsp.ts';
import { answerViews } from './views.ts';

/** Serves a connection until it ends, and starts listening to it. Holds no state outside of this call. */
export function createServer(connection: MessageConnection, runtime: Runtime): void {
  connection.onRequest(initialize, (params) => {
    const client = readClientFeatures(params);
    endWithClient(connection, runtime, params.processId);
    serve(connection, runtime, client);
    return describeServer(client);
  });
  connection.listen();
}

function describeServer(client: ClientFeatures): InitializeResult {
  return {
    serverInfo: { name: 'Status Lens' },
    capabilities: {
      positionEncoding: 'utf-16',
      // 2 is the LSP's number for incremental changes.
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      definitionProvider: true,
      // Null leaves a place to the language's own highlights: an editor asks on until somebody answers.
      documentHighlightProvider: true,
      workspaceSymbolProvider: true,
      completionProvider: { triggerCharacters: [...TRIGGER_CHARACTERS], resolveProvider: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(client.takesCodeActions && { codeActionProvider: { codeActionKinds: [QUICK_FIX, FIX_ALL] } }),
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
      }),
    },
  };
}

/** Registers every handler for a client that is known by now. */
function serve(connection: MessageConnection, runtime: Runtime, client: ClientFeatures): void {
  const log = createLog(connection);
  const documents = followDocuments(connection);
  const files = layDocumentsOver(runtime.disk, documents);
  const project = createProject(files);
  // A file that comes or goes may change where an import leads.
  documents.onDidOpen(() => project.refresh());
  documents.onDidClose(() => project.refresh());
  const read = createReader(log, runtime, project);
  const session = followSession(connection, client.folders);
  const settings = followSettings({ connection, log, runtime, client, session }, () => refresh());
  const context: DiagnosticsContext = { connection, log, runtime, client, documents, read, settings };
  const refresh = client.pullsDiagnostics ? () => askForPulls(context) : pushDiagnostics(context);
  indexWorkspace({ connection, log, runtime, client, documents, project, session }, refresh);
  const guarding = { runtime, log, findVersion: (uri: string) => documents.find(uri)?.version };

  async function findAnalysis(uri: string): Promise<ReadCode | undefined> {
    const present = await settings.get(uri);
    const document = documents.find(uri);
    const analysis = document && read(document, present).analysis;
    return document && analysis && { document, analysis, policy: present.engine.policy };
  }

  answerCompletions({ connection, documents, project, settings, client, guarding });
  answerRoutes({ connection, log, files, project, session });
  answerViews({ connection, guarding, findAnalysis, project });
  connection.onRequest(
    pullDiagnostics,
    guard(guarding, {
      name: 'Diagnostics',
      fallback: noDiagnostics,
      stale: () => new ResponseError(errorCodes.serverCancelled, CHANGED, { retriggerRequest: true }),
      answer: (params) => answerPull(context, params),
    }),
  );

  /** Answers a request about an open document from what was read in it; with `fallback` where nothing was. */
  const about = <P extends DocumentRequest, R>(
    name: string,
    fallback: R,
    answer: (found: ReadCode, params: P) => R,
  ): Handler<P, R, void> =>
    guard(guarding, {
      name,
      fallback,
      stale: () => new ResponseError<void>(errorCodes.contentModified, CHANGED),
      answer: async (params) => {
        const found = await findAnalysis(params.textDocument.uri);
        return found === undefined ? fallback : answer(found, params);
      },
    });
  const showHover = about<HoverParams, Hover | null>('Hover', null, ({ document, analysis, policy }, { position }) => {
    const offset = toOffset(document, position);
    const explained = findHover(analysis, project, offset, policy) ?? findRouteHover(analysis, project, offset);
    return explained === undefined ? null : toHover(document, explained, client);
  });
  const showDefinition = about<DefinitionParams, Location | null>(
    'Definition',
    null,
    ({ document, analysis }, { position }) => {
      const code = findDefinition(analysis, project, toOffset(document, position));
      return (code && toLocation(document, code, files)) ?? null;
    },
  );
  const showHighlights = about<DocumentHighlightParams, DocumentHighlight[] | null>(
    'Highlights',
    null,
    ({ document, analysis }, { position }) => {
      const spans = findHighlights(analysis, project, toOffset(document, position));
      return spans?.map((span) => ({ range: toRange(document, span) })) ?? null;
    },
  );
  connection.onRequest(hover, showHover);
  connection.onRequest(definition, showDefinition);
  connection.onRequest(documentHighlight, showHighlights);
  connection.onRequest(
    codeAction,
    about<CodeActionParams, CodeAction[]>('Code actions', [], (found, params) =>
      answerCodeActions(found, params, client),
    ),
  );
}

const CHANGED = 'The document changed meanwhile';
