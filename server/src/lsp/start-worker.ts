import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import { noHost } from '../engine/index.ts';
import { createServer } from './server.ts';

/** The global of a web worker, of which the types for Node know nothing. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & { close(): void };

/** Starts a server that talks to whoever started this web worker. */
export function startWorkerServer(): void {
  createServer(createMessageConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
    disk: noHost,
    now: () => performance.now(),
    schedule: (task, milliseconds) => {
      const timer = setTimeout(task, milliseconds);
      return { dispose: () => clearTimeout(timer) };
    },
    readWaitingMessages: () => new Promise((resolve) => setTimeout(resolve, 0)),
    watchProcess: () => undefined,
    exit: () => self.close(),
  });
}
