import { createConnection } from 'vscode-languageserver/node';
import { createServer } from './lsp/server.ts';

const TRANSPORT = /^--(stdio|node-ipc|socket|pipe)\b/;
if (!process.argv.some((argument) => TRANSPORT.test(argument))) process.argv.push('--stdio');

createServer(createConnection(), {
  now: () => performance.now(),
  schedule: (task, milliseconds) => {
    const timer = setTimeout(task, milliseconds);
    return { dispose: () => clearTimeout(timer) };
  },
  readWaitingMessages: () => new Promise((resolve) => setImmediate(resolve)),
});
