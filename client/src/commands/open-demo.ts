import { commands, type Disposable, window, workspace } from 'vscode';
import { demoText } from '../views/demo-text.ts';

/** Registers the command that opens an unsaved file with a few mistakes. It needs no folder. */
export function registerOpenDemo(): Disposable {
  return commands.registerCommand('statusLens.openDemo', async () => {
    const document = await workspace.openTextDocument({ language: 'typescript', content: demoText });
    await window.showTextDocument(document);
  });
}
