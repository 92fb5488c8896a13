import { commands, type Disposable } from 'vscode';
import { showPage } from '../views/pages.ts';

/** Registers the command that shows the page of the rule whose id is given to it, or the list of all rules. */
export function registerExplainRule(): Disposable {
  return commands.registerCommand('statusLens.explainRule', (rule?: unknown) =>
    showPage(typeof rule === 'string' && /^[\w-]+$/.test(rule) ? `rules/${rule}.md` : 'rules/README.md'),
  );
}
