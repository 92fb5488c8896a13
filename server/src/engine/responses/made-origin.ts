import type { Origin } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { stringOf } from '../syntax/tree.ts';
import { findPlace, type HandlerFunction, isAtPlace } from './handler-function.ts';

/** What the parts of requests, contexts and events of such frameworks hold, under the names that they share. */
const PARTS: Readonly<Record<string, Origin>> = {
  'json()': 'body',
  'formData()': 'body',
  'text()': 'body',
  'parseBody()': 'body',
  'arrayBuffer()': 'body',
  body: 'body',
  params: 'path parameter',
  searchParams: 'query',
  nextUrl: 'query',
  url: 'query',
  headers: 'header',
  cookies: 'header',
  locals: 'session or user',
  session: 'session or user',
  user: 'session or user',
  env: 'environment',
  platform: 'environment',
};

/** Methods of Hono's request that take a name. */
const METHODS: Readonly<Record<string, Origin>> = {
  param: 'path parameter',
  query: 'query',
  queries: 'query',
  header: 'header',
  valid: 'body',
};

const WHO = /user|session|auth|account|jwt|member|identity/i;

/**
 * Where a value came from, in handlers that answer with what they return: their requests are read through methods
 * (`await request.json()`, `c.req.param('id')`) and through further parameters (`{ params }`, `env`).
 */
export function findMadeOrigin(value: Expression, of: HandlerFunction, file: FileView): Origin | undefined {
  if (!of.adapter.made) return undefined;
  if (isNewExpression(value)) {
    const isUrl = file.text(value.expression) === 'URL' && /\burl\b/.test(file.text(value));
    return isUrl ? 'query' : undefined;
  }
  if (isPathname(value, file)) return 'path parameter';
  if (isCallExpression(value)) return originOfMethod(value, of, file);
  const place = findPlace(value, file);
  if (!place || !of.fn.parameters.includes(place.parameter)) return undefined;
  const known = place.path.find((step) => Object.hasOwn(PARTS, step));
  return known === undefined ? undefined : PARTS[known];
}

/** The path of an address, from which handlers without a router take what their routes would tell. */
function isPathname(value: Expression, file: FileView): boolean {
  if (isPropertyAccessExpression(value)) return value.name.text === 'pathname';
  const declaration = isIdentifier(value) ? findDeclaration(file.scopes, value) : undefined;
  return declaration?.kind === 'element' && declaration.path.at(-1) === 'pathname';
}

function originOfMethod(call: CallExpression, of: HandlerFunction, file: FileView): Origin | undefined {
  const callee = call.expression;
  if (!isPropertyAccessExpression(callee)) return undefined;
  const name = callee.name.text;
  const [first] = call.arguments;
  if (!first) return PARTS[`${name}()`] && findMadeRoot(callee.expression, of, file) ? PARTS[`${name}()`] : undefined;
  if (isAtPlace(callee.expression, of.request, file)) {
    const target = name === 'valid' ? stringOf(first) : undefined;
    return target === 'param' ? 'path parameter' : target === 'query' ? 'query' : METHODS[name];
  }
  // What middleware put into the context: `c.get('user')`.
  return name === 'get' && isAtPlace(callee.expression, of.response, file) && WHO.test(stringOf(first) ?? '')
    ? 'session or user'
    : undefined;
}

function findMadeRoot(expression: Expression, of: HandlerFunction, file: FileView): boolean {
  const place = findPlace(expression, file);
  return place !== undefined && of.fn.parameters.includes(place.parameter);
}
