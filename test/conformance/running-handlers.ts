import { once } from 'node:events';
import { request } from 'node:http';
import { type Case, listHandlerFiles } from './cases.ts';
import type { Platform, PlatformVersion } from './platforms.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** A status, or that nothing came. */
export type Outcome = number | 'nothing';

/** A body of fields is sent as a browser sends a form. */
function fieldsOf(body: string | undefined): Record<string, string> {
  if (body === undefined) return {};
  if (/^\w+=/.test(body)) return { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' };
  return { 'Content-Type': 'application/json' };
}

/** All handlers of a platform behind a real socket, under one version of their framework. */
export class RunningHandlers {
  private readonly server: ServerProcess;
  private constructor(server: ServerProcess) {
    this.server = server;
  }

  static async start(platform: Platform, version: PlatformVersion): Promise<RunningHandlers> {
    const { folder } = platform;
    return new RunningHandlers(await startServer(platform, version, folder, listHandlerFiles(folder)));
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }

  /**
   * Sends the requests of all cases and reads the statuses of what comes back. Redirections are not followed. The server
   * hangs up where nothing can come any more, which it knows once all requests are there.
   */
  async ask(cases: readonly Case[]): Promise<ReadonlyMap<Case, Outcome>> {
    const settled = once(this.server.child, 'message');
    const outcomes = cases.map(async (one) => [one, await this.send(one)] as const);
    this.server.child.send(cases.length);
    await settled;
    return new Map(await Promise.all(outcomes));
  }

  private send({ method, url: path, body }: Case): Promise<Outcome> {
    const headers = { Connection: 'close', ...fieldsOf(body) };
    return new Promise((resolve) => {
      const sent = request({ host: '127.0.0.1', port: this.server.port, method, path, headers }, (response) => {
        response.on('error', () => {});
        response.resume();
        resolve(response.statusCode ?? 'nothing');
      });
      sent.on('error', () => resolve('nothing'));
      sent.end(body);
    });
  }
}
