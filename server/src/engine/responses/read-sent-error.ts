import type { Body, Response, SentErrorPart } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  forEachChild,
  type Identifier,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isTemplateSpan,
  type Node,
  type PropertyAccessExpression,
  SyntaxKind,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { calledName, isFunctionLike, unwrap } from '../syntax/tree.ts';
import { dependsOn, workOut } from '../values/evaluate.ts';
import type { Value } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import type { HandlerFunction } from './handler-function.ts';
import { isErrorOfCallback } from './read-origin.ts';
import { findInArgument } from './through-helpers.ts';

const MAX_DEPTH = 5;

/** Where the code asks whether it runs in development, what it adds there is meant. */
const DEVELOPMENT = /NODE_ENV|isDev|is_dev|isProd|development|production|\bdebug\b|DEBUG|\benv\b|\bdev\b|verbose/;

/** Everything of the caught error that an answer sends, the worst first. */
export function readSentError(
  node: Node,
  answer: Pick<Response, 'via' | 'body'> & { readonly from?: Node | undefined },
  variable: string | undefined,
  of: HandlerFunction,
  file: FileView,
): readonly SentErrorPart[] {
  const { via, body, from } = answer;
  if (!from && (via === 'throw' || via === 'next' || body.kind === 'none')) return [];
  const errors = { variable, parameter: findErrorArgument(of, file) };
  if (errors.variable === undefined && errors.parameter === undefined) return [];
  const given = from ? [from] : via === 'helper' ? findGiven(node, file) : findBody(node, body, file);
  // Where the framework takes a sent error for a thrown one, its error handler decides what becomes of it.
  if (of.adapter.readsErrors && given.every((whole) => isError(whole, errors, file))) return [];
  const found = given.flatMap((expression) => listParts(expression, errors, file));
  return (['stack', 'raw', 'message'] as const).flatMap((kind) => found.filter(({ part }) => part === kind));
}

interface Errors {
  readonly variable: string | undefined;
  /** The parameter of a helper that is given caught errors. */
  readonly parameter: string | undefined;
}

/** The expression that is sent as the body, which lies somewhere inside the answering one. */
function findBody(node: Node, body: Body, file: FileView): readonly Node[] {
  const { span } = body as { readonly span?: { readonly start: number; readonly end: number } };
  if (!span) return [];
  const visit = (inner: Node): Node | undefined => {
    const own = file.span(inner);
    if (own.start === span.start && own.end === span.end) return inner;
    return own.start <= span.start && span.end <= own.end ? forEachChild(inner, visit) : undefined;
  };
  const found = visit(node);
  return found ? [found] : [];
}

/** The arguments of a helper's call that it puts into the body. */
function findGiven(node: Node, file: FileView): readonly Node[] {
  if (!isCallExpression(node)) return [];
  const callee = workOut(readValue(node.expression, file), file.world);
  if (callee.kind !== 'function') return [];
  const { summary } = callee;
  const sent = summary.answers.flatMap(({ body }) => listParameters(body, summary.owner));
  return sent.flatMap(({ index, path }) => {
    const argument = node.arguments[index];
    // A helper of this file that is given the error itself is told of where it sends it.
    if (!argument || (isIdentifier(argument) && summary.path === file.source.path)) return [];
    return findInArgument(argument, path) ?? [];
  });
}

interface SentParameter {
  readonly index: number;
  readonly path: readonly string[];
}

/** The parameters whose value, or a part of it, stands in a body. */
function listParameters(
  value: Value,
  owner: string,
  path: readonly string[] = [],
  depth = 0,
): readonly SentParameter[] {
  if (depth > MAX_DEPTH) return [];
  const into = (inner: Value, more: readonly string[] = []): readonly SentParameter[] =>
    listParameters(inner, owner, more, depth + 1);
  switch (value.kind) {
    case 'parameter':
      return value.owner === owner ? [{ index: value.index, path: [...value.path, ...path] }] : [];
    case 'object':
      return [...value.properties.values()].flatMap((inner) => into(inner));
    case 'array':
      return value.elements.flatMap((inner) => into(inner));
    case 'some':
      return value.options.flatMap((inner) => into(inner, path));
    case 'fallback':
      return [...into(value.first, path), ...into(value.second, path)];
    case 'choice':
      // What something else than the error decides, such as the environment, may well be meant.
      return asks(value.test, owner) ? [...into(value.first, path), ...into(value.second, path)] : [];
    case 'member':
      return into(value.object, [value.name, ...path]);
    default:
      return [];
  }
}

/** True if a test looks at what a function is given. */
function asks(test: Value, owner: string): boolean {
  if (test.kind !== 'test') return dependsOn(test, owner);
  const inner = test.test;
  if (inner.kind === 'not') return asks(inner.of, owner);
  return dependsOn(inner.kind === 'equal' ? inner.first : inner.object, owner);
}

/** What an expression gives on of the error, apart from what only a test looks at. */
function listParts(expression: Node, errors: Errors, file: FileView, depth = 0): readonly SentErrorPart[] {
  if (depth > MAX_DEPTH || isFunctionLike(expression)) return [];
  const into = (inner: Node): readonly SentErrorPart[] => listParts(inner, errors, file, depth);
  if (isConditionalExpression(expression)) {
    const test = file.text(expression.condition);
    if (DEVELOPMENT.test(test)) return [];
    // Errors of a class of the program's own have messages for users.
    const own = /\binstanceof\b(?!\s*Error\b)/.test(test) || isAboutStatus(expression.condition, file);
    return [...(own ? [] : into(expression.whenTrue)), ...into(expression.whenFalse)];
  }
  if (isBinaryExpression(expression) && expression.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken)
    return DEVELOPMENT.test(file.text(expression.left)) ? [] : into(expression.right);
  if (isPropertyAccessExpression(expression))
    return fromProperty(expression, errors, file) ?? into(expression.expression);
  if (isCallExpression(expression)) return fromCall(expression, errors, file);
  if (isPropertyAssignment(expression)) return into(expression.initializer);
  if (isIdentifier(expression)) return fromName(expression, errors, file, depth);
  const parts: SentErrorPart[] = [];
  forEachChild(expression, (child) => void parts.push(...into(child)));
  return parts;
}

/** What tells a failure in words; drivers of databases put the query beside it. */
const MESSAGES = /^(?:message|sqlMessage|sql)$/;

/** `status === 400 ? error.message : 'Something failed'`: the status was chosen by what kind of error it is. */
function isAboutStatus(test: Node, file: FileView): boolean {
  return (
    isBinaryExpression(test) &&
    /status|code/i.test(file.text(test.left)) &&
    /^[1-4]\d\d$|^500$/.test(file.text(test.right))
  );
}

function fromProperty(
  access: PropertyAccessExpression,
  errors: Errors,
  file: FileView,
): readonly SentErrorPart[] | undefined {
  if (!isError(unwrap(access.expression), errors, file)) return undefined;
  const name = access.name.text;
  if (name === 'stack') return [toPart('stack', access, file)];
  return MESSAGES.test(name) ? [toPart('message', access, file)] : [];
}

/** `JSON.stringify(error)`, `String(error)` and `error.toString()` write it out; other calls may make anything of it. */
function fromCall(call: CallExpression, errors: Errors, file: FileView): readonly SentErrorPart[] {
  const callee = unwrap(call.expression);
  const [first] = call.arguments;
  const given = first !== undefined && isError(unwrap(first), errors, file);
  const name = file.text(callee);
  if (given && (name === 'JSON.stringify' || /(?:^|\.)inspect$/.test(name))) return [toPart('raw', call, file)];
  if (name === 'JSON.stringify' && first) return listParts(first, errors, file);
  if (given && name === 'String') return [toPart('message', call, file)];
  if (isPropertyAccessExpression(callee) && callee.name.text === 'toString')
    return isError(unwrap(callee.expression), errors, file) ? [toPart('message', call, file)] : [];
  return fromShaper(call, errors, file);
}

/** A function that makes a body of what it is given: `errorBody(error.message)`. */
function fromShaper(call: CallExpression, errors: Errors, file: FileView): readonly SentErrorPart[] {
  const callee = workOut(readValue(call.expression, file), file.world);
  if (callee.kind !== 'function') return [];
  const { returns, owner } = callee.summary;
  return listParameters(returns, owner).flatMap(({ index, path }) => {
    const argument = call.arguments[index];
    if (!argument) return [];
    const [name] = path;
    if (!isError(unwrap(argument), errors, file))
      return listParts(findInArgument(argument, path) ?? argument, errors, file, 1);
    if (name === undefined) return [toPart('raw', argument, file)];
    if (name !== 'message' && name !== 'stack') return [];
    // The function wants an error: only what it makes of it can give way to a text, if it makes one.
    const place = returns.kind === 'object' ? undefined : file.span(call);
    return [{ part: name, span: file.span(argument), place }];
  });
}

/** `ctx.throw(400, error)`: of an error that is thrown with a status, its message is sent. */
function isThrown({ parent }: Identifier): boolean {
  return isCallExpression(parent) && isPropertyAccessExpression(parent.expression) && calledName(parent) === 'throw';
}

function fromName(name: Identifier, errors: Errors, file: FileView, depth: number): readonly SentErrorPart[] {
  if (isError(name, errors, file)) {
    const inText = isTemplateSpan(name.parent) || isBinaryExpression(name.parent);
    const asMessage = (inText && !isChoice(name.parent)) || isThrown(name);
    return [toPart(asMessage ? 'message' : 'raw', name, file)];
  }
  const declaration = findDeclaration(file.scopes, name);
  if (declaration?.kind === 'element') {
    const { root, path } = declaration;
    const whole = root.initializer && unwrap(root.initializer);
    const [part] = path;
    if (whole && isError(whole, errors, file) && (part === 'message' || part === 'stack'))
      return [toPart(part, name, file)];
    return [];
  }
  const value = declaration?.kind === 'variable' ? declaration.node.initializer : undefined;
  if (!value) return [];
  const place = file.span(name);
  // `if (isProduction) delete body.stack`: what is taken out again is meant for those who develop.
  const isKept = ({ part }: SentErrorPart): boolean =>
    !new RegExp(`\\bdelete\\s+${name.text}\\.${part}\\b`).test(file.source.text);
  return listParts(value, errors, file, depth + 1)
    .filter(isKept)
    .map((part) => (part.place ? { ...part, place } : part));
}

function toPart(part: SentErrorPart['part'], node: Node, file: FileView): SentErrorPart {
  const span = file.span(node);
  return { part, span, place: span };
}

function isChoice(node: Node): boolean {
  if (!isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return kind === SyntaxKind.BarBarToken || kind === SyntaxKind.QuestionQuestionToken;
}

function isError(node: Node, { variable, parameter }: Errors, file: FileView): boolean {
  if (!isIdentifier(node)) return false;
  const declaration = findDeclaration(file.scopes, node);
  if (node.text === parameter) return declaration?.kind === 'parameter';
  if (declaration?.kind !== 'variable') return node.text === variable;
  // `const err = error as Error`: the same under another name.
  const value = declaration.node.initializer && unwrap(declaration.node.initializer);
  return value !== undefined && isIdentifier(value) && value.text === variable && value.text !== node.text;
}

/** The parameter of a helper to which a caught error is given somewhere in the file. */
function findErrorArgument({ fn, handler }: HandlerFunction, file: FileView): string | undefined {
  if (!handler.helper || handler.name === undefined) return undefined;
  const index = fn.parameters.findIndex(({ name }) => isIdentifier(name) && /^_?(?:e|er|err|error)$/i.test(name.text));
  const parameter = fn.parameters[index];
  if (!parameter || !isIdentifier(parameter.name)) return undefined;
  const isGivenError = (node: Node): boolean => {
    if (isCallExpression(node) && isIdentifier(node.expression) && node.expression.text === handler.name) {
      const given = node.arguments[index];
      if (given && isIdentifier(given)) {
        const declaration = findDeclaration(file.scopes, given);
        if (declaration?.kind === 'catch') return true;
        if (declaration?.kind === 'parameter' && isErrorOfCallback(declaration)) return true;
      }
    }
    return forEachChild(node, (child) => isGivenError(child) || undefined) ?? false;
  };
  return file.listNaming(handler.name).some(isGivenError) ? parameter.name.text : undefined;
}
