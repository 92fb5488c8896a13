import type { Frame } from '../flow/conditions.ts';
import type { Body, Shown } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  isCallExpression,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  type Node,
} from '../syntax/parser.ts';
import { unwrap, unwrapAwait } from '../syntax/tree.ts';
import type { HandlerFunction } from './handler-function.ts';
import { isNeverNothing } from './never-nothing.ts';
import { findPlainLookUp, isUsedBefore } from './plain-look-up.ts';
import { findCall, readGiven } from './read-call.ts';
import { readOrigin } from './read-origin.ts';

/** An answer, as far as it matters what it sends. */
interface Sending {
  readonly node: Node;
  readonly sent: boolean;
  readonly body: Body;
  readonly from?: Expression | undefined;
  readonly frames: readonly Frame[];
}

/** What was looked up and is sent as it is: where nobody asks whether it is there, nothing is sent when it is not. */
export function readShown(draft: Sending, of: HandlerFunction, file: FileView): Shown | undefined {
  const sent = draft.sent && draft.frames.length === 0 ? findSent(draft, file) : undefined;
  const value = sent && unwrapAwait(sent);
  if (!value || !(isIdentifier(value) ? !isUsedBefore(value, file) : isCallExpression(value))) return undefined;
  const call = findCall(value, file);
  if (!call || isNeverNothing(value, file)) return undefined;
  const found = findPlainLookUp(call, file);
  if (!found) return undefined;
  const name = file.text(call.callee).replace(/\s+/g, '');
  const through = found.name === name ? undefined : found.name;
  if (through === undefined && readOrigin(value, of, file) !== 'look-up') return undefined;
  const { by, key } = readGiven(call, of, file);
  // Whoever was read on the way tells what is asked for, and the names on this side do not.
  const place = call.args.findIndex((one) => readGiven({ ...call, args: [one] }, of, file).by === by);
  const asked = through === undefined ? undefined : found.keyOf(place);
  return { call: name, through, by, key: asked ?? key, span: file.span(call.callee.parent) };
}

/** The body, or the one property of it that is no flag and no text. */
function findSent({ node, body, from }: Sending, file: FileView): Expression | undefined {
  const whole = from ?? findAt(node, body, file);
  if (!whole || !isObjectLiteralExpression(unwrap(whole))) return whole;
  if (body.kind !== 'object' || body.open) return undefined;
  const told = body.properties.filter(({ value }) => value.kind !== 'literal' && value.kind !== 'text');
  const [only] = told;
  if (told.length !== 1 || !only) return undefined;
  const literal = unwrap(whole);
  if (!isObjectLiteralExpression(literal)) return undefined;
  const property = literal.properties.find((one) => file.span(one).start === only.span.start);
  if (!property) return undefined;
  if (isShorthandPropertyAssignment(property)) return property.name;
  return isPropertyAssignment(property) ? property.initializer : undefined;
}

function findAt(node: Node, body: Body, file: FileView): Expression | undefined {
  const span = 'span' in body ? body.span : undefined;
  if (!span) return undefined;
  // What a handler gives back is the body itself.
  if (file.span(node).start === span.start && file.span(node).end === span.end) return node as Expression;
  if (!('arguments' in node)) return undefined;
  const args = (node as { readonly arguments?: readonly Expression[] }).arguments ?? [];
  return args.find((argument) => file.span(argument).start === span.start);
}
