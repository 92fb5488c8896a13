import {
  type CodeAction,
  type CodeActionContext,
  CodeActionRequest,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
  DefinitionRequest,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  type Hover,
  HoverRequest,
  type Location,
  type Position,
  type ProtocolConnection,
  type Range,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** An open document, as a test talks about it. `at` is the cursor unless given. */
export interface OpenDocument {
  readonly uri: string;
  readonly text: string;
  readonly version: number;
  hover(at?: Position): Promise<Hover | null>;
  pull(previousResultId?: string): Promise<DocumentDiagnosticReport>;
  /** The items of a full report; throws on one that says `unchanged`. */
  diagnostics(): Promise<readonly Diagnostic[]>;
  /** Where what stands at the cursor is defined. */
  definition(): Promise<readonly Location[]>;
  /** What belongs to what stands at the cursor; null where the language may say so itself. */
  highlights(): Promise<readonly Range[] | null>;
  /** The list at the cursor, asked for by a person or by the character before it. */
  complete(typed?: string): Promise<CompletionList | null>;
  resolve(item: CompletionItem): Promise<CompletionItem>;
  codeActions(at?: Range, context?: Partial<CodeActionContext>): Promise<readonly CodeAction[]>;
  /** Replaces the only occurrence of `before` by an incremental change. */
  change(before: string, after: string): Promise<void>;
  replaceAll(text: string): Promise<void>;
  close(): Promise<void>;
  /** The text that the edit of an action gives. */
  apply(action: CodeAction): string;
  /** The text after an entry of a list was taken. */
  take(item: CompletionItem): string;
}

/** What a document is opened with. */
export interface DocumentStart {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  /** The offset of the cursor. */
  readonly cursor?: number;
}

/** Takes the first `|` out of a text: it is the cursor. */
export function readCursor(marked: string): Pick<DocumentStart, 'text' | 'cursor'> {
  const cursor = marked.indexOf('|');
  return cursor === -1 ? { text: marked } : { text: marked.slice(0, cursor) + marked.slice(cursor + 1), cursor };
}

/** Tells the server that a document is open. */
export async function openDocument(
  connection: ProtocolConnection,
  { uri, languageId, text, cursor }: DocumentStart,
): Promise<OpenDocument> {
  const document = TextDocument.create(uri, languageId, 1, text);
  const textDocument = { uri };
  const whole: Range = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };

  const getCursor = (): Position => {
    if (cursor === undefined) throw new Error('The text has no | for a cursor');
    return document.positionAt(cursor);
  };
  const pull = (previousResultId?: string) =>
    connection.sendRequest(
      DocumentDiagnosticRequest.type,
      previousResultId === undefined ? { textDocument } : { textDocument, previousResultId },
    );
  const sendChanges = async (contentChanges: TextDocumentContentChangeEvent[]) => {
    TextDocument.update(document, contentChanges, document.version + 1);
    const { version } = document;
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  };

  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId, version: 1, text },
  });
  return {
    uri,
    get text() {
      return document.getText();
    },
    get version() {
      return document.version;
    },
    hover: (at = getCursor()) => connection.sendRequest(HoverRequest.type, { textDocument, position: at }),
    pull,
    async diagnostics() {
      const report = await pull();
      if (report.kind !== 'full') throw new Error(`A full report was expected, not "${report.kind}"`);
      return report.items;
    },
    definition: async () => {
      const params = { textDocument, position: getCursor() };
      const answer = (await connection.sendRequest(DefinitionRequest.type, params)) ?? [];
      return (Array.isArray(answer) ? answer : [answer]).filter((one): one is Location => 'uri' in one);
    },
    highlights: async () => {
      const params = { textDocument, position: getCursor() };
      const found = await connection.sendRequest(DocumentHighlightRequest.type, params);
      return found?.map(({ range }) => range) ?? null;
    },
    complete: async (typed) => {
      const context: CompletionContext =
        typed === undefined
          ? { triggerKind: CompletionTriggerKind.Invoked }
          : { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: typed };
      const params = { textDocument, position: getCursor(), context };
      const answer = await connection.sendRequest(CompletionRequest.type, params);
      return Array.isArray(answer) ? { isIncomplete: false, items: answer } : answer;
    },
    resolve: (item) => connection.sendRequest(CompletionResolveRequest.type, item),
    async codeActions(at, context = {}) {
      const range = at ?? (cursor === undefined ? whole : { start: getCursor(), end: getCursor() });
      const params = { textDocument, range, context: { diagnostics: [], ...context } };
      const answer = (await connection.sendRequest(CodeActionRequest.type, params)) ?? [];
      return answer.filter(
        (action): action is CodeAction => !('command' in action && typeof action.command === 'string'),
      );
    },
    async change(before, after) {
      const parts = document.getText().split(before);
      const start = parts[0]?.length ?? 0;
      if (parts.length !== 2) throw new Error(`"${before}" is there ${parts.length - 1} times`);
      const range = { start: document.positionAt(start), end: document.positionAt(start + before.length) };
      await sendChanges([{ range, text: after }]);
    },
    replaceAll: (replacement) => sendChanges([{ text: replacement }]),
    close: () => connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument }),
    take: ({ textEdit, additionalTextEdits = [] }) => {
      if (textEdit === undefined || !('range' in textEdit)) throw new Error('The entry replaces no range');
      return TextDocument.applyEdits(document, [textEdit, ...additionalTextEdits]);
    },
    apply: (action) => TextDocument.applyEdits(document, getEdits(action, uri, document.version)),
  };
}

/** The edits of an action, which must be of this document and, if they name a version, of this one. */
function getEdits({ title, edit }: CodeAction, uri: string, version: number) {
  const [change] = edit?.documentChanges ?? [];
  if (change !== undefined && 'edits' in change) {
    if (change.textDocument.uri !== uri || change.textDocument.version !== version) {
      throw new Error(`"${title}" edits ${JSON.stringify(change.textDocument)}`);
    }
    return change.edits.filter((one) => 'newText' in one);
  }
  const edits = edit?.changes?.[uri];
  if (edits === undefined) throw new Error(`"${title}" edits nothing`);
  return edits;
}
