import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-jsonrpc/browser';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { WorkerStart } from '../../server/src/lsp/protocol.ts';
import { startClient } from './client.ts';

/** The global of a web worker, of which the types for Node know nothing. */
declare const Worker: new (script: string) => ConstructorParameters<typeof BrowserMessageWriter>[0];

/** Called by VS Code in a web worker once a document of our languages is open. */
export async function activate(context: ExtensionContext): Promise<void> {
  const address = (name: string) => Uri.joinPath(context.extensionUri, 'dist', name).toString(true);
  const start: WorkerStart = { engine: address('engine.js') };
  // A fresh worker at each start. Readers and writers are made here, as the host's workers are no instances of `Worker`.
  const createServer = async () => {
    const worker = new Worker(address('server.browser.js'));
    worker.postMessage(start);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push(
    await startClient(context, (id, name, options) => new LanguageClient(id, name, createServer, options)),
  );
}
