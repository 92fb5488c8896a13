import { Emitter, type Event, type MessageConnection } from 'vscode-jsonrpc';
import { didChangeWorkspaceFolders, initialized } from './messages.ts';

/** What the client tells of itself once and of its workspace now and then, for everybody who wants to hear it. */
export interface Session {
  readonly onInitialized: Event<void>;
  /** Fires after `folders` has changed. */
  readonly onDidChangeFolders: Event<void>;
  /** The URIs of the workspace's folders. */
  folders(): readonly string[];
}

/** Follows the client from now on. */
export function followSession(connection: MessageConnection, folders: readonly string[]): Session {
  const present = new Set(folders);
  const started = new Emitter<void>();
  const changed = new Emitter<void>();
  connection.onNotification(initialized, () => started.fire());
  connection.onNotification(didChangeWorkspaceFolders, ({ event: { added, removed } }) => {
    for (const { uri } of removed) present.delete(uri);
    for (const { uri } of added) present.add(uri);
    changed.fire();
  });
  return { onInitialized: started.event, onDidChangeFolders: changed.event, folders: () => [...present] };
}
