import type { ArgumentShape, StatusSource } from '../adapter.ts';
import { type Known, one, type UnknownReason, unknown, valuesOf } from '../known.ts';
import type { Body, HeaderField } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  isCallExpression,
  isPropertyAccessExpression,
} from '../syntax/parser.ts';
import { stringOf, unwrap } from '../syntax/tree.ts';
import { workOut } from '../values/evaluate.ts';
import { readNumber, toNumber } from '../values/literal.ts';
import { unknownValue, type Value } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import { type HandlerFunction, isResponse } from './handler-function.ts';
import { readBody } from './read-body.ts';
import type { CalledStatus, ResponseCall } from './response-call.ts';

/** Reads `call` if its receiver is the handler's response or a chain that begins with it. */
export function readResponseCall(call: CallExpression, of: HandlerFunction, file: FileView): ResponseCall | undefined {
  const known = of.calls.get(call);
  if (known !== undefined || of.calls.has(call)) return known;
  const read = readCall(call, of, file);
  of.calls.set(call, read);
  return read;
}

function readCall(call: CallExpression, of: HandlerFunction, file: FileView): ResponseCall | undefined {
  const callee = unwrap(call.expression);
  if (!isPropertyAccessExpression(callee) || !isResponseChain(callee.expression, of, file)) return undefined;
  const name = callee.name.text;
  const declared = Object.hasOwn(of.adapter.methods, name) ? of.adapter.methods[name] : undefined;
  if (!declared) return undefined;
  const newest =
    typeof declared === 'function' ? declared(call.arguments.map((argument) => shapeOf(argument, file))) : declared;
  const version = newest.older && file.world.findMajorVersion(file.source.path, of.adapter.packages);
  if (newest.older && version === undefined)
    return { call, name, method: newest, status: unread('differs between versions of the framework') };
  const method = newest.older && (version ?? 0) < newest.older.before ? newest.older.method : newest;
  return { call, name, method, status: method.status && readSource(call, method.status, of, file) };
}

/** True for the response object and for a chain of its methods, each of which gives it back. */
export function isResponseChain(expression: Expression, of: HandlerFunction, file: FileView): boolean {
  let inner = unwrap(expression);
  while (isCallExpression(inner)) {
    const callee = unwrap(inner.expression);
    if (!isPropertyAccessExpression(callee)) return false;
    inner = unwrap(callee.expression);
  }
  return isResponse(inner, of, file);
}

function shapeOf(argument: Expression, file: FileView): ArgumentShape {
  return readNumber(argument, file).kind === 'unknown' ? 'other' : 'number';
}

function readSource(call: CallExpression, status: StatusSource, of: HandlerFunction, file: FileView): CalledStatus {
  if ('unlessSet' in status) {
    const value = status.unlessSet;
    return { value: one(value), symbolic: { kind: 'literal', value }, written: undefined, unlessSet: true };
  }
  if ('always' in status)
    return { value: one(status.always), symbolic: { kind: 'literal', value: status.always }, written: undefined };
  const argument = call.arguments[status.argument];
  if (!argument) return unread('not written here');
  const symbolic = readValue(argument, file);
  return { value: answerTo(symbolic, of, file), symbolic, written: argument };
}

/** What the framework makes of a value that is given as a status: some are refused, in ways that differ by version. */
function answerTo(symbolic: Value, { adapter, handler }: HandlerFunction, file: FileView): Known<number> {
  const plain = workOut(symbolic, file.world);
  const { version } = handler;
  const [lowest, highest] = adapter.handlers.range ?? [100, 999];
  const isCode = (value: number): boolean => Number.isInteger(value) && value >= lowest && value <= highest;
  const number = toNumber(plain, file.world);
  if (valuesOf(number)?.every(isCode) ?? (plain.kind !== 'literal' && plain.kind !== 'missing')) return number;
  const { answerTo: ask } = adapter.handlers;
  if (!ask || (plain.kind !== 'literal' && plain.kind !== 'missing')) return unknown('no status code');
  const answered = ask(plain.kind === 'literal' ? plain.value : undefined, version);
  return answered === undefined ? unknown('no status code') : one(answered);
}

function unread(why: UnknownReason): CalledStatus {
  return { value: unknown(why), symbolic: unknownValue(why), written: undefined };
}

/** The body that the call sends. */
export function readSentBody({ call, method }: ResponseCall, file: FileView): Body {
  const span = file.span(call);
  if (method.body === undefined) return { kind: 'empty' };
  if (method.body === 'reason phrase') return { kind: 'none' };
  if (method.body === 'made elsewhere') return { kind: 'opaque', span };
  const argument = call.arguments[method.body];
  return argument ? readBody(argument, file) : { kind: 'empty' };
}

/** The header field that the call sets, if it is one by a known name. */
export function readHeader({ call, method }: ResponseCall, file: FileView): HeaderField | undefined {
  if (method.header === undefined) return undefined;
  const name = typeof method.header === 'string' ? method.header : stringOf(call.arguments[method.header]);
  return name === undefined ? undefined : { name, span: file.span(call) };
}
