import { run } from './cli/main.ts';
import { startStdioServer } from './lsp/start-stdio.ts';

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

if (process.argv[2] === 'lsp') startStdioServer();
else
  run(process.argv.slice(2), {
    cwd: process.cwd(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    colour: process.stdout.isTTY === true && !process.env['NO_COLOR'],
  }).then((code) => {
    process.exitCode = code;
  });
