import { NotificationType, NotificationType0, RequestType, RequestType0 } from 'vscode-jsonrpc';
import type {
  CodeAction,
  CodeActionParams,
  CompletionItem,
  CompletionList,
  CompletionParams,
  ConfigurationParams,
  DefinitionParams,
  DiagnosticServerCancellationData,
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  DocumentHighlight,
  DocumentHighlightParams,
  Hover,
  HoverParams,
  InitializedParams,
  InitializeParams,
  InitializeResult,
  Location,
  LogMessageParams,
  PublishDiagnosticsParams,
  RegistrationParams,
  ShowMessageParams,
  SymbolInformation,
  TextDocumentIdentifier,
  TextEdit,
  WorkspaceSymbolParams,
} from 'vscode-languageserver-protocol';
import type { ExerciseQuestion, FoundStatus } from '../engine/index.ts';
import {
  exerciseRequest,
  type InsertStatusParams,
  insertStatusRequest,
  lookUpRequest,
  type StatusPlaceRange,
  statusPageRequest,
  statusPlacesRequest,
} from './protocol.ts';

// The messages of the LSP that this server knows. Only the types of the protocol library are used: loading all of it
// would take longer than starting the rest of the server.

export const initialize = new RequestType<InitializeParams, InitializeResult, void>('initialize');
export const initialized = new NotificationType<InitializedParams>('initialized');
export const shutdown = new RequestType0<null, void>('shutdown');
export const exit = new NotificationType0('exit');

export const didChangeWatchedFiles = new NotificationType<DidChangeWatchedFilesParams>(
  'workspace/didChangeWatchedFiles',
);
/** The LSP's number for a file that is gone. */
export const fileChangeTypes = { deleted: 3 } as const;

export const didOpen = new NotificationType<DidOpenTextDocumentParams>('textDocument/didOpen');
export const didChange = new NotificationType<DidChangeTextDocumentParams>('textDocument/didChange');
export const didClose = new NotificationType<DidCloseTextDocumentParams>('textDocument/didClose');

export const pullDiagnostics = new RequestType<
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  DiagnosticServerCancellationData
>('textDocument/diagnostic');
export const refreshDiagnostics = new RequestType0<null, void>('workspace/diagnostic/refresh');
export const publishDiagnostics = new NotificationType<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
export const hover = new RequestType<HoverParams, Hover | null, void>('textDocument/hover');
export const definition = new RequestType<DefinitionParams, Location | null, void>('textDocument/definition');
export const workspaceSymbol = new RequestType<WorkspaceSymbolParams, SymbolInformation[], void>('workspace/symbol');
export const documentHighlight = new RequestType<DocumentHighlightParams, DocumentHighlight[] | null, void>(
  'textDocument/documentHighlight',
);
export const completion = new RequestType<CompletionParams, CompletionList | null, void>('textDocument/completion');
export const resolveCompletion = new RequestType<CompletionItem, CompletionItem, void>('completionItem/resolve');
export const codeAction = new RequestType<CodeActionParams, CodeAction[], void>('textDocument/codeAction');

export const configuration = new RequestType<ConfigurationParams, unknown[], void>('workspace/configuration');
export const didChangeConfiguration = new NotificationType<DidChangeConfigurationParams>(
  'workspace/didChangeConfiguration',
);
export const didChangeWorkspaceFolders = new NotificationType<DidChangeWorkspaceFoldersParams>(
  'workspace/didChangeWorkspaceFolders',
);
export const registerCapability = new RequestType<RegistrationParams, null, void>('client/registerCapability');

export const showMessage = new NotificationType<ShowMessageParams>('window/showMessage');
export const logMessage = new NotificationType<LogMessageParams>('window/logMessage');

/** The page of docs/ with this path as Markdown, or null if there is none. */
export const statusPage = new RequestType<{ readonly path: string }, string | null, void>(statusPageRequest);
export const lookUp = new RequestType<{ readonly query: string }, FoundStatus[], void>(lookUpRequest);
/** Questions that follow from the seed alone. */
export const exercise = new RequestType<{ readonly seed: number }, ExerciseQuestion[], void>(exerciseRequest);
/** The places of a document that write statuses, or none if the document is not known. */
export const statusPlaces = new RequestType<
  { readonly textDocument: TextDocumentIdentifier },
  StatusPlaceRange[],
  void
>(statusPlacesRequest);
/** The edits that write a status at a place, or none if the document is not known. */
export const insertStatus = new RequestType<InsertStatusParams, TextEdit[], void>(insertStatusRequest);

/** The LSP's error codes, beside those of JSON-RPC, by what they tell the client. */
export const errorCodes = { requestCancelled: -32800, contentModified: -32801, serverCancelled: -32802 } as const;

/** The LSP's numbers for the kinds of messages that a person sees. */
export const messageTypes = { error: 1, warning: 2, info: 3 } as const;
