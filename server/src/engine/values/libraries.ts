import { findCodeOfConstant } from '../status-codes/constant-names.ts';
import { someOf, unknownValue, type Value, type World } from './model.ts';

/** Packages whose exports are tables of status codes by name. */
const STATUS_PACKAGES = new Set([
  'http-status-codes',
  'http-status',
  'axios',
  'http2',
  'node:http2',
  'http-constants',
  'http-codes',
  'http-response-status-code',
  'http-status-ts',
  'http-enums',
  '@poppinss/http-status',
  'stoker/http-status-codes',
]);

/** True for exports that name status codes: whole packages of them, or NestJS's enum. */
export function isStatusTable(module: string, name: string): boolean {
  return STATUS_PACKAGES.has(module) || (module === '@nestjs/common' && name === 'HttpStatus');
}

/** Since which version the table of a package has the names of RFC 9110 beside the older ones. */
const CURRENT_NAMES: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  'axios#HttpStatusCode': [1, 21],
};

/** True if the table that a package exports surely has Content Too Large and Unprocessable Content. */
export function hasCurrentNames(module: string, name: string, from: string, world: World): boolean {
  const since = CURRENT_NAMES[`${module}#${name}`];
  return since !== undefined && world.isAtLeast(from, module, ...since);
}

/** How the tables of these packages name their members, by the example of 404. */
const TABLES: Readonly<Record<string, string>> = {
  'http-status-codes#StatusCodes': 'NOT_FOUND',
  'http-status-codes#*': 'NOT_FOUND',
  'http-status-codes#default': 'NOT_FOUND',
  'http-status#*': 'NOT_FOUND',
  'http-status#default': 'NOT_FOUND',
  'http-status#status': 'NOT_FOUND',
  'http-status-ts#HttpStatus': 'NOT_FOUND',
  'stoker/http-status-codes#*': 'NOT_FOUND',
  'axios#HttpStatusCode': 'NotFound',
  'http2#constants': 'HTTP_STATUS_NOT_FOUND',
  'node:http2#constants': 'HTTP_STATUS_NOT_FOUND',
  '@nestjs/common#HttpStatus': 'NOT_FOUND',
};

/** The name of 404 in the table that a package exports under this name; undefined for what is no such table. */
export function nameMemberOfTable(module: string, name: string): string | undefined {
  return TABLES[`${module}#${name}`];
}

const literal = (value: number): Value => ({ kind: 'literal', value });

/** Elysia's own errors: https://elysiajs.com/essential/life-cycle.html */
const ELYSIA_ERRORS: Readonly<Record<string, number>> = {
  NotFoundError: 404,
  ParseError: 400,
  ValidationError: 422,
  InternalServerError: 500,
  InvalidCookieSignature: 400,
};

/** A class of errors that all carry one status, made in the file `path`. */
function errorClass(status: Value, path: string): Value {
  const none = new Map<string, Value>();
  const fields = new Map([['statusCode', status]]);
  const summary = {
    name: undefined,
    base: undefined,
    superArguments: undefined,
    fields,
    statics: none,
    methods: none,
    injected: new Map(),
    decorators: [],
  };
  return { kind: 'class', summary: { owner: '@fastify/error', path, span: { start: 0, end: 0 }, ...summary } };
}

/** Names of errors that do not follow a reason phrase. */
const ERROR_NAMES: Readonly<Record<string, number>> = {
  internal: 500,
  badImplementation: 500,
  badData: 422,
  conflict: 409,
  clientTimeout: 408,
  serverUnavailable: 503,
  gatewayTimeout: 504,
  badGateway: 502,
  teapot: 418,
  resourceGone: 410,
  illegal: 451,
  entityTooLarge: 413,
  uriTooLong: 414,
  rangeNotSatisfiable: 416,
  notImplemented: 501,
  InternalServerError: 500,
};

function codeOfName(name: string): number | undefined {
  const own = ERROR_NAMES[name];
  if (own !== undefined) return own;
  const words = name.replace(/(?:Error|Exception)$/, '').replace(/([a-z])([A-Z])/g, '$1_$2');
  return findCodeOfConstant(words.toUpperCase());
}

/** The codes of tRPC whose names are no reason phrases, and what its adapters answer for them. */
const PROCEDURE_CODES: Readonly<Record<string, number>> = {
  PARSE_ERROR: 400,
  METHOD_NOT_SUPPORTED: 405,
  TIMEOUT: 408,
  PAYLOAD_TOO_LARGE: 413,
  UNPROCESSABLE_CONTENT: 422,
  CLIENT_CLOSED_REQUEST: 499,
};

/** `{ code: 'NOT_FOUND' }` is 404; tRPC answers 500 for what it does not know. */
function readProcedureCode(options: Value | undefined): Value {
  const code = options?.kind === 'object' ? options.properties.get('code') : undefined;
  return code?.kind === 'some' ? someOf(code.options.map(toProcedureStatus)) : toProcedureStatus(code);
}

function toProcedureStatus(code: Value | undefined): Value {
  if (code?.kind !== 'literal' || typeof code.value !== 'string') return unknownValue('not written here');
  return literal(PROCEDURE_CODES[code.value] ?? findCodeOfConstant(code.value) ?? 500);
}

/**
 * The error that a library's function or class makes, with the status that it carries; undefined for anything else.
 * Sources: the READMEs of http-errors, @hapi/boom, Hono, routing-controllers and NestJS.
 */
export function findLibraryValue(callee: Value, how: 'call' | 'new', args: readonly Value[]): Value | undefined {
  if (callee.kind !== 'import') return undefined;
  const { module, name } = callee;
  if (module === 'http-errors') {
    const plain = name.replace(/^(?:default|createError|createHttpError)(?:\.|$)/, '');
    if (plain === '' || plain === '*') return { kind: 'error', status: args[0] ?? literal(500) };
    if (plain === 'HttpError') return undefined;
    const code = /^\d+$/.test(plain) ? Number(plain) : codeOfName(plain);
    return code === undefined ? undefined : { kind: 'error', status: literal(code) };
  }
  if (module === '@fastify/error') {
    const made = /^(?:\*|default|createError)$/.test(name) && how === 'call';
    return made ? errorClass(args[2] ?? literal(500), callee.from) : undefined;
  }
  if (module === 'h3' || module === '#imports' || module === 'nitropack/runtime') {
    if (name !== 'createError' || how !== 'call') return undefined;
    const [given] = args;
    const field = (key: string): Value => ({ kind: 'member', object: given ?? { kind: 'missing' }, name: key });
    const status: Value = { kind: 'fallback', first: field('statusCode'), second: field('status') };
    const isText = given?.kind === 'text' || (given?.kind === 'literal' && typeof given.value === 'string');
    return { kind: 'error', status: isText ? literal(500) : { kind: 'fallback', first: status, second: literal(500) } };
  }
  if (module === 'elysia' && how === 'new' && Object.hasOwn(ELYSIA_ERRORS, name))
    return { kind: 'error', status: literal(ELYSIA_ERRORS[name] ?? 500) };
  if (module === '@fastify/sensible') {
    const plain = name.replace(/^(?:default\.)?httpErrors\./, '');
    if (plain === 'createError') return { kind: 'error', status: args[0] ?? literal(500), module };
    const code = plain === name ? undefined : codeOfName(plain);
    return code === undefined ? undefined : { kind: 'error', status: literal(code) };
  }
  if (module === '@hapi/boom' || module === 'boom') {
    const plain = name.replace(/^(?:default|Boom)(?:\.|$)/, '');
    const given: Value = { kind: 'member', object: args[1] ?? { kind: 'missing' }, name: 'statusCode' };
    const isMade = (how === 'new' && (plain === '' || plain === '*')) || plain === 'Boom' || plain === 'boomify';
    if (isMade) return { kind: 'error', status: { kind: 'fallback', first: given, second: literal(500) }, module };
    const code = codeOfName(plain);
    return code === undefined ? undefined : { kind: 'error', status: literal(code), module };
  }
  if (module === '@trpc/server' && name === 'TRPCError') return { kind: 'error', status: readProcedureCode(args[0]) };
  if (module === 'hono/http-exception' && name === 'HTTPException')
    return { kind: 'error', status: args[0] ?? literal(500), module, name };
  if ((module === '@nestjs/common' || module === 'routing-controllers') && how === 'new') {
    if (name === 'HttpException') return { kind: 'error', status: args[1] ?? { kind: 'missing' }, module, name };
    if (name === 'HttpError') return { kind: 'error', status: args[0] ?? literal(500) };
    const code = /(?:Exception|Error)$/.test(name) ? codeOfName(name) : undefined;
    return code === undefined ? undefined : { kind: 'error', status: literal(code), module, name };
  }
  return undefined;
}
