import { type ExtensionContext, MarkdownString, window, workspace } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { registerApplyEdits } from './commands/apply-edits.ts';
import { registerExercise } from './commands/exercise.ts';
import { registerExplainRule } from './commands/explain-rule.ts';
import { registerLookUp } from './commands/look-up.ts';
import { registerOpenDemo } from './commands/open-demo.ts';
import { registerRestartServer } from './commands/restart-server.ts';
import { registerShowLog } from './commands/show-log.ts';
import { registerShowStatusCode } from './commands/show-status-code.ts';
import { getSelector } from './selector.ts';
import { showLanguageStatus } from './views/language-status.ts';
import { servePages } from './views/pages.ts';
import { colorStatuses } from './views/status-colors.ts';

/** The commands that a hover may link to. A link to any other is shown and does nothing. */
const HOVER_COMMANDS: readonly string[] = [
  'statusLens.showStatusCode',
  'statusLens.explainRule',
  'statusLens.lookUp',
  'statusLens.applyEdits',
];

/** Makes a client of the server that this kind of extension host can run. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the server and everything that VS Code shows of it. Disposing of the result stops it. */
export async function startClient(
  context: ExtensionContext,
  createClient: CreateClient,
): Promise<{ dispose(): Promise<void> }> {
  const log = window.createOutputChannel('Status Lens', { log: true });
  const selector = getSelector((workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme));
  // A workspace's own folder, or nothing where no folder is open; a path is of use only where files are.
  const { storageUri } = context;
  const initializationOptions: InitializationOptions = {
    commands: true,
    ...(storageUri?.scheme === 'file' && { storage: storageUri.fsPath }),
  };
  // The id is also the section in which the client looks for `trace.server`.
  const client = createClient('statusLens', 'Status Lens', {
    documentSelector: selector,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    // Without onChange the client would ask for diagnostics on opening and saving alone.
    diagnosticPullOptions: { onChange: true, onSave: true },
    middleware: {
      async provideHover(document, position, token, next) {
        const hover = await next(document, position, token);
        for (const content of hover?.contents ?? []) {
          if (content instanceof MarkdownString) content.isTrusted = { enabledCommands: HOVER_COMMANDS };
        }
        return hover;
      },
    },
  });
  const parts = [
    showLanguageStatus(client, selector),
    colorStatuses(client, selector),
    servePages(client, context.extensionUri),
    registerExercise(context, client),
    registerLookUp(client, selector),
    registerShowStatusCode(),
    registerExplainRule(),
    registerOpenDemo(),
    registerApplyEdits(),
    registerRestartServer(client),
    registerShowLog(log),
    log,
  ];
  // A server that does not start is told by the status item and the log; the commands must stay to try again.
  await client.start().catch((error: unknown) => log.error(`The server did not start: ${String(error)}`));
  return {
    async dispose() {
      await client.dispose();
      for (const part of parts) part.dispose();
    },
  };
}
