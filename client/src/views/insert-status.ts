import { type DocumentSelector, languages, TextEdit, type TextEditor } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type InsertStatusParams, insertStatusRequest, type LspTextEdit } from '../../../server/src/lsp/protocol.ts';

/** Writes a status at the cursor as the file writes statuses, or as a number where the server does not know the file. */
export async function insertStatus(
  client: BaseLanguageClient,
  selector: DocumentSelector,
  editor: TextEditor,
  code: number,
): Promise<void> {
  const isKnown = languages.match(selector, editor.document) > 0;
  const answered = isKnown ? await askForEdits(client, editor, code).catch(() => []) : [];
  const edits = answered.length > 0 ? answered : [TextEdit.replace(editor.selection, String(code))];
  await editor.edit((edit) => {
    for (const { range, newText } of edits) edit.replace(range, newText);
  });
}

async function askForEdits(client: BaseLanguageClient, editor: TextEditor, code: number): Promise<readonly TextEdit[]> {
  const { code2ProtocolConverter: toProtocol, protocol2CodeConverter: fromProtocol } = client;
  const params: InsertStatusParams = {
    textDocument: toProtocol.asTextDocumentIdentifier(editor.document),
    range: toProtocol.asRange(editor.selection),
    code,
  };
  return fromProtocol.asTextEdits(await client.sendRequest<LspTextEdit[]>(insertStatusRequest, params));
}
