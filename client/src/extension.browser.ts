import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from './client.ts';

/** The global of a web worker, of which the types for Node know nothing. */
declare class Worker {
  constructor(script: string);
}

/** Called by VS Code in a web worker once a document of our languages is open. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  const createServer = async () => new Worker(script);
  context.subscriptions.push(
    await startClient((id, name, options) => new LanguageClient(id, name, createServer, options)),
  );
}
