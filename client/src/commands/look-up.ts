import { commands, type Disposable, type DocumentSelector, type TextEditor, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FoundStatus } from '../../../server/src/lsp/protocol.ts';
import { insertStatus } from '../views/insert-status.ts';
import { pickStatusCode } from '../views/look-up.ts';
import { showStatusPage } from '../views/pages.ts';

/** Registers the command that finds a status code by number, name, meaning or situation. */
export function registerLookUp(client: BaseLanguageClient, selector: DocumentSelector): Disposable {
  return commands.registerCommand('statusLens.lookUp', async () => {
    // The list takes the focus, and with it what is active.
    const editor = window.activeTextEditor;
    const found = await pickStatusCode(client);
    if (found === undefined) return;
    const action = editor === undefined ? 'show' : await pickAction(found, editor);
    if (action === 'show') await showStatusPage(found.code);
    else if (action === 'insert' && editor !== undefined) await insertStatus(client, selector, editor, found.code);
  });
}

/** Asks what to do with the code that was found. */
async function pickAction(
  { code, title }: FoundStatus,
  { document }: TextEditor,
): Promise<'show' | 'insert' | undefined> {
  const file = document.fileName.split(/[\\/]/).at(-1) ?? '';
  const actions = [
    { label: '$(book) Show its page', action: 'show' as const },
    { label: `$(insert) Insert ${code} at the cursor`, description: file, action: 'insert' as const },
  ];
  return (await window.showQuickPick(actions, { title }))?.action;
}
