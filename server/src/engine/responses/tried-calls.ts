import type { FileView } from '../syntax/file-view.ts';
import { type Block, forEachChild, isCallExpression, isNewExpression, type Node } from '../syntax/parser.ts';
import type { HandlerFunction } from './handler-function.ts';
import { isResponseChain } from './interpret.ts';

const MAX_CALLS = 40;
const MAX_LENGTH = 80;

/** The calls inside a try block that may fail, as written, without those on the response. */
export function listCalls(block: Block, of: HandlerFunction, file: FileView): readonly string[] {
  const calls: string[] = [];
  const visit = (node: Node): void => {
    if (calls.length >= MAX_CALLS) return;
    if (isCallExpression(node) || isNewExpression(node)) {
      const text = file.text(node.expression).replace(/\s+/g, '');
      if (!isResponseChain(node, of, file))
        calls.push(isNewExpression(node) ? `new ${text}`.slice(0, MAX_LENGTH) : text.slice(0, MAX_LENGTH));
    }
    forEachChild(node, visit);
  };
  visit(block);
  return calls;
}
