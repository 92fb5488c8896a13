import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { type Case, listHandlerFiles } from './cases.ts';
import { fetchPackages } from './fetched.ts';
import type { Platform, PlatformVersion } from './platforms.ts';

/** A status, or that nothing came. */
export type Outcome = number | 'nothing';

/** How long a handler may think, in milliseconds, before it counts as one that never answers. */
const PATIENCE = 1500;

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

  /** Sends the request of a case and reads the status of what comes back. Redirections are not followed. */
  async ask({ method, url, body }: Case): Promise<Outcome> {
    const giveUp = new AbortController();
    const answered = this.send(method, url, body, giveUp.signal);
    const outcome = await Promise.race([answered, this.waitInVain()]);
    giveUp.abort();
    return outcome;
  }

  /** After the time of patience, asks for something that is surely answered: then the server was not just slow. */
  private async waitInVain(): Promise<'nothing'> {
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    await this.send('GET', '/alive', undefined, new AbortController().signal);
    return 'nothing';
  }

  private send(method: string, path: string, body: string | undefined, signal: AbortSignal): Promise<Outcome> {
    const headers = { Connection: 'close', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
    return new Promise((resolve) => {
      const sent = request({ host: '127.0.0.1', port: this.port, method, path, headers, signal }, (response) => {
        response.on('error', () => {});
        response.resume();
        resolve(response.statusCode ?? 'nothing');
      });
      sent.on('error', () => resolve('nothing'));
      sent.end(body);
    });
  }
}
