import { createRequire } from 'node:module';

/**
 * Starts the language server on stdin and stdout, for `status-lens lsp --stdio`. It is a bundle of its own beside the
 * CLI's, so that checking files does not load it; it reads `--stdio` from the process's arguments, and without any
 * transport there it takes stdin and stdout too.
 */
export function startStdioServer(): void {
  createRequire(__filename)('./server.js');
}
