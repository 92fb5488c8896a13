import type { ArgumentShape, ResponseMethod } from '../adapter.ts';
import { type Known, one, unknown } from '../known.ts';
import type { Body, HeaderField } from '../model.ts';
import { readNumber } from '../syntax/constants.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  isCallExpression,
  isPropertyAccessExpression,
} from '../syntax/parser.ts';
import { stringOf, unwrap } from '../syntax/tree.ts';
import { type HandlerFunction, isResponse } from './handler-function.ts';
import { readBody } from './read-body.ts';

/** A call of a method on the response object, as its adapter declares it. */
export interface ResponseCall {
  readonly call: CallExpression;
  readonly name: string;
  readonly method: ResponseMethod;
  readonly status: { readonly value: Known<number>; readonly written: Expression | undefined } | undefined;
}

/** Reads `call` if its receiver is the handler's response or a chain that begins with it. */
export function readResponseCall(call: CallExpression, of: HandlerFunction, file: FileView): ResponseCall | undefined {
  const callee = unwrap(call.expression);
  if (!isPropertyAccessExpression(callee) || !isResponseChain(callee.expression, of, file)) return undefined;
  const name = callee.name.text;
  const declared = Object.hasOwn(of.adapter.methods, name) ? of.adapter.methods[name] : undefined;
  if (!declared) return undefined;
  const method =
    typeof declared === 'function' ? declared(call.arguments.map((argument) => shapeOf(argument, file))) : declared;
  return { call, name, method, status: readStatus(call, method, file) };
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

function readStatus(call: CallExpression, method: ResponseMethod, file: FileView): ResponseCall['status'] {
  const { status } = method;
  if (status === undefined) return undefined;
  if (status === 'version dependent')
    return { value: unknown('differs between versions of the framework'), written: undefined };
  if ('always' in status) return { value: one(status.always), written: undefined };
  const argument = call.arguments[status.argument];
  return argument
    ? { value: readNumber(argument, file), written: argument }
    : { value: unknown('not written here'), written: undefined };
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
