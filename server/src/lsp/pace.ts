import type { Disposable } from 'vscode-jsonrpc';
import type { Documents } from './documents.ts';
import type { Runtime } from './runtime.ts';

/** Lets work in the background go on at times at which nobody who types waits for it. */
export interface Pace {
  /** Runs `slice` once, in so many milliseconds or later; only one slice may be due. */
  schedule(slice: () => void, milliseconds: number): void;
}

/** How long one slice may keep requests waiting, in milliseconds, and the pause behind it. */
export const SLICE_MS = 8;
export const PAUSE_MS = 4;
/** What was typed is answered first. */
const ANSWER_MS = 10;
/** Until then not even fast typists press the next key, so that nobody waits for a step that takes long. */
const BETWEEN_KEYS_MS = 50;
/** Who has not pressed a key for so long is thinking. */
const QUIET_MS = 300;

/**
 * Follows when keys are pressed. Work in the background has the time right behind a key, in which no other is pressed, and
 * all of the time once nobody types: whoever never stops has the index a little later, and types as quickly as without.
 */
export function followTyping(documents: Documents, runtime: Runtime): Pace {
  const state: { lastKey: number; due: { readonly at: number; readonly slice: () => void } | undefined } = {
    lastKey: Number.NEGATIVE_INFINITY,
    due: undefined,
  };
  let timer: Disposable | undefined;

  function findWait(): number {
    const since = runtime.now() - state.lastKey;
    if (since < ANSWER_MS) return ANSWER_MS - since;
    return since < BETWEEN_KEYS_MS || since >= QUIET_MS ? 0 : QUIET_MS - since;
  }

  function plan(): void {
    timer?.dispose();
    const task = () => void runIfQuiet();
    if (state.due) timer = runtime.schedule(task, Math.max(state.due.at - runtime.now(), findWait()));
  }

  async function runIfQuiet(): Promise<void> {
    // Whatever was worked out until now is sent first, and a key that waits is heard.
    await runtime.readWaitingMessages();
    const { due } = state;
    if (!due) return;
    if (due.at > runtime.now() || findWait() > 0) {
      plan();
      return;
    }
    state.due = undefined;
    due.slice();
  }

  documents.onDidChange(() => {
    state.lastKey = runtime.now();
    plan();
  });
  return {
    schedule(slice, milliseconds) {
      state.due = { at: runtime.now() + milliseconds, slice };
      plan();
    },
  };
}
