import { theOne } from '../known.ts';
import type { Response, SentErrorPart, Span, TextEdit } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  forEachChild,
  isAsExpression,
  isAwaitExpression,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isIdentifier,
  isNewExpression,
  isNonNullExpression,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isSpreadAssignment,
  isTemplateExpression,
  isTemplateSpan,
  isVariableDeclaration,
  isVariableDeclarationList,
  type Node,
  NodeFlags,
  type ObjectLiteralElementLike,
  type ObjectLiteralExpression,
  SyntaxKind,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import {
  accessedName,
  findFunctionAround,
  findNodeAt,
  isFunctionLike,
  nameOf,
  stringOf,
  unwrap,
} from '../syntax/tree.ts';
import { tellInWords, writeErrorBody } from './error-body.ts';
import { logError } from './log-error.ts';
import { quote } from './style.ts';
import type { Writing } from './writing.ts';

/**
 * Sends a text of the program's own in the place of what an answer tells of a caught error: the words that stand beside
 * it, or the reason phrase. The error is logged, so that nobody loses it.
 * @param code the status with which it is sent then
 */
export function hideError(
  response: Response,
  writing: Writing,
  code = theOne(response.status) ?? 500,
): readonly TextEdit[] | undefined {
  const { file } = writing;
  // A failure that is told as a success would no longer be told at all.
  if (code < 400) return undefined;
  const places = new Map(response.sentError.map((part) => [part.place?.start, part]));
  const edits: TextEdit[] = [];
  const removed = new Set<ObjectLiteralElementLike>();
  for (const part of places.values()) {
    const node = part.place && findNodeAt(part.place, file.tree);
    const carrier = node && findCarrier(node, file);
    const edit = carrier && hide(carrier, part, code, removed, writing);
    if (!edit) return undefined;
    edits.push(edit);
  }
  const [first] = response.sentError;
  const log = first && logError(first, response, file, writing);
  return log && edits.length > 0 ? [...edits, ...log] : undefined;
}

/** The whole of what tells of the error at a place: a text with it inside, or a choice between it and another text. */
function findCarrier(node: Node, file: FileView): Node {
  let inner = node;
  for (;;) {
    const { parent } = inner;
    const isText =
      (isBinaryExpression(parent) && JOINS.has(parent.operatorToken.kind)) ||
      isTemplateSpan(parent) ||
      isTemplateExpression(parent) ||
      isWrapper(parent);
    // Errors of a class of the program's own keep their messages.
    const isChoice =
      isConditionalExpression(parent) &&
      parent.condition !== inner &&
      !/\binstanceof\b(?!\s*Error\b)/.test(file.text(parent.condition));
    if (!isText && !isChoice) return inner;
    inner = parent;
  }
}

const JOINS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.PlusToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.QuestionQuestionToken,
]);

function isWrapper(node: Node): boolean {
  return isParenthesizedExpression(node) || isAsExpression(node) || isNonNullExpression(node);
}

/** Removes a member that only repeats in detail what another one says, and writes other words in the place of the rest. */
function hide(
  carrier: Node,
  sent: SentErrorPart,
  code: number,
  removed: Set<ObjectLiteralElementLike>,
  writing: Writing,
): TextEdit | undefined {
  const { file, style } = writing;
  const { parent } = carrier;
  const { part } = sent;
  const own = findWords(findInitializer(carrier, file) ?? (carrier as Expression), file);
  const words = quote(own ?? tellInWords(code), style);
  const span = file.span(carrier);
  // A shorthand and the name in it are at the same place.
  const member = [carrier, parent].find((one) => isShorthandPropertyAssignment(one) || isPropertyAssignment(one));
  if (isSpreadAssignment(parent)) {
    removed.add(parent);
    return parent.parent.properties.length > 1 ? removeMember(parent, parent.parent, removed, file) : undefined;
  }
  if (member) {
    const object = member.parent as ObjectLiteralExpression;
    const name = nameOf(member.name);
    const others = object.properties.filter((one) => one !== member && !removed.has(one));
    const detail = part === 'stack' || (own === undefined && others.some(tells));
    if (detail && others.length > 0) {
      removed.add(member);
      return removeMember(member, object, removed, file);
    }
    const inVariable = hideInVariable(carrier, sent, words, file);
    if (inVariable) return inVariable;
    return isShorthandPropertyAssignment(member) ? { span, text: `${name}: ${words}` } : { span, text: words };
  }
  if (!isCallExpression(parent) && !isNewExpression(parent)) return undefined;
  if (!parent.arguments?.some((argument) => argument === carrier)) return undefined;
  const isWhole = part !== 'message' && own === undefined;
  return { span, text: isWhole && isSend(parent.expression) ? writeErrorBody(code, writing) : words };
}

/** Writes other words into the constant that carries what is sent of the error, if it is there for nothing else. */
function hideInVariable(
  carrier: Node,
  { part, span }: SentErrorPart,
  words: string,
  file: FileView,
): TextEdit | undefined {
  const value = part === 'message' ? findInitializer(carrier, file) : undefined;
  const around = value && findFunctionAround(value);
  if (!value || !around || !isInside(span, file.span(value)) || !isVariableDeclaration(value.parent)) return undefined;
  const { name, parent } = value.parent;
  const isConstant = isVariableDeclarationList(parent) && (parent.flags & NodeFlags.Const) !== 0;
  if (!isConstant || countUses(file.text(name), around) !== 2) return undefined;
  return { span: file.span(value), text: words };
}

/** What the variable was given that an expression, or a shorthand, names. */
function findInitializer(node: Node, file: FileView): Expression | undefined {
  const name = isShorthandPropertyAssignment(node) ? node.name : node;
  const declaration = isIdentifier(name) ? findDeclaration(file.scopes, name) : undefined;
  return declaration?.kind === 'variable' ? declaration.node.initializer : undefined;
}

function isInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** How often a variable of that name is declared or used. */
function countUses(name: string, node: Node): number {
  const { parent } = node;
  const isOfObject =
    (isPropertyAccessExpression(parent) && parent.name === node) ||
    (isPropertyAssignment(parent) && parent.name === node);
  let count = isIdentifier(node) && node.text === name && !isOfObject ? 1 : 0;
  forEachChild(node, (child) => {
    count += countUses(name, child);
  });
  return count;
}

/** Methods that send whatever they are given. */
function isSend(callee: Expression): boolean {
  return /^(?:json|jsonp|send)$/.test(accessedName(unwrap(callee)) ?? '');
}

/** True for a member that tells people what went wrong in a text of the program's own. */
function tells(member: ObjectLiteralElementLike): boolean {
  if (!isPropertyAssignment(member)) return false;
  const text = stringOf(unwrap(member.initializer));
  return (
    text !== undefined && /^(?:error|message|msg|detail|title|reason)$/.test(nameOf(member.name) ?? '') && text !== ''
  );
}

/** The program's own words inside an expression, up to where the error begins: `'Failed: ' + error.message`. */
function findWords(expression: Expression, file: FileView): string | undefined {
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if (isFunctionLike(node) || isCallExpression(node)) return;
    const text = stringOf(node) ?? (isTemplateExpression(node) ? node.head.text : undefined);
    if (text !== undefined) texts.push(text);
    if (isConditionalExpression(node)) {
      visit(node.whenTrue);
      visit(node.whenFalse);
    } else if (isBinaryExpression(node)) {
      visit(node.left);
      visit(node.right);
    } else if (isWrapper(node) || isAwaitExpression(node))
      visit((node as Node & { expression: Expression }).expression);
  };
  visit(expression);
  const [first] = texts.map((text) => text.replace(/[\s:,;(\-–—]+$/, '').trim()).filter((text) => /\w/.test(text));
  return first === undefined || first === file.text(expression) ? undefined : first;
}

function removeMember(
  member: ObjectLiteralElementLike,
  { properties }: ObjectLiteralExpression,
  removed: ReadonlySet<ObjectLiteralElementLike>,
  file: FileView,
): TextEdit {
  const index = properties.indexOf(member);
  const previous = properties[index - 1];
  const next = properties[index + 1];
  // What was removed before this one took its own comma along.
  if (previous && !removed.has(previous)) return { span: { start: previous.end, end: member.end }, text: '' };
  return { span: { start: file.span(member).start, end: next ? file.span(next).start : member.end }, text: '' };
}
