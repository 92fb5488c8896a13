import type { Frame } from '../flow/conditions.ts';
import { commonStart, type Path } from '../flow/path.ts';
import { type Known, one } from '../known.ts';
import type {
  Body,
  CatchPlace,
  Condition,
  IgnoredStatus,
  Placement,
  Response,
  ResponsePart,
  Span,
  TakenOver,
} from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type BinaryExpression,
  type CatchClause,
  type Expression,
  isArrowFunction,
  isAwaitExpression,
  isBinaryExpression,
  isCallExpression,
  isDecorator,
  isExpressionStatement,
  isIdentifier,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isReturnStatement,
  isThrowStatement,
  isVoidExpression,
  type Node,
} from '../syntax/parser.ts';
import { unwrap } from '../syntax/tree.ts';
import { type HandlerFunction, isAtPlace, nameOfPlace } from './handler-function.ts';
import { readResponseCall } from './interpret.ts';
import { isMaking } from './made-call.ts';
import { findPromiseFailure } from './promise-failure.ts';
import { readCondition } from './read-condition.ts';
import { readSentError } from './read-sent-error.ts';
import { readShown } from './read-shown.ts';
import { readWording } from './read-wording.ts';
import { joinStatus, type ResponseState, type WrittenStatus } from './state.ts';
import { listCalls, listWork } from './tried-calls.ts';

/** A place that answers, while the paths that reach it are still being gathered. */
export interface Draft {
  readonly node: Node;
  readonly sent: boolean;
  readonly body: Body;
  readonly via: Response['via'];
  readonly helper: Response['helper'];
  /** True if a response is made and thrown away. */
  readonly discarded: boolean;
  /** The expression of the body, where it is not an argument of the answering call. */
  readonly from?: Expression | undefined;
  /** The calls and assignments that the answer is made of, where they are several. */
  readonly pieces?: readonly Node[] | undefined;
  readonly status: WrittenStatus | undefined;
  readonly headers: ResponseState['headers'];
  readonly headersKnown: boolean;
  readonly frames: readonly Frame[];
  readonly catches: readonly CatchClause[];
  /** True if nothing here tells the status: whoever takes the error decides. */
  readonly elsewhere?: boolean;
  /** True if whoever takes the error gives it another status than it carries. */
  readonly overruled?: boolean;
  /** True while files that may take the error have not been read yet. */
  readonly awaited?: boolean;
  /** True if whoever that is was found, and nobody stands between. */
  readonly surelyTaken?: boolean;
  /** What was sent last on each path that comes here after an answer. */
  readonly earlier: readonly Node[];
  /** True if something was sent on every path that comes here. */
  readonly onlyAfterOthers: boolean;
  /** The status of that. */
  readonly earlierStatus?: Known<number> | undefined;
  /** What is sent after it on some path. */
  readonly later: Node | undefined;
  /** A status that is set once it was sent. */
  readonly statusAfter?: Node | undefined;
  /** Where a path ends that never sends it. */
  readonly unsentAt: Node | undefined;
  /** The work that goes on after it, although it refuses. */
  readonly goesOnTo: Node | undefined;
  readonly ignored?: IgnoredDraft | undefined;
  /** What the catch clause of the same function answers in its place. */
  readonly caughtAs?: readonly number[] | undefined;
  /** The errors of the same function that it answers. */
  readonly takesOver?: TakenOver | undefined;
}

/** A status that has no effect, with the node that takes its place. */
export interface IgnoredDraft {
  readonly why: IgnoredStatus['why'];
  readonly status: Known<number>;
  readonly instead: Node | undefined;
}

/** What is told of a draft by the code that answers, apart from the path that reaches it. */
export type Answering = Pick<Draft, 'node' | 'sent' | 'body' | 'via' | 'helper' | 'from' | 'pieces'> &
  Partial<Pick<Draft, 'discarded' | 'elsewhere' | 'overruled' | 'awaited' | 'surelyTaken'>>;

/** What is set on the response and not sent yet. */
export function prepared(node: Node): Answering {
  return { node, sent: false, body: { kind: 'none' }, via: 'response', helper: undefined };
}

/** A draft from the first path that reaches its node. */
export function createDraft(answering: Answering, path: Path<ResponseState>): Draft {
  const { frames, catches, state } = path;
  const { status, headers, sends } = state;
  const headersKnown = state.headersKnown && !state.handedOn;
  return {
    node: answering.node,
    sent: answering.sent,
    body: answering.body,
    via: answering.via,
    helper: answering.helper,
    discarded: answering.discarded ?? false,
    elsewhere: answering.elsewhere ?? false,
    overruled: answering.overruled ?? false,
    awaited: answering.awaited ?? false,
    surelyTaken: answering.surelyTaken ?? false,
    from: answering.from,
    pieces: answering.pieces,
    status,
    headers,
    headersKnown,
    frames,
    catches,
    earlier: sends.slice(-1),
    onlyAfterOthers: sends.length > 0,
    later: undefined,
    unsentAt: undefined,
    goesOnTo: undefined,
  };
}

/** The draft after one more path has reached its node. */
export function addPath(draft: Draft, path: Path<ResponseState>, defaultStatus: number): Draft {
  const { status, headers } = path.state;
  return {
    ...draft,
    earlier: [...new Set([...draft.earlier, ...path.state.sends.slice(-1)])],
    onlyAfterOthers: draft.onlyAfterOthers && path.state.sends.length > 0,
    status: joinStatus(draft.status, status, defaultStatus),
    headersKnown: draft.headersKnown && path.state.headersKnown && !path.state.handedOn,
    headers: draft.headers.filter((header) => headers.some((other) => other.name === header.name)),
    frames: joinFrames(draft, path),
    catches: commonStart(draft.catches, path.catches),
  };
}

/** Why it is answered: as all paths have it in common that come here unanswered, for on the others it is not sent. */
function joinFrames({ frames, onlyAfterOthers }: Draft, path: Path<ResponseState>): readonly Frame[] {
  const isAfterOther = path.state.sends.length > 0;
  if (isAfterOther === onlyAfterOthers) return commonStart(frames, path.frames);
  return isAfterOther ? frames : path.frames;
}

/** The finished response of a draft. */
export function finishDraft(draft: Draft, of: HandlerFunction, file: FileView): Response {
  const { status } = draft;
  const value: Known<number> = status?.value ?? one(of.defaultStatus);
  const clause = draft.catches.at(-1);
  const conditions = draft.frames.map((frame) => readCondition(frame, draft.node, of, file));
  const inCatch = clause
    ? readCatch(clause, of, file)
    : (findPromiseFailure(draft.node, of, file) ?? readErrorHandler(of, file));
  const caught = inCatch?.variable ?? findCallbackError(conditions);
  const parts =
    draft.via === 'response' || isMaking(draft.node)
      ? (draft.pieces ?? [draft.node]).flatMap((piece) => readParts(piece, of, file))
      : [];
  return {
    span: file.span(draft.node),
    status: value,
    statusSpans: (status?.values ?? []).map((written) => file.span(written)),
    implicit: status === undefined || status.byFramework === true,
    body: draft.body,
    headers: draft.headers,
    headersKnown: draft.headersKnown,
    invalid: status?.invalid ?? [],
    state: draft.sent ? 'sent' : 'prepared',
    handler: of.handler,
    conditions,
    inCatch,
    later: draft.later && file.span(draft.later),
    earlier: draft.earlier[0] && file.span(draft.earlier[0]),
    earlierStatus: draft.earlierStatus,
    statusAfter: draft.statusAfter && file.span(draft.statusAfter),
    unsentAt: draft.unsentAt && file.span(draft.unsentAt),
    goesOnTo: draft.goesOnTo && readWork(draft.goesOnTo, draft.node, of, file),
    work: listWork(of, file),
    caughtAs: draft.caughtAs,
    takesOver: draft.takesOver,
    ignored: draft.ignored && {
      ...draft.ignored,
      instead: draft.ignored.instead && file.span(draft.ignored.instead),
    },
    via: draft.via,
    sentError: readSentError(draft.node, draft, caught, of, file),
    shown: readShown(draft, of, file),
    wording: readWording(draft.node, status?.values ?? []),
    helper: draft.helper,
    decidedHere: isDecidedHere(draft, value, of, file),
    surelyTaken: draft.surelyTaken ?? false,
    proven: isProven(of, parts),
    parts,
    placement: { ...placementOf(draft.node, file), discarded: draft.discarded },
    refused: isRefused(draft, of, file),
    unanswered: of.adapter.unanswered,
  };
}

/** False where the framework, or one of the methods that answer, is declared without ever having been run. */
function isProven({ adapter, framework }: HandlerFunction, parts: Response['parts']): boolean {
  if (adapter.notRun ?? framework.notRun) return false;
  return !parts.some(({ name }) => {
    const method = Object.hasOwn(adapter.methods, name) ? adapter.methods[name] : undefined;
    return typeof method === 'object' && method.notRun !== undefined;
  });
}

/** `new Response('', { status: 204 })` throws for whatever body it is given, but for none and `null`. */
function isRefused({ node, body }: Draft, of: HandlerFunction, file: FileView): Response['refused'] {
  const read = isMaking(node) ? readResponseCall(node, of, file) : undefined;
  if (!read?.method.refuses || read.args.length === 0 || body.kind === 'empty') return false;
  if (read.method.refuses === 'on some platforms') return read.method.refuses;
  return read.method.refuses === 'any body' || !(body.kind === 'literal' && body.value === null);
}

function readWork(work: Node, answer: Node, of: HandlerFunction, file: FileView): Response['goesOnTo'] {
  const callee = isCallExpression(work) ? work.expression : work;
  return {
    span: file.span(work),
    call: file.text(callee).replace(/\s+/g, ''),
    handsOnError: isCallExpression(work) && work.arguments.length > 0 && isAtPlace(work.expression, of.next, file),
    straight: findStatementIn(work) === findStatementIn(answer),
  };
}

/** The block or other list of statements that a node stands in. */
function findStatementIn(node: Node): Node | undefined {
  let inner: Node | undefined = node;
  while (inner && !isExpressionStatement(inner) && !isReturnStatement(inner)) inner = inner.parent;
  return inner?.parent;
}

function isDecidedHere(
  { via, status, helper, node, elsewhere, overruled, awaited }: Draft,
  value: Known<number>,
  of: HandlerFunction,
  file: FileView,
): boolean {
  if (overruled || awaited) return false;
  if ((status?.values.length ?? 0) > 0) return true;
  if (elsewhere) return false;
  if (via === 'helper')
    return value.kind !== 'unknown' && (helper?.path !== file.source.path || of.adapter.shaped !== undefined);
  if (via === 'return') return of.returned?.kind === 'value' || isDecorator(node);
  return helper?.kind !== 'function';
}

/** The error of a callback, in the branch that runs when there is one. */
function findCallbackError(conditions: readonly Condition[]): string | undefined {
  const [test] = conditions.at(-1)?.tests ?? [];
  const isError = test?.origin === 'caught error' && test.outcome === 'truthy' && /^\w+$/.test(test.subject);
  return isError ? test.subject : undefined;
}

/** The place that a catch clause is. */
export function readCatch(clause: CatchClause, of: HandlerFunction, file: FileView): CatchPlace {
  const name = clause.variableDeclaration?.name;
  return {
    variable: name && isIdentifier(name) ? name.text : undefined,
    span: file.span(clause),
    ...listCalls(clause.parent.tryBlock, of, file),
  };
}

/** An error handler stands where a catch clause would: what was thrown is not known. */
function readErrorHandler({ error, fn }: HandlerFunction, file: FileView): CatchPlace | undefined {
  return (
    error && {
      variable: nameOfPlace(error),
      span: file.span(error.parameter ?? fn),
      calls: [],
      awaited: [],
      readsOwn: false,
    }
  );
}

/** The calls of the chain that ends in `node`, in the order in which they run. */
function readParts(node: Node, of: HandlerFunction, file: FileView): readonly ResponsePart[] {
  const parts: ResponsePart[] = [];
  if (isBinaryExpression(node) && of.adapter.settles) return readAssignedPart(node, of, file);
  let current = node;
  while (isMaking(current)) {
    const callee = unwrap(current.expression);
    const read = readResponseCall(current, of, file);
    if (read && !read.foreign) {
      const { role } = read.method;
      const argumentSpans: Span[] = read.args.map((argument) => file.span(argument));
      parts.unshift({
        role: role === 'status' || role === 'header' ? role : 'send',
        name: read.name,
        nameSpan: file.span(isPropertyAccessExpression(callee) ? callee.name : callee),
        span: file.span(current),
        argumentSpans,
        legacy: read.method.legacy ?? false,
      });
    }
    if (!isPropertyAccessExpression(callee) || read?.free) break;
    current = unwrap(callee.expression);
  }
  return parts;
}

/** `ctx.status = 404` or `ctx.body = …`, each of which is a part of an answer. */
function readAssignedPart(node: BinaryExpression, of: HandlerFunction, file: FileView): readonly ResponsePart[] {
  const target = unwrap(node.left);
  if (!isPropertyAccessExpression(target)) return [];
  const name = target.name.text;
  const sets = of.adapter.properties[name]?.role === 'status';
  return [
    {
      role: sets ? 'status' : 'send',
      name,
      nameSpan: file.span(target.name),
      span: file.span(node),
      argumentSpans: [file.span(node.right)],
      legacy: false,
    },
  ];
}

function placementOf(node: Node, file: FileView): Omit<Placement, 'discarded'> {
  let inner = node;
  let outer = node.parent;
  while (isAwaitExpression(outer) || isParenthesizedExpression(outer) || isVoidExpression(outer)) {
    inner = outer;
    outer = outer.parent;
  }
  if (isThrowStatement(outer) || isThrowStatement(inner))
    return { statement: file.span(isThrowStatement(inner) ? inner : outer), returned: true };
  if (isReturnStatement(outer)) return { statement: file.span(outer), returned: true };
  if (isExpressionStatement(outer)) return { statement: file.span(outer), returned: false };
  return { statement: undefined, returned: isArrowFunction(outer) && outer.body === inner };
}
