import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { type Case, listHandlerFiles } from './cases.ts';
import { fetchPackages } from './fetched.ts';
import type { Platform, PlatformVersion } from './platforms.ts';

/** A status, or that nothing came. */
export type Outcome = number | 'nothing';

/** A body of fields is sent as a browser sends a form. */
function fieldsOf(body: string | undefined): Record<string, string> {
  if (body === undefined) return {};
  if (/^\w+=/.test(body)) return { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' };
  return { 'Content-Type': 'application/json' };
}

/** All handlers of a platform behind a real socket on a free loopback port, under one version of their framework. */
export class RunningHandlers {
  private readonly child: ChildProcess;
  private readonly port: number;
  private constructor(child: ChildProcess, port: number) {
    this.child = child;
    this.port = port;
  }

  static async start({ id, folder }: Platform, { package: name, fetched }: PlatformVersion): Promise<RunningHandlers> {
    const packages = fetched && (await fetchPackages(fetched));
    const order = JSON.stringify({ platform: id, folder, files: listHandlerFiles(folder), framework: name, packages });
    const env = { ...process.env, NODE_ENV: 'test', NO_DEPRECATION: 'express' };
    const child = fork('test/conformance/serve.mjs', [order], { env });
    const [port] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`The server ended with ${code}`))),
    ])) as [number];
    return new RunningHandlers(child, port);
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
  }

  /**
   * Sends the requests of all cases and reads the statuses of what comes back. Redirections are not followed. The server
   * hangs up where nothing can come any more, which it knows once all requests are there.
   */
  async ask(cases: readonly Case[]): Promise<ReadonlyMap<Case, Outcome>> {
    const settled = once(this.child, 'message');
    const outcomes = cases.map(async (one) => [one, await this.send(one)] as const);
    this.child.send(cases.length);
    await settled;
    return new Map(await Promise.all(outcomes));
  }

  private send({ method, url: path, body }: Case): Promise<Outcome> {
    const headers = { Connection: 'close', ...fieldsOf(body) };
    return new Promise((resolve) => {
      const sent = request({ host: '127.0.0.1', port: this.port, method, path, headers }, (response) => {
        response.on('error', () => {});
        response.resume();
        resolve(response.statusCode ?? 'nothing');
      });
      sent.on('error', () => resolve('nothing'));
      sent.end(body);
    });
  }
}
