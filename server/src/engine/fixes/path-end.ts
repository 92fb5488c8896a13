import type { SilentPath } from '../handler-flow.ts';
import type { Span } from '../model.ts';
import type { HandlerFunction } from '../responses/handler-function.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Block,
  type IfStatement,
  isBlock,
  isCatchClause,
  isIfStatement,
  isReturnStatement,
  type Node,
  type ReturnStatement,
} from '../syntax/parser.ts';
import { findNodeAt } from '../syntax/tree.ts';

/** Where the code of a silent path ends, so that more can be written there. `owner` is the statement around it. */
export type PathEnd =
  | { readonly kind: 'return'; readonly node: ReturnStatement }
  /** The end of a block. */
  | { readonly kind: 'block'; readonly block: Block; readonly owner: Node }
  /** An `if` without another branch. */
  | { readonly kind: 'else'; readonly node: IfStatement; readonly owner: Node };

/** Finds where a silent path ends; undefined where more than this one path comes along. */
export function findPathEnd(
  { span, inCatch, conditions }: SilentPath,
  of: HandlerFunction,
  file: FileView,
): PathEnd | undefined {
  const node = findNodeAt(span, file.tree);
  if (node && isReturnStatement(node)) return { kind: 'return', node };
  if (inCatch && inCatch.span.start === span.start) return findCatchEnd(inCatch.span, of, file);
  const condition = conditions.at(-1);
  const test = condition && findNodeAt(condition.span, file.tree);
  if (!condition || !test || !isIfStatement(test.parent) || test.parent.expression !== test) return undefined;
  const branch = test.parent;
  const owner = findHead(branch);
  // A row of tests that each go on has more ends than this one.
  if (file.span(owner.expression).start !== span.start && condition.span.start !== span.start) return undefined;
  const taken = condition.holds ? branch.thenStatement : branch.elseStatement;
  if (!taken) return condition.holds ? undefined : { kind: 'else', node: branch, owner };
  return isBlock(taken) ? { kind: 'block', block: taken, owner } : undefined;
}

/** The end of a catch clause behind which nothing more is done. */
function findCatchEnd(span: Span, of: HandlerFunction, file: FileView): PathEnd | undefined {
  const clause = findNodeAt(span, file.tree);
  if (!clause || !isCatchClause(clause)) return undefined;
  let outer: Node = clause.parent;
  while (outer.parent && outer !== of.fn.body) {
    const { parent } = outer;
    if (isBlock(parent) && parent.statements.at(-1) !== outer) return undefined;
    outer = parent;
  }
  return { kind: 'block', block: clause.block, owner: clause.parent };
}

/** The first `if` of a chain of `else if`. */
function findHead(branch: IfStatement): IfStatement {
  let head = branch;
  while (isIfStatement(head.parent) && head.parent.elseStatement === head) head = head.parent;
  return head;
}
