import type { Span } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type FunctionLikeDeclaration,
  forEachChild,
  isClassDeclaration,
  isClassExpression,
  type Node,
} from '../syntax/parser.ts';
import { readClass } from './classes.ts';
import type { Value } from './model.ts';
import { ownerOf } from './owners.ts';
import { readFunction, readValue } from './read.ts';

/** Reads a function of which only its place was kept; undefined if the file has none like it any more. */
export function readFunctionAgain(
  owner: string,
  span: Span,
  file: FileView,
): Extract<Value, { kind: 'function' }> | undefined {
  const isSame = (fn: FunctionLikeDeclaration): boolean => ownerOf(fn, file) === owner;
  const fn =
    file.functions.find((one) => isAt(span, one, file) && isSame(one)) ?? file.functions.find((one) => isSame(one));
  const value = fn && readFunction(fn, file);
  return value?.kind === 'function' ? value : undefined;
}

/** The same of a class. */
export function readClassAgain(span: Span, file: FileView): Extract<Value, { kind: 'class' }> | undefined {
  let found: Value | undefined;
  const visit = (node: Node): void => {
    if (found) return;
    if ((isClassDeclaration(node) || isClassExpression(node)) && isAt(span, node, file))
      found = readClass(node, file, readValue, readFunction);
    else forEachChild(node, visit);
  };
  visit(file.tree);
  return found?.kind === 'class' ? found : undefined;
}

function isAt({ start, end }: Span, node: Node, file: FileView): boolean {
  if (node.end !== end) return false;
  return file.span(node).start === start;
}
