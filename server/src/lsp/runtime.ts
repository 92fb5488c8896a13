import type { Disposable } from 'vscode-jsonrpc';
import type { ProjectHost } from '../engine/index.ts';

/** What differs between Node, a web worker and a test. */
export interface Runtime {
  /** The files around the open documents, where they can be read. */
  readonly disk: ProjectHost;
  /** Opens a folder in which a session leaves things for the next one; absent where there is none. */
  openStorage?(folder: string): Storage;
  /** Tells the engine at work from those of other versions, where something is kept for a next session. */
  readonly edition?: string;
  /** Milliseconds since any fixed moment. */
  now(): number;
  /** Runs `task` once after `milliseconds`, unless the answer is disposed of before. */
  schedule(task: () => void, milliseconds: number): Disposable;
  /** Resolves once messages that wait in the transport were read, so that a cancellation among them is seen. */
  readWaitingMessages(): Promise<void>;
  /** Calls `onGone` when the process with this id has ended, where processes can be watched. */
  watchProcess(id: number, onGone: () => void): void;
  /** Ends the server: with 0 if the client asked for that in order, else with 1. */
  exit(code: 0 | 1): void;
}

/** Texts that are kept between sessions. Nothing depends on their being there. */
export interface Storage {
  /** The text, or undefined if there is none that can be read. */
  read(name: string): string | undefined;
  /** Gives what went wrong, if it did. */
  write(name: string, text: string): string | undefined;
}
