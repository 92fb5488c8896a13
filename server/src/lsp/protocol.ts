import type { InitializeParams, Range, TextDocumentIdentifier, TextEdit } from 'vscode-languageserver-protocol';
import type { StatusPlace } from '../engine/index.ts';

/** The section of the settings, and the prefix of the commands. */
export const SECTION = 'statusLens';

/** Shown next to each diagnostic. */
export const SOURCE = 'Status Lens';

/** The docs page of a rule is this followed by `<rule id>.md`. */
export const RULE_PAGES = 'https://github.com/status-lens/status-lens/blob/main/docs/rules/';

/** The LSP's number for the tag of code that an editor fades. */
export const UNNECESSARY = 1;

/** The kind of what is offered at a finding: all of it answers to the quick-fix key. */
export const QUICK_FIX = 'quickfix';

/** The kind of the one action that applies every safe repair of a file, which editors can run on saving. */
export const FIX_ALL = 'source.fixAll.statusLens';

/** The longest text that is analysed, in UTF-16 code units. Nobody writes longer handlers by hand. */
export const LONGEST_TEXT = 2 * 1024 * 1024;

/** How long a client without pull diagnostics must stop typing before its diagnostics are computed. */
export const PUSH_DELAY_MS = 200;

/** How long a request waits for a client's first answer about the settings before it goes on with the defaults. */
export const SETTINGS_PATIENCE_MS = 2000;

/** The first message to a server in a web worker, which cannot know by itself where the engine's file is. */
export interface WorkerStart {
  readonly engine: string;
}

/** The requests of the client's own views, beside those of the LSP. */
export const statusPageRequest = 'statusLens/statusPage';
export const lookUpRequest = 'statusLens/lookUp';
export const insertStatusRequest = 'statusLens/insertStatus';
export const statusPlacesRequest = 'statusLens/statusPlaces';
export const exerciseRequest = 'statusLens/exercise';

/** An edit as the LSP has it, beside that of VS Code. */
export type { TextEdit as LspTextEdit } from 'vscode-languageserver-protocol';
/** What the look-up lists and the exercise asks. */
export type { ExerciseQuestion, FoundStatus } from '../engine/index.ts';

/** A place that writes a status. */
export interface StatusPlaceRange {
  readonly range: Range;
  readonly class: StatusPlace['class'];
}

/** Where a status is wanted: at a cursor, or in place of what is selected. */
export interface InsertStatusParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly range: Range;
  readonly code: number;
}

/** The command that applies the edits of a hover's button; its arguments are `ApplyEditsArguments`. */
export const APPLY_EDITS = 'statusLens.applyEdits';

/** The command that shows the page of a rule; its argument is the id. */
export const EXPLAIN_RULE = 'statusLens.explainRule';

/** The command that shows the page of a status code; its argument is the code. */
export const SHOW_STATUS_CODE = 'statusLens.showStatusCode';

/** Edits of one document as the client had it at `version`. */
export type ApplyEditsArguments = readonly [
  { readonly uri: string; readonly version: number; readonly edits: readonly TextEdit[] },
];

/** What a client may send as `initializationOptions`; every property may be absent. */
export interface InitializationOptions {
  /** True if the client runs `command:` links in a hover. */
  readonly commands?: boolean;
  /** The settings, for a client that cannot be asked for them. */
  readonly settings?: unknown;
  /** The path of a folder in which the server may keep what it learned of the workspace for its next start. */
  readonly storage?: string;
}

/** What one client can do, as far as an answer depends on it. */
export interface ClientFeatures {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly answersSettings: boolean;
  readonly registersSettings: boolean;
  readonly takesCodeActions: boolean;
  readonly takesVersionedEdits: boolean;
  readonly showsMarkdown: boolean;
  readonly showsRelatedPlaces: boolean;
  readonly showsRuleLinks: boolean;
  readonly showsUnnecessary: boolean;
  readonly takesSnippets: boolean;
  readonly showsLabelDetails: boolean;
  readonly showsMarkdownInLists: boolean;
  readonly runsCommands: boolean;
  readonly registersWatchers: boolean;
  readonly storage: string | undefined;
  readonly initialSettings: unknown;
  /** The URIs of the workspace's folders at the start. */
  readonly folders: readonly string[];
}

/** Reads what the client says of itself. What it does not name, it cannot do. */
export function readClientFeatures(params: InitializeParams): ClientFeatures {
  const { workspace, textDocument } = params.capabilities;
  const options = readInitializationOptions(params.initializationOptions);
  const shown = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  const entries = textDocument?.completion?.completionItem;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    answersSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    takesCodeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    takesVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    showsMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    showsRelatedPlaces: shown.relatedInformation === true,
    showsRuleLinks: shown.codeDescriptionSupport === true,
    showsUnnecessary: shown.tagSupport?.valueSet.includes(UNNECESSARY) === true,
    takesSnippets: entries?.snippetSupport === true,
    showsLabelDetails: entries?.labelDetailsSupport === true,
    showsMarkdownInLists: entries?.documentationFormat?.includes('markdown') === true,
    runsCommands: options.commands === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    storage: typeof options.storage === 'string' ? options.storage : undefined,
    initialSettings: options.settings,
    folders: (params.workspaceFolders ?? []).map(({ uri }) => uri),
  };
}

function readInitializationOptions(raw: unknown): InitializationOptions {
  return typeof raw === 'object' && raw !== null ? raw : {};
}
