import type { ArgumentShape, Overload, ResponseMethod, StatusSource } from '../adapter.ts';
import { type Known, one, type UnknownReason, unknown, valuesOf } from '../known.ts';
import type { Body, HeaderField, InvalidStatus, Span } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import { type Expression, isCallExpression, isIdentifier, isPropertyAccessExpression } from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { accessedName, stringOf, unwrap } from '../syntax/tree.ts';
import { findErrorStatus } from '../values/errors.ts';
import { workOut } from '../values/evaluate.ts';
import { toNumber } from '../values/literal.ts';
import { unknownValue, type Value } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import { followFate } from './fate.ts';
import { givesResponseBack } from './given-back.ts';
import { findPlace, type HandlerFunction, isResponse } from './handler-function.ts';
import { readGivenStatus, readInitHeaders } from './init.ts';
import { findMaker, findMakerName, type Making } from './made-call.ts';
import { readBody } from './read-body.ts';
import type { CalledStatus, ResponseCall } from './response-call.ts';

/** Reads `call` if its receiver is the handler's response or a chain that begins with it, or if it makes a response. */
export function readResponseCall(call: Making, of: HandlerFunction, file: FileView): ResponseCall | undefined {
  const known = of.calls.get(call);
  if (known !== undefined || of.calls.has(call)) return known;
  const read = readCall(call, of, file);
  of.calls.set(call, read);
  return read;
}

function readCall(call: Making, of: HandlerFunction, file: FileView): ResponseCall | undefined {
  const callee = unwrap(call.expression);
  const args = call.arguments ?? [];
  const name = findMethodName(callee, of, file);
  if (name === undefined)
    return (
      readFunction(call, args, of, file) ??
      readReplier(call, args, of, file) ??
      readSink(call, args, of, file) ??
      readMaker(call, args, of, file)
    );
  const declared = Object.hasOwn(of.adapter.methods, name) ? of.adapter.methods[name] : undefined;
  if (!declared) return undefined;
  const newest = chooseMethod(declared, args, file);
  const shared = { call, args, name, free: false };
  const version = newest.older && file.world.findMajorVersion(file.source.path, of.adapter.packages);
  if (newest.older && version === undefined)
    return { ...shared, method: newest, status: unread('differs between versions of the framework') };
  const method = newest.older && (version ?? 0) < newest.older.before ? newest.older.method : newest;
  if (method.role === 'make' && followFate(call, file) === 'read') return undefined;
  return { ...shared, method, status: readStatus(args, method, of, file) };
}

/** The method of the response that is called: `res.send`, or `send` alone where it was taken out of it. */
function findMethodName(callee: Expression, of: HandlerFunction, file: FileView): string | undefined {
  if (isPropertyAccessExpression(callee))
    return isResponseChain(callee.expression, of, file) ? callee.name.text : undefined;
  const { response } = of;
  const found = response && isIdentifier(callee) ? findPlace(callee, file) : undefined;
  const name = found?.path.at(-1);
  const isOwn = found?.parameter === response?.parameter && found?.path.length === (response?.path.length ?? 0) + 1;
  return isOwn && name !== undefined && Object.hasOwn(of.adapter.methods, name) ? name : undefined;
}

/** Reads a call of a function of the framework that is given the response: `setResponseStatus(event, 404)`. */
function readFunction(
  call: Making,
  args: readonly Expression[],
  of: HandlerFunction,
  file: FileView,
): ResponseCall | undefined {
  const { functions, packages } = of.adapter;
  const [first] = args;
  const path = functions && first && isResponse(first, of, file) ? findMakerName(call.expression, file) : undefined;
  const [module = '', name = ''] = path?.split('#') ?? [];
  const declared = functions && Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!declared || !(module === '' || packages.includes(module))) return undefined;
  const method = chooseMethod(declared, args, file);
  return { call, args, name, free: false, method, status: readStatus(args, method, of, file) };
}

/** Reads a call of something else that sends with the response that it is given first. */
function readReplier(
  call: Making,
  args: readonly Expression[],
  of: HandlerFunction,
  file: FileView,
): ResponseCall | undefined {
  const repliers = of.framework.decorated?.repliers ?? {};
  const callee = unwrap(call.expression);
  const [response] = args;
  if (!isPropertyAccessExpression(callee) || !response || !isResponse(response, of, file)) return undefined;
  const name = callee.name.text;
  const method = Object.hasOwn(repliers, name) ? repliers[name] : undefined;
  return method && { call, args, name, free: false, foreign: true, method, status: readStatus(args, method, of, file) };
}

/** Clients whose streams set the status of the response that they are piped into. */
const COPIES_STATUS = /^(?:await\s+)?(?:request|got|needle|hyperquest|proxy)\b|^req(?:uest)?\s*\.\s*pipe\b/;

/** Reads a call of a stream that sends into the response: `file.pipe(res)`, `pipeline(file, res, done)`. */
function readSink(
  call: Making,
  args: readonly Expression[],
  of: HandlerFunction,
  file: FileView,
): ResponseCall | undefined {
  const callee = unwrap(call.expression);
  const source = isPropertyAccessExpression(callee) ? callee.expression : args[0];
  const name = isIdentifier(callee) ? callee.text : accessedName(callee);
  if (!source || name === undefined || !of.adapter.sinks?.includes(name)) return undefined;
  if (!args.some((argument) => isResponse(argument, of, file))) return undefined;
  const declaration = isIdentifier(source) ? findDeclaration(file.scopes, source) : undefined;
  const made = declaration?.kind === 'variable' ? declaration.node.initializer : undefined;
  const copies = COPIES_STATUS.test(file.text(made ?? source));
  const status = copies ? unread('property of a value made elsewhere') : undefined;
  return { call, args, name, free: false, foreign: true, method: { role: 'stream', body: 'made elsewhere' }, status };
}

/** Reads a call that makes a response as a value, in a handler whose framework takes such values. */
function readMaker(
  call: Making,
  args: readonly Expression[],
  of: HandlerFunction,
  file: FileView,
): ResponseCall | undefined {
  const name = of.adapter.made && findMakerName(call.expression, file);
  const declared = name === undefined ? undefined : findMaker(name);
  if (!declared || name === undefined || followFate(call, file) === 'read') return undefined;
  const newest = chooseMethod(declared, args, file);
  const module = name.slice(0, name.indexOf('#'));
  const version = newest.older && file.world.findMajorVersion(file.source.path, [module]);
  const method = newest.older && version !== undefined && version < newest.older.before ? newest.older.method : newest;
  const status = readStatus(args, method, of, file);
  return { call, args, name: name.slice(name.indexOf('#') + 1), free: true, method, status };
}

function chooseMethod(
  declared: ResponseMethod | Overload,
  args: readonly Expression[],
  file: FileView,
): ResponseMethod {
  return typeof declared === 'function' ? declared(args.map((argument) => shapeOf(argument, file))) : declared;
}

/** What gives the status of a call: its arguments, their default, or what the method always says. */
function readStatus(
  args: readonly Expression[],
  method: ResponseMethod,
  of: HandlerFunction,
  file: FileView,
): CalledStatus | undefined {
  const { status, init } = method;
  const otherwise = status && 'argument' in status ? status.otherwise : undefined;
  if (init === undefined && otherwise === undefined) return status && readSource(args, status, of, file);
  const { value, written } = readGivenStatus(args, method, file);
  if (workOut(value, file.world).kind === 'missing')
    return otherwise === undefined ? undefined : readSource(args, { always: otherwise }, of, file);
  const fallback: Value = { kind: 'literal', value: otherwise ?? of.defaultStatus };
  const symbolic: Value = { kind: 'fallback', first: value, second: fallback };
  return { value: answerTo(symbolic, of, file), symbolic, written };
}

/** True for the response object and for a chain of its methods, each of which gives it back. */
export function isResponseChain(expression: Expression, of: HandlerFunction, file: FileView): boolean {
  let inner = unwrap(expression);
  // `host.switchToHttp().getResponse()` is a call, and the response itself.
  while (isCallExpression(inner) && !isResponse(inner, of, file)) {
    const callee = unwrap(inner.expression);
    if (givesResponseBack(inner, of, file)) return true;
    if (!isPropertyAccessExpression(callee)) return false;
    inner = unwrap(callee.expression);
  }
  if (isResponse(inner, of, file)) return true;
  if (!of.adapter.settles || !isIdentifier(inner)) return false;
  // `const response = h.response(body); response.code(201);`
  const declaration = findDeclaration(file.scopes, inner);
  const value = declaration?.kind === 'variable' && declaration.constant ? declaration.node.initializer : undefined;
  return value !== undefined && isCallExpression(unwrap(value)) && isResponseChain(value, of, file);
}

function shapeOf(argument: Expression, file: FileView): ArgumentShape {
  const value = workOut(readValue(argument, file), file.world);
  if (value.kind === 'text' || (value.kind === 'literal' && typeof value.value === 'string')) return 'text';
  return toNumber(value, file.world).kind === 'unknown' ? 'other' : 'number';
}

function readSource(
  args: readonly Expression[],
  status: StatusSource,
  of: HandlerFunction,
  file: FileView,
): CalledStatus {
  if ('unlessSet' in status) {
    const value = status.unlessSet;
    return { value: one(value), symbolic: { kind: 'literal', value }, written: undefined, unlessSet: true };
  }
  if ('carriedBy' in status) {
    const error = args[status.carriedBy];
    const symbolic = error ? readValue(error, file) : unknownValue('not written here');
    const value = findErrorStatus(symbolic, file.world) ?? unknown('property of a value made elsewhere');
    return { value, symbolic: unknownValue('property of a value made elsewhere'), written: undefined };
  }
  if ('always' in status)
    return { value: one(status.always), symbolic: { kind: 'literal', value: status.always }, written: undefined };
  const argument = args[status.argument];
  if (!argument) return unread('not written here');
  const symbolic = readValue(argument, file);
  return {
    value: answerTo(symbolic, of, file),
    symbolic,
    written: argument,
    invalid: listInvalid(symbolic, argument, of, file),
  };
}

/** The values that an expression may have and that are no status, where all of them or each by itself can be read. */
function listInvalid(
  symbolic: Value,
  argument: Expression,
  { adapter, handler }: HandlerFunction,
  file: FileView,
): readonly InvalidStatus[] {
  const plain = workOut(symbolic, file.world);
  const options = plain.kind === 'some' ? plain.options.map((option) => workOut(option, file.world)) : [plain];
  const [lowest, highest] = adapter.handlers.range ?? [100, 999];
  return options.flatMap((option): InvalidStatus[] => {
    // That a table may lack a key is no more than a possibility.
    if (option.kind !== 'literal' && (option.kind !== 'missing' || options.length > 1)) return [];
    const written = option.kind === 'literal' ? option.value : undefined;
    if (typeof written === 'number' && Number.isInteger(written) && written >= lowest && written <= highest) return [];
    const answers = adapter.handlers.answerTo?.(written, handler.version);
    return [{ written, span: file.span(argument), always: options.length === 1, answers }];
  });
}

/** What is known of an expression that is assigned as the status. */
export function readAssignedStatus(written: Expression, of: HandlerFunction, file: FileView): CalledStatus {
  const symbolic = readValue(written, file);
  return { value: answerTo(symbolic, of, file), symbolic, written };
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
export function readSentBody({ call, args, method }: ResponseCall, file: FileView): Body {
  const span = file.span(call);
  if (method.body === undefined) return { kind: 'empty' };
  if (method.body === 'reason phrase') return { kind: 'none' };
  if (method.body === 'made elsewhere') return { kind: 'opaque', span };
  const argument = args[method.body];
  return argument ? readBody(argument, file) : { kind: 'empty' };
}

/** The header fields that a call sets. */
export function readHeaders({ call, args, method }: ResponseCall, file: FileView): readonly HeaderField[] {
  const span = file.span(call);
  const given = readInitHeaders(args, method, file);
  if (typeof method.header === 'string') return [{ name: method.header, span }, ...given];
  if (method.header !== undefined) return [...readNames(args[method.header], span, file), ...given];
  // A text beside tables of fields is the reason phrase.
  const tables = (method.fields ?? [])
    .map((index) => args[index])
    .filter((argument) => argument && stringOf(unwrap(argument)) === undefined);
  return [...tables.flatMap((table) => readNames(table, span, file)), ...given];
}

/** A name, or an object of fields by name. */
function readNames(argument: Expression | undefined, span: Span, file: FileView): readonly HeaderField[] {
  const value = argument && workOut(readValue(argument, file), file.world);
  switch (value?.kind) {
    case undefined:
    case 'text':
      return [];
    case 'literal':
      return typeof value.value === 'string' ? [{ name: value.value, span }] : [];
    case 'object': {
      const names = [...value.properties.keys(), ...(value.open ? ['*'] : [])];
      return names.map((name) => ({ name, span }));
    }
    default:
      return [{ name: '*', span }];
  }
}
