import type { CatchPlace } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Block,
  type CallExpression,
  forEachChild,
  isAwaitExpression,
  isCallExpression,
  isNewExpression,
  isPropertyAccessExpression,
  type NewExpression,
  type Node,
} from '../syntax/parser.ts';
import { calledName, isFunctionLike } from '../syntax/tree.ts';
import { type HandlerFunction, isRequest, isResponse } from './handler-function.ts';
import { isResponseChain } from './interpret.ts';

const MAX_CALLS = 40;
const MAX_LENGTH = 80;

/** The calls inside a try block that may fail, as written, without those on the response. */
export function listCalls(block: Block, of: HandlerFunction, file: FileView): Pick<CatchPlace, 'calls' | 'awaited'> {
  const calls: string[] = [];
  const awaited: string[] = [];
  const visit = (node: Node, waits: boolean): void => {
    if (calls.length >= MAX_CALLS) return;
    if (isCallExpression(node) || isNewExpression(node)) {
      const text = file.text(node.expression).replace(/\s+/g, '');
      if (!isResponseChain(node, of, file) && !leadsOn(node) && !isAnswering(node, of, file)) {
        const call = (isNewExpression(node) ? `new ${text}` : text).slice(0, MAX_LENGTH);
        calls.push(call);
        if (waits || isPromiseMethod(node)) awaited.push(call);
      }
    }
    const inside = isAwaitExpression(node) || (waits && !isFunctionLike(node));
    forEachChild(node, (child) => visit(child, inside));
  };
  visit(block, false);
  return { calls, awaited };
}

/** `admin.auth()` in `admin.auth().verify(token)`: what follows says what is done. */
function leadsOn(node: CallExpression | NewExpression): boolean {
  const { parent } = node;
  if (!isCallExpression(node) || node.arguments.length > 0 || !isPropertyAccessExpression(parent)) return false;
  return isCallExpression(parent.parent) && parent.parent.expression === parent;
}

/** `sendSuccess(res, data)`: a helper that is given the response and not the request does nothing but answer. */
function isAnswering(node: CallExpression | NewExpression, of: HandlerFunction, file: FileView): boolean {
  const given = [...(node.arguments ?? [])];
  return (
    given.some((argument) => isResponse(argument, of, file)) && !given.some((argument) => isRequest(argument, of, file))
  );
}

const works = new WeakMap<HandlerFunction, readonly string[]>();

/** The calls of a whole function by the name of what is called: `findById`, `new User`. */
export function listWork(of: HandlerFunction, file: FileView): readonly string[] {
  const known = works.get(of);
  if (known) return known;
  const calls: string[] = [];
  const visit = (node: Node): void => {
    if (calls.length >= MAX_CALLS) return;
    if (isNewExpression(node)) calls.push(`new ${file.text(node.expression).replace(/\s+/g, '')}`);
    else if (isCallExpression(node) && !isResponseChain(node, of, file)) calls.push(calledName(node) ?? 'function');
    forEachChild(node, visit);
  };
  if (of.fn.body) visit(of.fn.body);
  works.set(of, calls);
  return calls;
}

/** `find(…).then(…)` waits as well, and what has `Sync` in its name reaches out without waiting. */
function isPromiseMethod(node: Node): boolean {
  const name = calledName(node as CallExpression);
  if (name !== undefined && /Sync$/.test(name)) return true;
  const method = isPropertyAccessExpression(node.parent) ? node.parent.name.text : undefined;
  return method === 'then' || method === 'catch' || method === 'exec';
}
