import { noHost, type ProjectHost } from '../../../server/src/engine/index.ts';
import type { Runtime } from '../../../server/src/lsp/runtime.ts';

/** A runtime whose time stands still until the test moves it. */
export interface ManualRuntime extends Runtime {
  /** Moves time on and runs what falls due, in its order. */
  advance(milliseconds: number): void;
}

interface Task {
  readonly due: number;
  readonly run: () => void;
}

export function createManualRuntime(disk: ProjectHost = noHost, stored?: Map<string, string>): ManualRuntime {
  const clock = { now: 0 };
  const tasks = new Set<Task>();
  return {
    disk,
    ...(stored && {
      openStorage: () => ({
        read: (name: string) => stored.get(name),
        write: (name: string, text: string) => void stored.set(name, text),
      }),
    }),
    now: () => clock.now,
    schedule(run, milliseconds) {
      const task = { due: clock.now + milliseconds, run };
      tasks.add(task);
      return { dispose: () => void tasks.delete(task) };
    },
    readWaitingMessages: () => new Promise((resolve) => setImmediate(resolve)),
    watchProcess: () => undefined,
    exit: () => undefined,
    advance(milliseconds) {
      clock.now += milliseconds;
      const due = [...tasks].filter((task) => task.due <= clock.now).sort((a, b) => a.due - b.due);
      for (const task of due) {
        tasks.delete(task);
        task.run();
      }
    },
  };
}
