import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  ExitNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { connect, LIKE_VS_CODE, type TestClient } from './client.ts';

/** The built server as a process of its own, and its client. */
export interface RunningServer {
  readonly client: TestClient;
  /** Ends it in order. */
  readonly stop: () => Promise<void>;
}

/** Starts the built server on a folder of the disk, with a folder in which it may keep things. */
export async function startServerIn(folder: string, storage: string): Promise<RunningServer> {
  const server = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = await connect(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin), {
    capabilities: {
      ...LIKE_VS_CODE,
      workspace: { ...LIKE_VS_CODE.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    folders: [pathToFileURL(folder).href],
    initializationOptions: { storage },
  });
  return {
    client,
    async stop() {
      await client.connection.sendRequest(ShutdownRequest.type);
      const exit = once(server, 'exit');
      await client.connection.sendNotification(ExitNotification.type);
      await exit;
      client.connection.dispose();
    },
  };
}
