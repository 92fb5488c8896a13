import { valuesOf } from '../known.ts';
import type { Response, Span } from '../model.ts';
import { findStatusCode } from '../status-codes/index.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  isBinaryExpression,
  isCallExpression,
  isComputedPropertyName,
  isConditionalExpression,
  isElementAccessExpression,
  isIdentifier,
  isNewExpression,
  isNumericLiteral,
  isPropertyAccessExpression,
  isStringLiteral,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { nameOf, unwrap } from '../syntax/tree.ts';
import { isStatusTable } from '../values/libraries.ts';
import { readNumber } from '../values/literal.ts';
import { readValue } from '../values/read.ts';
import { findStatusInComment } from './comments.ts';
import { isPossibleStatus, type StatusPosition } from './model.ts';
import { nodeAt } from './node-at.ts';
import { findPlaceOf } from './places.ts';

/**
 * The status at an offset, whatever it is written for; undefined where nothing shows that a number is a status.
 * @param responses what is known of the answers of the file
 */
export function findStatusPosition(
  file: FileView,
  responses: readonly Response[],
  offset: number,
): StatusPosition | undefined {
  if (!mayBeStatus(file.source.text, offset)) return undefined;
  const node = wholeOf(nodeAt(file, offset));
  return (
    findAnswered(file, responses, node, offset) ??
    findCarried(file, responses, node) ??
    findWritten(file, node) ??
    findDocumented(file, offset) ??
    undefined
  );
}

/** A test of the word at an offset, before a file is parsed for it: three digits, or a name. */
export function mayBeStatus(text: string, offset: number): boolean {
  const before = /[\w$]*$/.exec(text.slice(Math.max(0, offset - 100), offset))?.[0] ?? '';
  const word = before + (/^[\w$]*/.exec(text.slice(offset, offset + 100))?.[0] ?? '');
  return /^[1-9]\d\d$|^[A-Za-z_$]/.test(word) || /['"]/.test(text.charAt(offset) + text.charAt(offset - 1));
}

/** The status of an answer: the engine has read what it stands for and why it is sent. */
function findAnswered(
  file: FileView,
  responses: readonly Response[],
  node: Node,
  offset: number,
): StatusPosition | undefined {
  for (const response of responses) {
    const span = file.span(node);
    const written =
      response.statusSpans.find(({ start, end }) => start <= offset && offset <= end) ??
      (answersByName(node, response, file) ? span : undefined);
    if (!written) continue;
    const own = isWithin(span, written) ? readCodes(node, file) : [];
    // What is written in an error that carries no status is a number of its own.
    const answered = valuesOf(response.status);
    if (answered && own.length > 0 && !own.some((code) => answered.includes(code))) continue;
    if (own.length > 0) return { kind: 'response', span, codes: own, response, operator: undefined };
    const codes = valuesOf(response.status)?.filter(isPossibleStatus) ?? [];
    // In `isNew ? 201 : 200` the test is no status; a variable that carries several is one.
    const isPart = span.start !== written.start || span.end !== written.end;
    if (codes.length === 0 || isPart) continue;
    return { kind: 'response', span: written, codes, response, operator: undefined };
  }
  return undefined;
}

/** A literal that a variable carries to the answer: `const code = isNew ? 201 : 200; res.status(code)`. */
function findCarried(file: FileView, responses: readonly Response[], node: Node): StatusPosition | undefined {
  const name = findCarrier(node);
  if (name === undefined) return undefined;
  const codes = readCodes(node, file);
  const span = file.span(node);
  const response = responses.find(
    ({ status, statusSpans }) =>
      codes.every((code) => valuesOf(status)?.includes(code)) &&
      statusSpans.some(({ start, end }) => span.end < start && file.source.text.slice(start, end) === name),
  );
  return response && codes.length > 0 ? { kind: 'response', span, codes, response, operator: undefined } : undefined;
}

/** The name that is given a value, or one of two. */
function findCarrier(node: Node): string | undefined {
  const { parent } = node;
  if (!parent) return undefined;
  if (isVariableDeclaration(parent)) return node === parent.initializer ? nameOf(parent.name) : undefined;
  if (isBinaryExpression(parent))
    return parent.operatorToken.kind === SyntaxKind.EqualsToken && node === parent.right
      ? nameOf(parent.left)
      : undefined;
  if (isConditionalExpression(parent) && node !== parent.condition) return findCarrier(parent);
  return unwrap(parent as Expression) === node ? findCarrier(parent) : undefined;
}

/** True for the name of a helper or of an error class that gives its answer a status which is not written there. */
function answersByName(node: Node, response: Response, file: FileView): boolean {
  if (response.via === 'response' || response.statusSpans.length > 0) return false;
  const { parent } = node;
  if (!parent || !(isCallExpression(parent) || isNewExpression(parent)) || parent.expression !== node) return false;
  // In `throw fail(make())` the outermost call answers.
  const inner = file.span(parent);
  if (!isWithin(inner, response.span)) return false;
  const before = file.source.text.slice(response.span.start, inner.start);
  return /^(?:(?:throw|await|return|new|\s)*|\w+\(\s*)$/.test(before);
}

/** A status that is known by its place, or by the name of a constant. */
function findWritten(file: FileView, node: Node): StatusPosition | undefined {
  const codes = readCodes(node, file);
  if (codes.length === 0) return undefined;
  const place = findPlaceOf(node);
  if (place) {
    const { kind, operator } = place;
    return { kind, span: file.span(node), codes, response: undefined, operator };
  }
  if (!isNamedByPackage(node, file)) return undefined;
  return { kind: 'constant', span: file.span(node), codes, response: undefined, operator: undefined };
}

function findDocumented(file: FileView, offset: number): StatusPosition | undefined {
  const span = findStatusInComment(file, offset);
  if (!span) return undefined;
  const codes = [Number(file.source.text.slice(span.start, span.end))];
  return { kind: 'declaration', span, codes, response: undefined, operator: undefined };
}

/** A name or a literal together with what is read of it: all of `StatusCodes.CONFLICT` under either of its names. */
function wholeOf(node: Node): Node {
  let whole = node;
  while (
    whole.parent &&
    ((isPropertyAccessExpression(whole.parent) && (whole === whole.parent.name || isIdentifier(whole))) ||
      (isElementAccessExpression(whole.parent) && whole === whole.parent.argumentExpression) ||
      isComputedPropertyName(whole.parent))
  )
    whole = whole.parent;
  return whole;
}

/** The codes that a literal, a constant or a key stands for. */
function readCodes(node: Node, file: FileView): readonly number[] {
  if (isNumericLiteral(node) || isStringLiteral(node)) {
    const isKey = findPlaceOf(node)?.kind === 'declaration';
    const code = isNumericLiteral(node) || isKey ? Number(node.text) : Number.NaN;
    return isPossibleStatus(code) && /^\d{3}$/.test(node.text) ? [code] : [];
  }
  const inner = isComputedPropertyName(node) ? node.expression : node;
  if (!isIdentifier(inner) && !isPropertyAccessExpression(inner) && !isElementAccessExpression(inner)) return [];
  const values = valuesOf(readNumber(inner as Expression, file)) ?? [];
  return values.every((value) => isPossibleStatus(value) && findStatusCode(value)) ? values : [];
}

/** True for `StatusCodes.CONFLICT` and for an imported `CONFLICT` of a package that names the codes. */
function isNamedByPackage(node: Node, file: FileView): boolean {
  const root = isPropertyAccessExpression(node) ? node.expression : node;
  if (isPropertyAccessExpression(root)) return isNamedByPackage(root, file);
  if (!isIdentifier(root)) return false;
  if (findDeclaration(file.scopes, root)?.kind !== 'import') return false;
  const value = readValue(root, file);
  return value.kind === 'import' && isStatusTable(value.module, value.name);
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
