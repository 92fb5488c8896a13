import type { MessageConnection } from 'vscode-jsonrpc';
import { exit, shutdown } from './messages.ts';
import type { Runtime } from './runtime.ts';

/**
 * Ends the server when the client says so, when the connection closes or when the client's process is gone.
 * @param clientProcess its id, or null if the client has none or does not want it watched.
 */
export function endWithClient(connection: MessageConnection, runtime: Runtime, clientProcess: number | null): void {
  const state = { shutDown: false };
  const end = () => runtime.exit(state.shutDown ? 0 : 1);
  connection.onRequest(shutdown, () => {
    state.shutDown = true;
    return null;
  });
  connection.onNotification(exit, end);
  connection.onClose(end);
  if (clientProcess !== null) runtime.watchProcess(clientProcess, end);
}
