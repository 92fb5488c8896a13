import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Storage } from './runtime.ts';

/** Keeps texts as files of a folder, which is made when it is first written to. */
export function openStorage(folder: string): Storage {
  return {
    read(name) {
      try {
        return readFileSync(join(folder, name), 'utf8');
      } catch {
        return undefined;
      }
    },
    write(name, text) {
      const whole = join(folder, name);
      // Two windows may write at once, and a process may end in the middle: only a whole file gets its name.
      const part = `${whole}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(part, text);
        renameSync(part, whole);
        return undefined;
      } catch (error) {
        remove(part);
        return error instanceof Error ? error.message : String(error);
      }
    },
  };
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing can be written there may be nothing to remove, either.
  }
}
