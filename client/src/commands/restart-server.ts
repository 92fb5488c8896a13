import { commands, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Registers the command that stops the server if it runs and starts it anew. */
export function registerRestartServer(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('statusLens.restartServer', async () => {
    // A server that hangs does not stop in time; it is killed then, and a new one is wanted all the more.
    if (client.isRunning()) await client.stop().catch(() => undefined);
    await client.start();
  });
}
