import type { FileView } from '../syntax/file-view.ts';
import { type FunctionLikeDeclaration, isBlock, type Node, type Statement } from '../syntax/parser.ts';
import type { Path } from './path.ts';
import { createWalker, enter, type FlowHooks, type Paths, type Targets } from './walk.ts';

/** Walks all paths through a function's body, from one starting path. Loop bodies run zero or one time. */
export function walkFunction<S>(
  fn: FunctionLikeDeclaration,
  start: Path<S>,
  hooks: FlowHooks<S>,
  file: FileView,
): void {
  if (!fn.body) return;
  const begin = enter(fn, start);
  if (isBlock(fn.body)) walkList(fn.body.statements, fn.body, begin, hooks, file);
  else leaveBy('return', hooks)(createWalker(hooks, file).expression(fn.body, [begin], leaving(hooks)), fn.body);
}

/** Walks the rest of a function, from some place inside it. */
export function walkStatements<S>(
  list: readonly Statement[],
  start: Path<S>,
  hooks: FlowHooks<S>,
  file: FileView,
): void {
  const last = list.at(-1);
  if (last) walkList(list, last, start, hooks, file);
}

function walkList<S>(list: readonly Statement[], end: Node, start: Path<S>, hooks: FlowHooks<S>, file: FileView): void {
  leaveBy('end', hooks)(createWalker(hooks, file).statements(list, [start], leaving(hooks)), end);
}

function leaveBy<S>(how: 'end' | 'return' | 'throw', hooks: FlowHooks<S>): (paths: Paths<S>, node: Node) => void {
  return (paths, node) => {
    for (const path of paths) hooks.leave(how, path, node);
  };
}

/** All ways out of the walked code. */
function leaving<S>(hooks: FlowHooks<S>): Targets<S> {
  return {
    onReturn: leaveBy('return', hooks),
    onThrow: leaveBy('throw', hooks),
    onBreak: () => {},
    onContinue: () => {},
    catcher: undefined,
  };
}
