import type { MessageConnection } from 'vscode-jsonrpc';
import { logMessage, messageTypes } from './messages.ts';

/** Writes lines to the client's log. */
export interface Log {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
}

/** A log at the other end of a connection. A line that cannot be sent any more is lost. */
export function createLog(connection: MessageConnection): Log {
  const send = (type: (typeof messageTypes)[keyof typeof messageTypes], message: string) => {
    connection.sendNotification(logMessage, { type, message }).catch(() => undefined);
  };
  return {
    error: (message) => send(messageTypes.error, message),
    warn: (message) => send(messageTypes.warning, message),
    info: (message) => send(messageTypes.info, message),
  };
}
