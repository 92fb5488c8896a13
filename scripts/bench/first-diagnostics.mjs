import { startServer } from './server-process.mjs';

const CAPABILITIES = {
  workspace: { configuration: true },
  textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } },
};

/**
 * Starts a language server, opens one file in it as an editor does and asks for its diagnostics.
 * @param {string} serverPath a program that Node runs, which speaks LSP on stdin and stdout
 * @param {string} text what the file holds
 * @param {string} [node] the Node to run it with; the one that runs this unless given
 * @returns {Promise<{ time: number, count: number }>} milliseconds from before the start of the process until the
 *   diagnostics have arrived, and how many there are
 */
export async function timeFirstDiagnostics(serverPath, text, node = process.execPath) {
  const start = performance.now();
  const { request, notify, stop } = startServer(serverPath, node);
  const uri = 'file:///bench/app.ts';
  await request('initialize', { processId: process.pid, rootUri: null, capabilities: CAPABILITIES });
  notify('initialized', {});
  notify('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version: 1, text } });
  const report = await request('textDocument/diagnostic', { textDocument: { uri } });
  const time = performance.now() - start;
  await stop();
  return { time, count: report.items.length };
}
