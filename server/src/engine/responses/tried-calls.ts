import type { CatchPlace } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  forEachChild,
  isAwaitExpression,
  isCallExpression,
  isNewExpression,
  isPropertyAccessExpression,
  type NewExpression,
  type Node,
} from '../syntax/parser.ts';
import { calledFunction, calledName, isFunctionLike } from '../syntax/tree.ts';
import { type HandlerFunction, isRequest, isResponse, nameOfPlace } from './handler-function.ts';
import { isResponseChain } from './interpret.ts';
import { findCall, readGiven } from './read-call.ts';
import { readOrigin } from './read-origin.ts';

const MAX_CALLS = 40;
const MAX_LENGTH = 80;

/** The calls inside a try block, or of a promise, that may fail, as written, without those on the response. */
export function listCalls(
  block: Node,
  of: HandlerFunction,
  file: FileView,
): Pick<CatchPlace, 'calls' | 'awaited' | 'readsOwn'> {
  const calls: string[] = [];
  const awaited: string[] = [];
  let readsOwn = false;
  const visit = (node: Node, waits: boolean): void => {
    if (calls.length >= MAX_CALLS) return;
    if (isCallExpression(node) || isNewExpression(node)) {
      const called = isCallExpression(node) ? calledFunction(node) : node.expression;
      const text = file.text(called).replace(/\s+/g, '');
      if (!isResponseChain(node, of, file) && !leadsOn(node) && !isChained(node) && !isAnswering(node, of, file)) {
        readsOwn ||= isGivenOwn(node, of, file);
        const call = (isNewExpression(node) ? `new ${text}` : text).slice(0, MAX_LENGTH);
        calls.push(call);
        if (waits || (isPromiseMethod(node) && !catchesItself(node, block))) awaited.push(call);
      }
    }
    const inside = isAwaitExpression(node) || (waits && !isFunctionLike(node));
    // What a call is given was worked out before anybody waits, but for promises that are waited for together.
    const given = isCallExpression(node) && !/^Promise\./.test(file.text(node.expression)) ? node.arguments : [];
    forEachChild(node, (child) => visit(child, inside && !given.some((argument) => argument === child)));
  };
  visit(block, false);
  return { calls, awaited, readsOwn };
}

/** `admin.auth()` in `admin.auth().verify(token)`, `promisify(f)` in `promisify(f)(x)`: what follows says what is done. */
function leadsOn(node: CallExpression | NewExpression): boolean {
  const { parent } = node;
  if (isCallExpression(parent) && parent.expression === node && calledFunction(parent) !== node) return true;
  if (!isCallExpression(node) || node.arguments.length > 0 || !isPropertyAccessExpression(parent)) return false;
  if (!isCallExpression(parent.parent) || isChained(parent.parent)) return false;
  return parent.parent.expression === parent;
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

/** True for `JSON.parse(row.settings)`, where the row was looked up: what cannot be read is the program's own. */
function isGivenOwn(call: CallExpression | NewExpression, of: HandlerFunction, file: FileView): boolean {
  const [first] = call.arguments ?? [];
  const name = isCallExpression(call) ? calledName(call) : undefined;
  if (!first || name === undefined || !/^(?:parse|decode|decrypt|unserialize)/i.test(name)) return false;
  const origin = readOrigin(first, of, file);
  if (origin === 'environment') return true;
  const from = origin === 'look-up' ? findCall(first, file) : undefined;
  return from !== undefined && readGiven(from, of, file).by === 'unknown' && !isGivenRequest(from.args, of, file);
}

function isGivenRequest(args: readonly Expression[], of: HandlerFunction, file: FileView): boolean {
  const name = nameOfPlace(of.request);
  return args.some(
    (argument) => isRequest(argument, of, file) || (name !== undefined && file.text(argument).startsWith(`${name}.`)),
  );
}

/** `find(…).then(…)` does nothing by itself that could fail: what it waits for does. */
function isChained(node: Node): boolean {
  return isCallExpression(node) && /^(?:then|catch|finally)$/.test(calledName(node) ?? '');
}

/** True for `find(…).then(…).catch(…)` inside of a block: its failure goes there, and to nobody who does not wait for it. */
function catchesItself(node: Node, { end }: Node): boolean {
  let chain = node;
  while (isPropertyAccessExpression(chain.parent) && isCallExpression(chain.parent.parent)) {
    chain = chain.parent.parent;
    if (chain.end <= end && calledName(chain as CallExpression) === 'catch') return true;
  }
  return false;
}

/** `find(…).then(…)` waits as well, and what has `Sync` in its name reaches out without waiting. */
function isPromiseMethod(node: Node): boolean {
  const name = calledName(node as CallExpression);
  if (name !== undefined && /Sync$/.test(name)) return true;
  const method = isPropertyAccessExpression(node.parent) ? node.parent.name.text : undefined;
  return method === 'then' || method === 'catch' || method === 'exec';
}
