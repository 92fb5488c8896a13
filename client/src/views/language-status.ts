import type { DocumentSelector } from 'vscode';
import { type Disposable, LanguageStatusSeverity, languages } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';

interface Shown {
  readonly text: string;
  readonly severity: LanguageStatusSeverity;
}

/** Shows among the language's status items whether the server runs, with the log one click away. */
export function showLanguageStatus(client: BaseLanguageClient, selector: DocumentSelector): Disposable {
  const item = languages.createLanguageStatusItem('statusLens.server', selector);
  item.name = 'Status Lens';
  item.command = { title: 'Show log', command: 'statusLens.showLog' };
  const show = (state: State) => {
    const { text, severity } = describe(state);
    item.text = text;
    item.severity = severity;
    item.busy = state === State.Starting;
  };
  show(client.state);
  const listening = client.onDidChangeState(({ newState }) => show(newState));
  return {
    dispose() {
      listening.dispose();
      item.dispose();
    },
  };
}

function describe(state: State): Shown {
  switch (state) {
    case State.Running:
      return { text: 'Status Lens: running', severity: LanguageStatusSeverity.Information };
    case State.Starting:
      return { text: 'Status Lens: starting', severity: LanguageStatusSeverity.Information };
    case State.StartFailed:
      return { text: 'Status Lens: did not start', severity: LanguageStatusSeverity.Error };
    case State.Stopped:
      return { text: 'Status Lens: stopped', severity: LanguageStatusSeverity.Error };
  }
}
