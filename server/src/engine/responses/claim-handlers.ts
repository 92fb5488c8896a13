import type { FrameworkAdapter } from '../adapter.ts';
import type { FileView } from '../syntax/file-view.ts';
import type { FunctionLikeDeclaration } from '../syntax/parser.ts';
import { findHandlers, isTypedHandler } from './find-handlers.ts';
import type { HandlerFunction } from './handler-function.ts';
import { isInFrameworkFile } from './origins.ts';
import type { Registration } from './registration.ts';
import { createHandler } from './roles.ts';

/** How much each way of recognising a handler is worth. */
const WORTH: Readonly<Record<Registration['by'], number>> = {
  call: 6,
  type: 6,
  export: 5,
  'wrapped in a call': 5,
  use: 3,
  make: 2,
  throw: 1,
};

/**
 * The functions of a file that answer requests. Where several frameworks could be meant, the one that is more certain
 * has the function: by how it was recognised, then by the file's own imports, then by the nearest package.json.
 */
export function claimHandlers(file: FileView, adapters: readonly FrameworkAdapter[]): readonly HandlerFunction[] {
  const claims = new Map<FunctionLikeDeclaration, HandlerFunction>();
  for (const adapter of adapters)
    for (const handler of findHandlers(file, adapter)) {
      const known = claims.get(handler.fn);
      if (!known || weigh(handler, file) > weigh(known, file)) claims.set(handler.fn, handler);
    }
  return [...claims.values()];
}

/** What a single function is, judged by its own parameters and by what it does with them. */
export function claimFunction(
  fn: FunctionLikeDeclaration,
  file: FileView,
  adapters: readonly FrameworkAdapter[],
): HandlerFunction | undefined {
  let best: HandlerFunction | undefined;
  for (const adapter of adapters) {
    const by = isTypedHandler(fn, file, adapter) ? 'type' : 'use';
    const handler = createHandler(fn, { method: undefined, route: undefined, by }, file, adapter);
    if (handler && (!best || weigh(handler, file) > weigh(best, file))) best = handler;
  }
  return best;
}

function weigh({ by, adapter }: HandlerFunction, file: FileView): number {
  const imported = isInFrameworkFile(file, adapter) ? 2 : 0;
  const installed = file.world.dependsOn(file.source.path, adapter.packages) ? 1 : 0;
  return WORTH[by] * 4 + imported + installed;
}
