/** The reading of one file, in steps of which none takes longer than to parse a file. */
export interface Reading<T> {
  /** Goes on for one step; gives what was read once it is done. */
  readonly next: () => T | undefined;
}

/** Runs something that reads files, and tells which ones it read. */
type Record = <V>(run: () => V) => {
  readonly result: V;
  readonly files: { readonly texts: ReadonlyMap<string, unknown> };
};

/** Reads in steps, and tells in the end what was read and which files it rests on. */
export function recordSteps<T, R>(
  steps: Generator<undefined, T>,
  record: Record,
  finish: (value: T, restsOn: ReadonlySet<string>) => R,
): Reading<R> {
  const restsOn = new Set<string>();
  return {
    next: () => {
      const { result, files } = record(() => steps.next());
      for (const one of files.texts.keys()) restsOn.add(one);
      return result.done ? finish(result.value, restsOn) : undefined;
    },
  };
}
