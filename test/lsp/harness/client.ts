import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createMessageConnection,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type LogMessageParams,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  RegistrationRequest,
  ShowMessageNotification,
  type ShowMessageParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { ProjectHost } from '../../../server/src/engine/index.ts';
import { createServer } from '../../../server/src/lsp/server.ts';
import { type OpenDocument, openDocument, readCursor } from './document.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { createManualRuntime, type ManualRuntime } from './manual-runtime.ts';

/** What a test says of its client. */
export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Answers a question for the settings; a promise may make the server wait. */
  readonly settings?: (scopeUri: string | undefined) => unknown;
  readonly folders?: readonly string[];
  /** The files around the open documents; none unless given. */
  readonly disk?: ProjectHost;
  /** What earlier sessions left, by name; a test sees what this one leaves. */
  readonly stored?: Map<string, string>;
}

/** A client of a server that runs, with all that the server sent. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly server: InitializeResult;
  readonly published: Inbox<PublishDiagnosticsParams>;
  readonly shown: Inbox<ShowMessageParams>;
  readonly logged: Inbox<LogMessageParams>;
  readonly refreshes: Inbox<undefined>;
  readonly registrations: Inbox<RegistrationParams>;
  /** Opens a TypeScript file whose cursor is a `|` in the text, if it has one. */
  open(marked: string, uri?: string): Promise<OpenDocument>;
  /** Opens a document as it is, every `|` included. */
  openPlain(text: string, uri?: string, languageId?: string): Promise<OpenDocument>;
  changeSettings(settings: unknown): Promise<void>;
  stop(): Promise<void>;
}

const APP = 'file:///project/app.ts';

/** What VS Code says of itself, as far as the server asks. */
export const LIKE_VS_CODE: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
      },
    },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

/** An editor that cannot pull diagnostics and cannot be asked for settings. */
export const LIKE_A_SMALL_EDITOR: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {},
    hover: { contentFormat: ['plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

/** Starts a server in this process and connects to it by two streams of real messages. */
export async function startInProcess(options: ClientOptions = {}): Promise<TestClient & { runtime: ManualRuntime }> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const runtime = createManualRuntime(options.disk, options.stored);
  createServer(createMessageConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), runtime);
  const client = await connect(new StreamMessageReader(toClient), new StreamMessageWriter(toServer), options);
  return { ...client, runtime };
}

/** Does the handshake with a server and collects what it sends. */
export async function connect(
  reader: MessageReader,
  writer: MessageWriter,
  { capabilities = LIKE_VS_CODE, initializationOptions, settings = () => null, folders = [] }: ClientOptions = {},
): Promise<TestClient> {
  const connection = createProtocolConnection(reader, writer);
  const published = createInbox<PublishDiagnosticsParams>();
  const shown = createInbox<ShowMessageParams>();
  const logged = createInbox<LogMessageParams>();
  const refreshes = createInbox<undefined>();
  const registrations = createInbox<RegistrationParams>();
  connection.onNotification(PublishDiagnosticsNotification.type, published.add);
  connection.onNotification(ShowMessageNotification.type, shown.add);
  connection.onNotification(LogMessageNotification.type, logged.add);
  connection.onRequest(DiagnosticRefreshRequest.type, () => refreshes.add(undefined));
  connection.onRequest(RegistrationRequest.type, registrations.add);
  connection.onRequest(ConfigurationRequest.type, async ({ items }) =>
    Promise.all(items.map(({ scopeUri }) => settings(scopeUri))),
  );
  connection.listen();
  // Without the id of a process the server does not watch for the end of this one.
  const params = {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions,
    workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
  };
  const server = await connection.sendRequest(InitializeRequest.type, params);
  await connection.sendNotification(InitializedNotification.type, {});
  return {
    connection,
    server,
    published,
    shown,
    logged,
    refreshes,
    registrations,
    open: (marked, uri = APP) => openDocument(connection, { uri, languageId: 'typescript', ...readCursor(marked) }),
    openPlain: (text, uri = APP, languageId = 'typescript') => openDocument(connection, { uri, languageId, text }),
    changeSettings: (changed) =>
      connection.sendNotification(DidChangeConfigurationNotification.type, { settings: changed }),
    async stop() {
      await connection.sendRequest(ShutdownRequest.type);
      connection.dispose();
    },
  };
}
