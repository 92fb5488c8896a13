/** Messages of one kind, in the order of their arrival, for a test to wait for. */
export interface Inbox<T> {
  add(message: T): void;
  /** The oldest message that was not taken yet, or the next one to come. */
  take(): Promise<T>;
  /** All messages that were not taken yet; the inbox is empty then. */
  takeAll(): readonly T[];
}

export function createInbox<T>(): Inbox<T> {
  const messages: T[] = [];
  const takers: ((message: T) => void)[] = [];
  return {
    add(message) {
      const taker = takers.shift();
      if (taker === undefined) messages.push(message);
      else taker(message);
    },
    take() {
      const [message] = messages.splice(0, 1);
      return message === undefined ? new Promise((resolve) => takers.push(resolve)) : Promise.resolve(message);
    },
    takeAll: () => messages.splice(0),
  };
}
