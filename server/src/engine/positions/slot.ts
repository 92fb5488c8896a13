import type { SourceText, Span } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  isCallExpression,
  isDecorator,
  isIdentifier,
  isNewExpression,
  isObjectLiteralExpression,
  isParameter,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isVariableDeclaration,
  type Node,
} from '../syntax/parser.ts';
import { nameOf, unwrap } from '../syntax/tree.ts';
import type { PositionKind } from './model.ts';
import { nodeAt } from './node-at.ts';
import { findPlaceOf } from './places.ts';

/** What stands before a status that is being written, with what has been typed of it. */
const OPENING = /(?:[(,:=?[|<>]|\bcase)\s*$/;
const TYPED = /[\w$](?:[\w$]| (?=[\w$]))*$/;
const KEYWORDS = /^(?:.*\s)?(?:case|return|await|typeof|new)\s+/;
/** No statement that is being written is longer. */
const LOOK_BACK = 300;
/** Goes with nearly every reason, so that the reason is read from the rest. */
const SUCCESS = 200;
/** Stands in for the status of an error, which can be no success; no error has it by itself. */
export const FAILURE = 418;

/** The text of a file with a status put where one is being written. */
export interface Probe {
  readonly source: SourceText;
  readonly code: number;
  /** Where the status stands in that text. */
  readonly span: Span;
  /** What it takes the place of in the text as it is. */
  readonly replaced: Span;
  readonly typed: string;
}

/** Puts a status at the cursor if the characters before it are such that one may stand there; else undefined. */
export function placeProbe({ path, text }: SourceText, offset: number, code = SUCCESS): Probe | undefined {
  const before = text.slice(Math.max(0, offset - LOOK_BACK), offset);
  const whole = TYPED.exec(before)?.[0] ?? '';
  const keyword = KEYWORDS.exec(whole)?.[0] ?? '';
  const typed = whole.slice(keyword.length);
  const opening = before.slice(0, before.length - typed.length);
  if (!OPENING.test(opening) || /\d/.test(typed.charAt(0)) !== /^\d{1,3}$/.test(typed)) return undefined;
  const rest = /^[\w$]*/.exec(text.slice(offset))?.[0] ?? '';
  const replaced = { start: offset - typed.length, end: offset + rest.length };
  // `res.status(|.json(body)` lacks what would end the call.
  const end = /^\s*\./.test(text.slice(replaced.end)) ? ')' : ' ';
  const source = { path, text: `${text.slice(0, replaced.start)}${code}${end}${text.slice(replaced.end)}` };
  return { source, span: { start: replaced.start, end: replaced.start + 3 }, code, replaced, typed };
}

/** What a probe stands for, judged by its place alone. */
export interface Slot {
  readonly kind: PositionKind;
  /** False where an object or a receiver of any kind would look the same. */
  readonly sure: boolean;
}

/** The slot in which a probe stands; undefined where only the engine could tell, or no status may stand. */
export function findSlot(file: FileView, { span, typed }: Probe): Slot | undefined {
  const node = nodeAt(file, span.end);
  const place = findPlaceOf(node);
  if (!place) return undefined;
  const { kind } = place;
  if (kind === 'response') return { kind, sure: isCallOfResponse(node.parent) };
  if (kind === 'declaration' || kind === 'member') return fromMember(kind, node, typed);
  return { kind, sure: true };
}

/** True for `res.status(…)` where nothing more is known of `res` than its name. */
function isCallOfResponse(call: Node): boolean {
  if (!isCallExpression(call)) return false;
  const callee = unwrap(call.expression);
  if (!isPropertyAccessExpression(callee)) return false;
  const receiver = unwrap(callee.expression);
  return isIdentifier(receiver) && /^(?:res|resp|response|reply|rep)$/.test(receiver.text);
}

/** Makers of answers and errors, by what they are usually called. */
const MAKERS = /(?:response|reply|respond|error|exception|json|redirect|problem|fail|fulfill|throw)/i;

function fromMember(kind: PositionKind, node: Node, typed: string): Slot | undefined {
  const { parent } = node;
  if (isVariableDeclaration(parent) || isParameter(parent) || isPropertyDeclaration(parent)) return undefined;
  // Of an error, the message may come first: a digit shows what is meant.
  if (isCallExpression(parent) || isNewExpression(parent))
    return { kind, sure: typed !== '' || isDecorator(parent.parent) };
  if (!isPropertyAssignment(parent)) return { kind, sure: true };
  // The key of a declaration is written before its answer is.
  if (parent.name === node) return undefined;
  const call = parent.parent.parent;
  const owned = isCallExpression(call) || isNewExpression(call);
  const made = owned && (isDecorator(call.parent) || MAKERS.test(textOfCallee(call.expression)));
  const tells =
    isObjectLiteralExpression(parent.parent) &&
    parent.parent.properties.some((one) => /^(?:statusText|headers|body|statusCode)$/.test(nameOf(one.name) ?? ''));
  return { kind, sure: made || tells };
}

function textOfCallee(callee: Expression): string {
  const inner = unwrap(callee);
  if (isIdentifier(inner)) return inner.text;
  return isPropertyAccessExpression(inner) ? `${textOfCallee(inner.expression)}.${inner.name.text}` : '';
}
