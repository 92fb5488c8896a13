import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createDiskHost } from '../disk-host.ts';
import { openStorage } from './node-storage.ts';
import type { Runtime } from './runtime.ts';

const WATCH_INTERVAL_MS = 3000;

/** The runtime of a Node process that serves one client. */
export const nodeRuntime: Runtime = {
  disk: createDiskHost('/', true),
  openStorage,
  edition: readEdition(),
  now: () => performance.now(),
  schedule(task, milliseconds) {
    const timer = setTimeout(task, milliseconds);
    return { dispose: () => clearTimeout(timer) };
  },
  readWaitingMessages: () => new Promise((resolve) => setImmediate(resolve)),
  watchProcess(id, onGone) {
    const timer = setInterval(() => {
      if (!isRunning(id)) onGone();
    }, WATCH_INTERVAL_MS);
    timer.unref();
  },
  exit: (code) => process.exit(code),
};

/** Size and time of the engine's bundle: a version number stays the same while Status Lens is being worked on. */
function readEdition(): string {
  try {
    const { size, mtimeMs } = statSync(join(__dirname, 'engine.js'));
    return `${size} ${mtimeMs}`;
  } catch {
    return '';
  }
}

function isRunning(id: number): boolean {
  try {
    // Signal 0 only asks whether the process is there.
    return process.kill(id, 0);
  } catch (error) {
    // A process of another user is there, though it may not be asked.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
