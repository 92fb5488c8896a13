import type { Path } from '../flow/path.ts';
import { every } from '../known.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  isAwaitExpression,
  isCallExpression,
  isPropertyAccessExpression,
  type Node,
} from '../syntax/parser.ts';
import { calledName, isFunctionValue } from '../syntax/tree.ts';
import type { Draft } from './draft.ts';
import type { ResponseState } from './state.ts';

/** Verbs of calls that change something or look something up. They only sort: the flow decides. */
const WORK =
  /^(?:create|insert|save|add|update|upsert|replace|delete|remove|destroy|bulk|find|fetch|load|select|query|count|aggregate|enqueue|publish|transfer|charge|register|confirm|approve|cancel)/i;
/** What is done after refusals as well as after answers. */
const AFTERWARDS =
  /log|audit|track|metric|analytic|event|emit|history|attempt|monitor|trace|span|clean|unlink|rollback|abort|release|close|session|listener|cookie|header|class/i;

/** The work that handlers go on with after they refused a request. */
export interface RefusedWork {
  readonly visit: (call: CallExpression, path: Path<ResponseState>) => void;
  /** `next()` is called: whoever comes next takes the request for accepted. */
  readonly pass: (call: CallExpression, path: Path<ResponseState>) => void;
  /** `next(error)` is called: whoever takes it answers, whatever was answered before. */
  readonly handOn: (call: CallExpression, path: Path<ResponseState>) => void;
  /** The work after an answer. */
  readonly after: (answer: Node) => Node | undefined;
}

/**
 * Notes calls that are reached both on paths that refused under a check and on paths that did not: what the check should
 * have prevented. Logging and clean-up of a refusal stand on its own path alone, or are called what they are.
 */
export function createRefusedWork(file: FileView, draftOf: (answer: Node) => Draft | undefined): RefusedWork {
  const refused = new Map<Node, Node[]>();
  const accepted = new Set<Node>();
  const handedOn = new Map<Node, CallExpression>();
  const note = (call: CallExpression, { state }: Path<ResponseState>): void => {
    if (state.handedOn || state.streamed) return;
    const last = state.sends.at(-1);
    if (!last) accepted.add(call);
    else if (refuses(draftOf(last))) refused.set(last, [...(refused.get(last) ?? []), call]);
  };
  return {
    visit: (call, path) => {
      if (isWork(call, file)) note(call, path);
    },
    pass: note,
    handOn: (call, { state }) => {
      const last = state.sends.at(-1);
      if (last && !state.handedOn && !state.streamed) handedOn.set(last, call);
    },
    after: (answer) => refused.get(answer)?.find((call) => accepted.has(call)) ?? handedOn.get(answer),
  };
}

function refuses(draft: Draft | undefined): boolean {
  if (!draft?.status || draft.frames.length + draft.catches.length === 0) return false;
  return every(draft.status.value, (code) => code >= 400 && code < 600);
}

function isWork(call: CallExpression, file: FileView): boolean {
  const name = calledName(call);
  if (name === undefined || !WORK.test(name)) return false;
  const { parent } = call;
  const isWaitedFor =
    isAwaitExpression(parent) || isThen(parent) || call.arguments.some((argument) => isFunctionValue(argument));
  return isWaitedFor && !AFTERWARDS.test(file.text(call.expression));
}

function isThen(parent: Node): boolean {
  return (
    isPropertyAccessExpression(parent) &&
    isCallExpression(parent.parent) &&
    /^(?:then|catch|exec)$/.test(parent.name.text)
  );
}
