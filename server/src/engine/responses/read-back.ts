import { normalise } from '../flow/conditions.ts';
import type { ConditionTest } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  isBlock,
  isCallExpression,
  isPropertyAccessExpression,
  type Node,
} from '../syntax/parser.ts';
import { calledName, isFunctionLike, stringOf, unwrap } from '../syntax/tree.ts';
import type { FoundCall } from './read-call.ts';

const MAKES = /^_?(?:create|insert|save|upsert|add|put|store|findOrCreate|bulkCreate|make|register)/i;
const CHANGES = /^_?(?:update|replace|set|modify|patch|increment|findByIdAndUpdate|findOneAndUpdate|assign)/i;
/** Receivers that stand for everything there is: what is written through them may be anything. */
const WHOLE = /(?:^|\.)(?:db|pool|client|conn|connection|knex|sql|pg|mysql|prisma|database|redis|cache|store)$/i;

/** Whether the same function has written to the very place that a call looks into, on every way that comes to the call. */
export function findWritten({ callee }: FoundCall, file: FileView): ConditionTest['written'] {
  const around = functionAround(callee);
  if (!around || !isCallExpression(callee.parent)) return undefined;
  const looked = readPlace(callee.parent, file);
  if (!looked) return undefined;
  for (const call of file.callsAround(callee)) {
    if (call.pos >= callee.pos) return undefined;
    if (call.pos < around.pos || call === callee.parent) continue;
    const how = readWrite(call, file);
    if (how && comesBefore(call, callee) && isSamePlace(readPlace(call, file), looked)) return how;
  }
  return undefined;
}

function readWrite(call: CallExpression, file: FileView): ConditionTest['written'] {
  const name = calledName(call) ?? '';
  const sql = findSql(call);
  if (sql !== undefined) return /^\s*insert\b/i.test(sql) ? 'made' : /^\s*update\b/i.test(sql) ? 'changed' : undefined;
  if (MAKES.test(name)) return 'made';
  if (!CHANGES.test(name)) return undefined;
  return /\bupsert\s*:\s*true\b/.test(file.text(call)) ? 'made' : 'changed';
}

/** Where a call reads or writes: the receiver, the thing in the name of the function, or the table of a statement. */
interface Written {
  readonly receiver: string;
  readonly thing: string;
}

function readPlace(call: CallExpression, file: FileView): Written | undefined {
  const table = /\b(?:from|into|update)\s+[`"]?(\w+)/i.exec(findSql(call) ?? '')?.[1];
  if (table !== undefined) return { receiver: '', thing: table.toLowerCase() };
  const callee = unwrap(call.expression);
  const name = calledName(call) ?? '';
  const thing = /^_?[a-z]+?([A-Z]\w*?)?(?:By[A-Z]\w*)?$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const receiver = isPropertyAccessExpression(callee) ? normalise(file.text(callee.expression)) : '';
  return { receiver, thing: /^(?:one|many|all|byid|unique|first|and\w+|or\w+)$/.test(thing) ? '' : thing };
}

function isSamePlace(one: Written | undefined, other: Written): boolean {
  if (!one || one.receiver !== other.receiver) return false;
  if (one.receiver === '' || WHOLE.test(one.receiver)) return one.thing !== '' && one.thing === other.thing;
  return one.thing === other.thing || one.thing === '' || other.thing === '';
}

function findSql(call: CallExpression): string | undefined {
  const text = stringOf(call.arguments[0]);
  return text !== undefined && /^\s*(?:select|insert|update|delete)\b/i.test(text) ? text : undefined;
}

/** True if nothing comes to `later` without having passed `call`: it stands in the same block, or in one around it. */
function comesBefore(call: CallExpression, later: Expression): boolean {
  let around: Node = call;
  while (around.parent && !isBlock(around) && !isFunctionLike(around)) around = around.parent;
  return around.pos <= later.pos && later.end <= around.end;
}

function functionAround(node: Node): Node | undefined {
  let around: Node | undefined = node.parent;
  while (around && !isFunctionLike(around)) around = around.parent;
  return around;
}
