import type { Frame } from '../flow/conditions.ts';
import type { Path } from '../flow/path.ts';
import type { SilentPath } from '../handler-flow.ts';
import type { CatchPlace, Span } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CatchClause,
  isBlock,
  isIdentifier,
  isIfStatement,
  isReturnStatement,
  isSwitchStatement,
  isThrowStatement,
  type Node,
  type Statement,
} from '../syntax/parser.ts';
import { unwrapAwait } from '../syntax/tree.ts';
import { isAsync } from './callbacks.ts';
import { type HandlerFunction, nameOfPlace } from './handler-function.ts';
import { isResponseChain } from './interpret.ts';
import { isNeverNothing } from './never-nothing.ts';
import { isOutOfSight } from './out-of-sight.ts';
import { createProgress } from './progress.ts';
import { readCondition } from './read-condition.ts';
import type { ResponseState } from './state.ts';

/** Properties that tell that nobody waits for an answer any more, or that one was sent elsewhere. */
const OVER = /\.(?:headersSent|writableEnded|writableFinished|finished|_headerSent|sent|destroyed|aborted|closed)$/;

/** The paths of one handler that come to an end without an answer. */
export interface Silence {
  /** A path left the handler's own function, by its end or by `return`. */
  readonly left: (path: Path<ResponseState>, at: Node) => void;
  /** Where a status that was set by `writer` is never sent. */
  readonly unsentAt: (writer: Node) => Node | undefined;
  readonly paths: (readCatch: (clause: CatchClause) => CatchPlace) => readonly SilentPath[];
}

/** Gathers the silent ends of a handler that must answer by itself. Where it cannot be said that a path is silent, it is not. */
export function createSilence(of: HandlerFunction, file: FileView): Silence {
  const unsent = new Map<Node, Node>();
  const ends = new Map<number, { path: Path<ResponseState>; span: Span; at: Node }>();
  const progress = createProgress(of, file);
  const answered = answerInPlace(of);
  let judged: boolean | undefined;
  let meant = false;
  return {
    left: (path, at) => {
      const { state, frames } = path;
      if (state.sends.length > 0 || state.answered || state.handedOn || state.open || state.streamed) return;
      if (frames.some((frame) => isOver(frame) || asksResponse(frame, of) || isNeverTaken(frame, file))) return;
      if (frames.some(progress.asked)) return;
      judged ??= mustAnswer(of, file);
      if (!judged || givesValue(at, of, file)) return;
      const writers = state.status?.writers ?? [];
      if (answered !== undefined) {
        // A success may well have nothing to tell; then a failure that is let go ends in the same way.
        if (path.catches.length === 0 && !of.error) meant = true;
        if (meant || writers.length > 0) return;
      }
      for (const writer of writers) if (!unsent.has(writer)) unsent.set(writer, at);
      if (writers.length > 0) return;
      if (!isReturnStatement(at) && path.catches.length === 0 && progress.decides()) return;
      const span = placeOfEnd(path, at, of, file);
      if (span && !ends.has(span.start)) ends.set(span.start, { path, span, at });
    },
    unsentAt: (writer) => unsent.get(writer),
    paths: (readCatch) =>
      (meant ? [] : [...ends.values()]).map(({ path, span, at }) => {
        const clause = path.catches.at(-1);
        return {
          span,
          conditions: path.frames.map((frame) => readCondition(frame, isReturnStatement(at) ? at : of.fn, of, file)),
          inCatch: clause && readCatch(clause),
          answered,
        };
      }),
  };
}

/** A test of what middleware left on the response: the same middleware may have answered where it left nothing. */
function asksResponse({ atoms }: Frame, { response }: HandlerFunction): boolean {
  const name = nameOfPlace(response);
  return name !== undefined && atoms.some(({ subject }) => subject.startsWith(`${name}.`));
}

/** `if (banners)` after a query for a list: a list is there even when nothing is in it. */
function isNeverTaken({ atoms }: Frame, file: FileView): boolean {
  return atoms.some(
    ({ literal, holds, expression }) => literal === undefined && !holds && isNeverNothing(expression, file),
  );
}

function isOver({ atoms }: Frame): boolean {
  return atoms.some(({ subject, holds }) => holds && OVER.test(subject));
}

/** What is sent where a function that is waited for has come to its end; undefined if nothing ever is. */
function answerInPlace({ fn, framework, defaultStatus }: HandlerFunction): number | undefined {
  return framework.handlers.hangsUnanswered === 'unless returned' && isAsync(fn) ? defaultStatus : undefined;
}

/** Older versions leave the request open, and what the newest does is taken for granted where no version is known. */
function isEndAnswered({ framework, handler }: HandlerFunction): boolean {
  const since = framework.handlers.answersAsyncEndsSince;
  return since !== undefined && (handler.version ?? since) >= since;
}

/** Functions that are given to the framework must answer; what only looks like a handler may be called by one. */
function mustAnswer(of: HandlerFunction, file: FileView): boolean {
  const { fn, handler, framework, by } = of;
  const { hangsUnanswered } = framework.handlers;
  if (!hangsUnanswered || !of.response || handler.helper) return false;
  if (of.returned && hangsUnanswered !== 'unless returned') return false;
  // Code that calls such a function by itself may wait for what it returns as well.
  if (hangsUnanswered === 'unless returned' && by !== 'call') return false;
  if (hangsUnanswered === 'unless returned' && isAsync(fn) && (of.goesOn || !isEndAnswered(of))) return false;
  if (fn.asteriskToken || isOutOfSight(of, file)) return false;
  if (by === 'call') return true;
  const { name } = handler;
  return name !== undefined && !isCalledInFile(name, file);
}

/** True if the function is called by code of its own file, as helpers are and handlers are not. */
function isCalledInFile(name: string, file: FileView): boolean {
  const calls = file.source.text.match(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}\\s*\\(`, 'g')) ?? [];
  return calls.length > 1;
}

/** A value that is returned may be an answer to the framework or to whoever wrapped the handler, or a word to the one who called it. */
function givesValue(at: Node, of: HandlerFunction, file: FileView): boolean {
  if (of.by === 'call' && of.framework.handlers.hangsUnanswered !== 'unless returned') return false;
  const value = isReturnStatement(at) ? at.expression : isBlock(at) ? undefined : at;
  if (!value) return false;
  const inner = unwrapAwait(value as Parameters<typeof unwrapAwait>[0]);
  return !(isIdentifier(inner) && inner.text === 'undefined') && !isResponseChain(inner, of, file);
}

/** What a person would change: the `return`, the catch clause, or the test that has no other branch. */
function placeOfEnd(path: Path<ResponseState>, at: Node, of: HandlerFunction, file: FileView): Span | undefined {
  if (isReturnStatement(at)) return file.span(at);
  const clause = path.catches.at(-1);
  if (clause) return headOf(file.span(clause), file.span(clause.block));
  const last = path.frames.at(-1);
  if (!last) return headOfHandler(of, file);
  // A `switch` over all that there is needs no default.
  if (last.subject || isSwitchStatement(last.test.parent.parent)) return undefined;
  return file.span(firstOfRow(path.frames).test);
}

function headOf({ start }: Span, block: Span): Span {
  return { start, end: Math.max(start + 1, block.start - 1) };
}

function headOfHandler({ fn }: HandlerFunction, file: FileView): Span {
  if (fn.name) return file.span(fn.name);
  const { start } = file.span(fn);
  const body = fn.body ? file.span(fn.body).start : fn.end;
  return { start, end: Math.max(start + 1, body - 1) };
}

/** The first of a row of tests that each answer in their own branch and go on: the row as a whole has no last word. */
function firstOfRow(frames: readonly Frame[]): Frame {
  let first = frames.length - 1;
  while (first > 0 && goesOn(frames[first - 1])) first--;
  return frames[first] as Frame;
}

function goesOn(frame: Frame | undefined): boolean {
  if (!frame || frame.holds || !isIfStatement(frame.test.parent)) return false;
  const { thenStatement } = frame.test.parent;
  return !leaves(thenStatement);
}

function leaves(statement: Statement): boolean {
  const last = isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (isReturnStatement(last) || isThrowStatement(last));
}
