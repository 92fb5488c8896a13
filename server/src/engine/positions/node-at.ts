import type { FileView } from '../syntax/file-view.ts';
import { forEachChild, type Node } from '../syntax/parser.ts';
import { startOf } from '../syntax/tree.ts';

/** The innermost node that holds or touches `offset`, white space and comments before it left out. */
export function nodeAt({ tree }: FileView, offset: number): Node {
  let found: Node = tree;
  const visit = (node: Node): void => {
    if (offset < node.pos || node.end < offset || offset < startOf(node, tree)) return;
    found = node;
    forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
