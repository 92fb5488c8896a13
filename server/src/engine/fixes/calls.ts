import { type Known, theOne } from '../known.ts';
import type { Response, TextEdit } from '../model.ts';
import type { HandlerFunction } from '../responses/handler-function.ts';
import { readHelper } from '../responses/through-helpers.ts';
import { findCodeOfConstant, nameConstantLike } from '../status-codes/constant-names.ts';
import { findStatusCode } from '../status-codes/index.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  isAwaitExpression,
  isCallExpression,
  isNewExpression,
  isObjectLiteralExpression,
  isPropertyAssignment,
  isThrowStatement,
  type NewExpression,
} from '../syntax/parser.ts';
import { findNodeAt, nameOf, stringOf, unwrapAwait } from '../syntax/tree.ts';
import { findErrorStatus } from '../values/errors.ts';
import { fillIn, workOut } from '../values/evaluate.ts';
import { readNumber } from '../values/literal.ts';
import type { Value } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import type { SpellStatus } from './constants.ts';
import { findSiblings } from './siblings.ts';
import { quote, readStyle } from './style.ts';

type Maker = CallExpression | NewExpression;

/** The status that is answered if `callee` is called with `args` where the maker stands. */
type Ask = (callee: Value, args: readonly Value[]) => Known<number> | undefined;

/**
 * Sets the status of an answer that is given through a call: `sendError(res, 400)`, `throw new AppError('…', 400)`,
 * `next(createError(400))`. The call is edited, never what is called, and only if the answer then surely has the status:
 * first its argument is replaced, else what is called, by one of its kind that stands in the same place.
 */
export function setStatusOfCall(
  code: number,
  response: Response,
  of: HandlerFunction,
  file: FileView,
  spellStatus: SpellStatus,
): readonly TextEdit[] | undefined {
  const maker = findMaker(response, file);
  const present = theOne(response.status);
  if (!maker || present === undefined) return undefined;
  const ask = askOf(maker, response, of, file);
  const callee = readValue(maker.expression, file);
  const args = (maker.arguments ?? []).map((argument) => readValue(argument, file));
  for (const { expression, replaced } of findCandidates(maker, args, present, code, file)) {
    if (!isOne(ask(callee, replaced), code)) continue;
    const span = file.span(expression);
    const { text, edits } = spellStatus(code, response, span);
    return [{ span, text }, ...edits];
  }
  for (const { expression, text, replaced } of findNames(maker, args, present, code)) {
    if (!isOne(ask(callee, replaced), code)) continue;
    return [{ span: file.span(expression), text: quote(text, readStyle(file)) }];
  }
  for (const { value, edits } of findSiblings(maker.expression, present, code, file)) {
    if (!isOne(ask(value, args), code)) continue;
    const spelled = edits();
    if (spelled) return spelled;
  }
  return undefined;
}

function isOne(known: Known<number> | undefined, code: number): boolean {
  return known !== undefined && theOne(known) === code;
}

/** The call that decides the status: of the error that is thrown or handed on, or of the helper. */
function findMaker({ span, via }: Response, file: FileView): Maker | undefined {
  const node = findNodeAt(span, file.tree);
  if (!node) return undefined;
  if (isThrowStatement(node)) return asMaker(node.expression);
  if (!isCallExpression(node)) return isAwaitExpression(node) ? asMaker(node) : undefined;
  const [error] = node.arguments;
  return via === 'next' ? error && asMaker(error) : node;
}

function asMaker(expression: Expression): Maker | undefined {
  const inner = unwrapAwait(expression);
  return isCallExpression(inner) || isNewExpression(inner) ? inner : undefined;
}

function askOf(maker: Maker, response: Response, of: HandlerFunction, file: FileView): Ask {
  const kind = isNewExpression(maker) ? 'new' : 'call';
  if (response.via === 'helper' && isCallExpression(maker))
    return (callee, args) => readHelper(callee, args, maker, of, file)?.status?.value;
  if (file.text(maker.expression) === 'Object.assign')
    return (_callee, [, given]) => given && findErrorStatus(given, file.world);
  const node = findNodeAt(response.span, file.tree);
  if (node !== maker) return (callee, args) => findErrorStatus({ kind, callee, args }, file.world);
  // A function that does nothing but throw.
  return (callee, args) => {
    const fn = workOut(callee, file.world);
    if (fn.kind !== 'function' || !fn.summary.throws) return undefined;
    return findErrorStatus(fillIn(fn.summary.throws, fn.summary.owner, args), file.world);
  };
}

interface Candidate {
  readonly expression: Expression;
  /** The arguments with the wanted status in the place of the expression. */
  readonly replaced: readonly Value[];
}

interface NamedCandidate extends Candidate {
  readonly text: string;
}

/** Texts among the arguments that name the present status, for a table to turn into it, with that of the wanted one. */
function findNames(maker: Maker, args: readonly Value[], present: number, code: number): readonly NamedCandidate[] {
  const rename = (expression: Expression): string | undefined => {
    const text = stringOf(unwrapAwait(expression));
    // A message is no name.
    return text === undefined || /\s/.test(text) ? undefined : nameCodeLike(text, present, code);
  };
  return (maker.arguments ?? []).flatMap((argument, index): NamedCandidate[] => {
    const text = rename(argument);
    if (text !== undefined)
      return [{ expression: argument, text, replaced: args.with(index, { kind: 'literal', value: text }) }];
    const inner = unwrapAwait(argument);
    const value = args[index];
    if (!isObjectLiteralExpression(inner) || value?.kind !== 'object') return [];
    return inner.properties.flatMap((property): NamedCandidate[] => {
      const name = property.name && nameOf(property.name);
      if (name === undefined || !isPropertyAssignment(property)) return [];
      const other = rename(property.initializer);
      if (other === undefined) return [];
      const properties = new Map<string, Value>([...value.properties, [name, { kind: 'literal', value: other }]]);
      return [{ expression: property.initializer, text: other, replaced: args.with(index, { ...value, properties }) }];
    });
  });
}

/** `conflict` beside `bad_request`, `CONFLICT` beside `BAD_REQUEST`; separators are kept as they are. */
function nameCodeLike(name: string, present: number, code: number): string | undefined {
  if (findCodeOfConstant(name) !== present) return undefined;
  const words = (findStatusCode(code)?.reasonPhrase ?? '').split(/[^A-Za-z]+/).filter((word) => word !== '');
  const separator = /[-_]/.exec(name)?.[0] ?? (name === name.toLowerCase() || name === name.toUpperCase() ? '_' : '');
  if (name === name.toUpperCase()) return words.join(separator).toUpperCase();
  if (name === name.toLowerCase()) return words.join(separator).toLowerCase();
  return nameConstantLike(name, code);
}

/** The arguments, and the properties of those that are written as objects, which have the present status as their value. */
function findCandidates(
  maker: Maker,
  args: readonly Value[],
  present: number,
  code: number,
  file: FileView,
): readonly Candidate[] {
  const wanted: Value = { kind: 'literal', value: code };
  const has = (expression: Expression): boolean => theOne(readNumber(expression, file)) === present;
  return (maker.arguments ?? []).flatMap((argument, index): Candidate[] => {
    if (has(argument)) return [{ expression: argument, replaced: args.with(index, wanted) }];
    const inner = unwrapAwait(argument);
    const value = args[index];
    if (!isObjectLiteralExpression(inner) || value?.kind !== 'object') return [];
    return inner.properties.flatMap((property): Candidate[] => {
      const name = property.name && nameOf(property.name);
      if (name === undefined || !isPropertyAssignment(property) || !has(property.initializer)) return [];
      const properties = new Map([...value.properties, [name, wanted]]);
      return [{ expression: property.initializer, replaced: args.with(index, { ...value, properties }) }];
    });
  });
}
