import type { Disposable } from 'vscode-languageserver';

/** What differs between Node, a web worker and a test. */
export interface Runtime {
  /** Milliseconds since any fixed moment. */
  now(): number;
  /** Runs `task` once after `milliseconds`, unless the answer is disposed of before. */
  schedule(task: () => void, milliseconds: number): Disposable;
  /** Resolves once messages that wait in the transport were read, so that a cancellation among them is seen. */
  readWaitingMessages(): Promise<void>;
}
