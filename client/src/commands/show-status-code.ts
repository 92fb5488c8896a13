import { commands, type Disposable } from 'vscode';
import { showPage, showStatusPage } from '../views/pages.ts';

/** Registers the command that shows the page of the code that is given to it, or the list of all of them. */
export function registerShowStatusCode(): Disposable {
  return commands.registerCommand('statusLens.showStatusCode', (code?: unknown) =>
    typeof code === 'number' ? showStatusPage(code) : showPage('status-codes.md'),
  );
}
