import type { FrameworkAdapter } from '../adapter.ts';
import { frameworks } from '../registry.generated.ts';
import type { FileView } from '../syntax/file-view.ts';
import type { FunctionLikeDeclaration, Node } from '../syntax/parser.ts';
import { findStatementAround } from '../syntax/tree.ts';
import { findHandlers, isTypedHandler, type NoteRegistration } from './find-handlers.ts';
import type { HandlerFunction } from './handler-function.ts';
import { isInFrameworkFile } from './origins.ts';
import type { Registration } from './registration.ts';
import { createHandler } from './roles.ts';

/** How much each way of recognising a handler is worth. */
const WORTH: Readonly<Record<Registration['by'], number>> = {
  decorator: 7,
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
 * @param note told of each registration of a function, also of those that count for nothing in the end
 */
export function claimHandlers(
  file: FileView,
  adapters: readonly FrameworkAdapter[],
  note: NoteRegistration = () => {},
): readonly HandlerFunction[] {
  const claims = new Map<FunctionLikeDeclaration, HandlerFunction>();
  for (const adapter of adapters)
    for (const handler of findHandlers(file, adapter, note)) {
      const known = claims.get(handler.fn);
      if (!known || isMoreCertain(handler, known, file)) claims.set(handler.fn, handler);
    }
  const isClaimed = (node: Node): boolean => claims.has(node as FunctionLikeDeclaration);
  // What is thrown inside a handler belongs to it.
  const handlers = [...claims.values()].filter(({ by, fn }) => by !== 'throw' || !isInside(fn, isClaimed));
  // Statement by statement, so that what is known of one can be put in the place where it stood.
  return handlers.sort((a, b) => findStatementAround(a.fn).pos - findStatementAround(b.fn).pos);
}

const claimedBefore = new WeakMap<FileView, readonly HandlerFunction[]>();

/** The functions of a file that answer requests, for those who ask about one file again and again. */
export function recallHandlers(file: FileView): readonly HandlerFunction[] {
  const known = claimedBefore.get(file) ?? claimHandlers(file, frameworks);
  claimedBefore.set(file, known);
  return known;
}

function isInside(fn: FunctionLikeDeclaration, isClaimed: (node: Node) => boolean): boolean {
  for (let node: Node | undefined = fn.parent; node; node = node.parent) if (isClaimed(node)) return true;
  return false;
}

/** Of two that are equally certain, the framework that stands on top of the other is meant. */
function isMoreCertain(handler: HandlerFunction, known: HandlerFunction, file: FileView): boolean {
  const more = weigh(handler, file) - weigh(known, file);
  return more === 0 ? Object.hasOwn(handler.framework.platforms ?? {}, known.framework.id) : more > 0;
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
    if (handler && (!best || isMoreCertain(handler, best, file))) best = handler;
  }
  return best;
}

function weigh({ by, framework }: HandlerFunction, file: FileView): number {
  const imported = isInFrameworkFile(file, framework) ? 2 : 0;
  const { path } = file.source;
  const near = file.world.dependsOn(path, framework.packages, 'nearest');
  const installed = near ? 1 : file.world.dependsOn(path, framework.packages) ? 0.5 : 0;
  return WORTH[by] * 4 + imported + installed;
}
