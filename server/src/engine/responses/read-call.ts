import { namesPassword } from '../field-names.ts';
import type { Origin } from '../model.ts';
import { type FileView, listAssignments } from '../syntax/file-view.ts';
import {
  type Expression,
  isArrayLiteralExpression,
  isArrowFunction,
  isBinaryExpression,
  isBlock,
  isCallExpression,
  isConditionalExpression,
  isElementAccessExpression,
  isExpressionStatement,
  isIdentifier,
  isObjectLiteralExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isReturnStatement,
  isShorthandPropertyAssignment,
  isSpreadAssignment,
  isTemplateExpression,
  SyntaxKind,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { accessedName, calledFunction, nameOf, stringOf, unwrap, unwrapAwait } from '../syntax/tree.ts';
import type { HandlerFunction } from './handler-function.ts';
import { findElement } from './promised.ts';
import { findCallOfCallback, findFailedCall, readOrigin } from './read-origin.ts';

const MAX_DEPTH = 6;

/** Methods of queries and values that only shape what a look-up gives. */
const SHAPERS: ReadonlySet<string> = new Set([
  'populate',
  'select',
  'sort',
  'limit',
  'skip',
  'lean',
  'session',
  'exec',
  'orFail',
  'then',
  'catch',
  'toString',
  'equals',
  'where',
  'from',
  'join',
  'leftJoin',
  'innerJoin',
  'orderBy',
  'limit',
  'single',
  'maybeSingle',
]);

/** Those of them that say what is asked for. */
const ASKS: ReadonlySet<string> = new Set(['where']);

/** The call that gave a value. */
export interface FoundCall {
  readonly callee: Expression;
  readonly args: readonly Expression[];
  /** True if a failure of it gives nothing instead, as with `.catch(() => null)`. */
  readonly swallowed: boolean;
}

/** The call behind a value: itself, the initialiser of its name, or what a property was read from. */
export function findCall(expression: Expression, file: FileView, depth = 0): FoundCall | undefined {
  const value = unwrapAwait(expression);
  if (depth > MAX_DEPTH) return undefined;
  if (isCallExpression(value)) {
    const callee = unwrap(value.expression);
    // `User.findById(id).populate('posts').exec()`: what follows the look-up only shapes what it gives.
    const shapes =
      isPropertyAccessExpression(callee) && (SHAPERS.has(callee.name.text) || value.arguments.length === 0);
    const asks = isPropertyAccessExpression(callee) && ASKS.has(callee.name.text) && value.arguments.length > 0;
    const inner = shapes && !asks ? findCall(callee.expression, file, depth + 1) : undefined;
    if (inner && isPropertyAccessExpression(callee) && callee.name.text === 'catch')
      return { ...inner, swallowed: inner.swallowed || givesNothing(value.arguments[0]) };
    return inner ?? { callee: calledFunction(value), args: value.arguments, swallowed: false };
  }
  if (isPropertyAccessExpression(value) || isElementAccessExpression(value)) {
    const whole = findCall(value.expression, file, depth + 1);
    return whole && { ...whole, swallowed: false };
  }
  if (isConditionalExpression(value)) return findCall(value.whenTrue, file, depth + 1);
  if (isBinaryExpression(value) && value.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken)
    return findCall(value.right, file, depth + 1) ?? findCall(value.left, file, depth + 1);
  if (isBinaryExpression(value) && DEFAULTS.has(value.operatorToken.kind)) return findCall(value.left, file, depth + 1);
  if (!isIdentifier(value)) return undefined;
  const declaration = findDeclaration(file.scopes, value);
  const around =
    declaration?.kind === 'parameter' ? (findCallOfCallback(declaration) ?? findFailedCall(declaration)) : undefined;
  if (around) return { callee: around.expression, args: around.arguments, swallowed: false };
  if (declaration?.kind === 'element' && declaration.root.initializer) {
    const one = findElement(declaration.root.initializer, declaration.path[0]);
    return findCall(one, file, depth + 1);
  }
  const root = declaration?.kind === 'variable' ? declaration.node : undefined;
  const source =
    root?.initializer ?? listAssignments(value.text, declaration, file).find((assignment) => assignment.value)?.value;
  return source && !isNothing(source) ? findCall(source, file, depth + 1) : undefined;
}

const DEFAULTS: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken]);

function isNothing(expression: Expression): boolean {
  const { kind } = unwrap(expression);
  return kind === SyntaxKind.NullKeyword || (isIdentifier(expression) && expression.text === 'undefined');
}

/** True for a function that gives nothing, such as `() => null`. */
function givesNothing(handler: Expression | undefined): boolean {
  if (!handler || !isArrowFunction(handler)) return false;
  if (isBlock(handler.body)) {
    // Whatever is logged before: the last statement decides.
    const last = handler.body.statements.at(-1);
    if (!last || isExpressionStatement(last)) return true;
    return isReturnStatement(last) && (!last.expression || isNothing(last.expression));
  }
  return isNothing(handler.body) || unwrap(handler.body).kind === SyntaxKind.FalseKeyword;
}

/** What a call was given. */
export interface Given {
  readonly by: Origin;
  readonly key: string | undefined;
  readonly scoped: boolean;
  readonly proves: boolean;
  readonly list: boolean;
}

/** What proves who somebody is: if it is wrong, the input is well formed all the same. */
const PROOFS = /token|api_?key|signature|secret|session|csrf|[2m]fa|t?otp(?![a-z])|passcode|credential/i;

/** Calls that give a list: those that say so, and those that are called after many of a kind. */
const LISTS =
  /^(?:find|findAll|findMany|getAll\w*|list\w*|all|aggregate|search\w*|(?:get|fetch|load|read|query|find|retrieve)[A-Z]\w*(?:[^\Wsui]s|ies)(?:(?:For|With|Of|In|From|Server|Paginated)\w*|Async)?)$/;

interface GivenValue {
  readonly origin: Origin;
  readonly key: string | undefined;
}

/** What a look-up or a check was given: the values of its arguments, also those deep in a query. */
export function readGiven({ callee, args }: FoundCall, of: HandlerFunction, file: FileView): Given {
  const [sql] = args.map((argument) => findSqlKey(argument, file)).filter((key) => key !== undefined);
  const name = calledNameOf(callee);
  const outer = sql ?? fieldOfName(name);
  const values = args.flatMap((argument) => listValues(argument, outer, of, file));
  const scoped = values.some(({ origin }) => origin === 'session or user');
  const asks = !/update|create|insert|save|upsert/i.test(name);
  // A password that is written is new: nothing was looked for by it.
  const known = values.filter(({ origin, key }) => !NOT_ASKED_FOR.has(origin) && (asks || !namesPassword(key)));
  const first = known.find(({ origin }) => origin === 'path parameter') ?? known[0];
  const secret = known.find(({ key }) => asks && key !== undefined && SECRET_KEY.test(key));
  const proves = values.some(({ key }) => key !== undefined && PROOFS.test(key));
  // A list is filled or empty and never missing; a predicate picks one of its elements.
  const list = LISTS.test(name) && !args.some((argument) => isArrowFunction(unwrap(argument)));
  if (first) return { by: first.origin, key: secret?.key ?? first.key ?? outer, scoped, proves, list };
  const own = values.find(({ origin }) => origin === 'other call') ?? values.find(({ origin }) => origin === 'unknown');
  const key = secret?.key ?? outer ?? (asksQuery(args) ? own?.key : undefined);
  return { by: scoped ? 'session or user' : (own?.origin ?? 'unknown'), key, scoped, proves, list };
}

const SECRET_KEY = /^(?:old|current)?_?(?:pass(?:word)?|pwd|otp)$/i;

/** True for a query that names its fields, as `{ _id: { $in: ids } }` does. */
function asksQuery([first]: readonly Expression[]): boolean {
  return first !== undefined && isObjectLiteralExpression(unwrap(first));
}

const NOT_ASKED_FOR: ReadonlySet<Origin> = new Set(['unknown', 'other call', 'session or user']);

/** The field that the name of a call tells, such as `email` of `findByEmail`, in lower case. */
export function fieldOfName(name: string): string | undefined {
  const field = /By(Pk|Id|ID|[A-Z]\w*?)(?:And[A-Z]\w*|OrThrow|OrFail)?$/.exec(name)?.[1];
  return field?.toLowerCase().replace(/^pk$/, 'id');
}

/** The name of what is called, without what it is called on. */
export function calledNameOf(callee: Expression): string {
  const inner = unwrap(callee);
  if (isIdentifier(inner)) return inner.text;
  return isPropertyAccessExpression(inner) ? inner.name.text : '';
}

/** The column that a query in SQL asks for. */
function findSqlKey(argument: Expression, file: FileView): string | undefined {
  const value = unwrap(argument);
  const text = stringOf(value) ?? (isTemplateExpression(value) ? file.text(value) : undefined);
  return text === undefined ? undefined : /\bwhere\s+(?:[\w"`]+\.)?["`]?(\w+)["`]?\s*=/i.exec(text)?.[1];
}

function listValues(
  argument: Expression,
  key: string | undefined,
  of: HandlerFunction,
  file: FileView,
  depth = 0,
): readonly GivenValue[] {
  const value = unwrapAwait(argument);
  if (depth > MAX_DEPTH) return [];
  const into = (inner: Expression, name: string | undefined): readonly GivenValue[] =>
    listValues(inner, name, of, file, depth + 1);
  if (isObjectLiteralExpression(value))
    return value.properties.flatMap((property) => {
      if (isPropertyAssignment(property)) return into(property.initializer, innerKey(nameOf(property.name), key));
      if (isShorthandPropertyAssignment(property)) return into(property.name, property.name.text);
      return isSpreadAssignment(property) ? into(property.expression, key) : [];
    });
  if (isArrayLiteralExpression(value)) return value.elements.flatMap((element) => into(element, key));
  if (isBinaryExpression(value) && value.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken)
    return into(value.right, key);
  if (isCallExpression(value) && COMPARES.has(calledNameOf(value.expression))) {
    const [column, ...others] = value.arguments;
    return others.flatMap((other) => into(other, column && accessedName(unwrap(column))));
  }
  if (isCallExpression(value) && JOINS.has(calledNameOf(value.expression)))
    return value.arguments.flatMap((part) => into(part, key));
  if (isArrowFunction(value)) return isBlock(value.body) ? [] : readPredicate(value.body, of, file);
  if (isTemplateExpression(value)) return value.templateSpans.flatMap(({ expression }) => into(expression, key));
  if (isIdentifier(value)) {
    // A query that stands in a constant: `const query = { _id: req.params.id }`.
    const declaration = findDeclaration(file.scopes, value);
    const query = declaration?.kind === 'variable' ? declaration.node.initializer : undefined;
    if (query && isObjectLiteralExpression(unwrap(query))) return into(query, key);
  }
  return [{ origin: readOrigin(value, of, file), key: key ?? nameOfGiven(value) }];
}

/** The name of a value, also of one that is converted: `+id`, `Number(req.params.id)`. */
function nameOfGiven(value: Expression): string | undefined {
  const [converted] = isCallExpression(value) && CONVERSIONS.has(calledNameOf(value.expression)) ? value.arguments : [];
  if (converted) return nameOfGiven(unwrap(converted));
  if (isPrefixUnaryExpression(value)) return nameOfGiven(unwrap(value.operand));
  return isIdentifier(value) ? value.text : accessedName(value);
}

const CONVERSIONS: ReadonlySet<string> = new Set(['Number', 'parseInt', 'String', 'BigInt']);

/** Comparisons in the form of calls, as query builders have them: `eq(users.id, id)`. */
const COMPARES: ReadonlySet<string> = new Set(['eq', 'ilike', 'like', 'inArray']);
const JOINS: ReadonlySet<string> = new Set(['and', 'or']);

/** What `one => one.id === id` asks for, by the property that it compares. */
function readPredicate(test: Expression, of: HandlerFunction, file: FileView): readonly GivenValue[] {
  const inner = unwrap(test);
  if (!isBinaryExpression(inner)) return [];
  const { left, right, operatorToken } = inner;
  if (operatorToken.kind === SyntaxKind.AmpersandAmpersandToken)
    return [...readPredicate(left, of, file), ...readPredicate(right, of, file)];
  if (!EQUAL.has(operatorToken.kind)) return [];
  const key = [left, right].map((side) => accessedName(unwrap(side))).find((name) => name !== undefined);
  const origins = [left, right].map((side) => readOrigin(side, of, file));
  return origins.map((origin) => ({ origin, key }));
}

const EQUAL: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.EqualsEqualsToken, SyntaxKind.EqualsEqualsEqualsToken]);

/** Names such as `where` and `$or` belong to the query, those below them to the thing that is asked for. */
/** The field that is asked for inside of a property of a query: its name, or what stood around a word of the query language. */
export function innerKey(name: string | undefined, outer: string | undefined): string | undefined {
  return name === undefined || name.startsWith('$') || /^(?:where|and|or|AND|OR|equals|data|params)$/.test(name)
    ? outer
    : name;
}
