import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fetchPackages } from './fetched.ts';
import type { Platform, PlatformVersion } from './platforms.ts';

/** The files of a folder behind a real socket on a free loopback port, in a process of their own. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/**
 * Serves files under one version of their framework.
 * @param files paths inside the folder
 */
export async function startServer(
  { id }: Platform,
  { package: name, fetched }: PlatformVersion,
  folder: string,
  files: readonly string[],
): Promise<ServerProcess> {
  const packages = fetched && (await fetchPackages(fetched));
  const order = JSON.stringify({ platform: id, folder, files, framework: name, packages });
  const env = { ...process.env, NODE_ENV: 'test', NO_DEPRECATION: 'express' };
  const child = fork('test/conformance/serve.mjs', [order], { env });
  const ended = once(child, 'exit');
  const [port] = (await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => Promise.reject(new Error(`The server ended with ${code}`))),
  ])) as [number];
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  return { child, port, stop };
}
