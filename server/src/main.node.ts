import './keep-compiled.ts';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { nodeRuntime } from './lsp/node-runtime.ts';
import { createServer } from './lsp/server.ts';

const connection = process.argv.includes('--node-ipc')
  ? createMessageConnection(new IPCMessageReader(process), new IPCMessageWriter(process))
  : createMessageConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
// The client's end of the channel is gone: without it nobody could tell this process to end.
process.once('disconnect', () => process.exit(1));

createServer(connection, nodeRuntime);
