import { commands, type Disposable, Range, Uri, WorkspaceEdit, workspace } from 'vscode';
import type { ApplyEditsArguments } from '../../../server/src/lsp/protocol.ts';

/** Registers the command behind a hover's button: it changes the document, unless that was changed meanwhile. */
export function registerApplyEdits(): Disposable {
  return commands.registerCommand('statusLens.applyEdits', async (...[change]: ApplyEditsArguments) => {
    const uri = Uri.parse(change.uri);
    const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (document?.version !== change.version) return;
    const edit = new WorkspaceEdit();
    for (const { range, newText } of change.edits) {
      const { start, end } = range;
      edit.replace(uri, new Range(start.line, start.character, end.line, end.character), newText);
    }
    await workspace.applyEdit(edit);
  });
}
