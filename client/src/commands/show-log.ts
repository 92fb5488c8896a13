import { commands, type Disposable, type LogOutputChannel } from 'vscode';

/** Registers the command that opens the log of client and server. */
export function registerShowLog(log: LogOutputChannel): Disposable {
  return commands.registerCommand('statusLens.showLog', () => log.show());
}
