import { Emitter, type Event, type MessageConnection } from 'vscode-jsonrpc';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { didChange, didClose, didOpen } from './messages.ts';

/** The documents that are open in the editor, as it has them. */
export interface Documents {
  find(uri: string): TextDocument | undefined;
  all(): readonly TextDocument[];
  readonly onDidOpen: Event<TextDocument>;
  readonly onDidChange: Event<TextDocument>;
  readonly onDidClose: Event<TextDocument>;
}

/** Follows the client's notifications about documents from now on. */
export function followDocuments(connection: MessageConnection): Documents {
  const open = new Map<string, TextDocument>();
  const opened = new Emitter<TextDocument>();
  const changed = new Emitter<TextDocument>();
  const closed = new Emitter<TextDocument>();

  connection.onNotification(didOpen, ({ textDocument: { uri, languageId, version, text } }) => {
    const document = TextDocument.create(uri, languageId, version, text);
    open.set(uri, document);
    opened.fire(document);
  });
  connection.onNotification(didChange, ({ textDocument: { uri, version }, contentChanges }) => {
    const document = open.get(uri);
    if (document === undefined) return;
    TextDocument.update(document, contentChanges, version);
    changed.fire(document);
  });
  connection.onNotification(didClose, ({ textDocument: { uri } }) => {
    const document = open.get(uri);
    if (document === undefined) return;
    open.delete(uri);
    closed.fire(document);
  });

  return {
    find: (uri) => open.get(uri),
    all: () => [...open.values()],
    onDidOpen: opened.event,
    onDidChange: changed.event,
    onDidClose: closed.event,
  };
}
