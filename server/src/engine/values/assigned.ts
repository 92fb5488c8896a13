import { type FileView, listAssignments, listPropertyAssignments } from '../syntax/file-view.ts';
import {
  type Expression,
  type Identifier,
  isBinaryExpression,
  isBlock,
  isCaseBlock,
  isCaseClause,
  isDefaultClause,
  isDoStatement,
  isExpressionStatement,
  isForInStatement,
  isForOfStatement,
  isForStatement,
  isIfStatement,
  isReturnStatement,
  isSourceFile,
  isThrowStatement,
  isWhileStatement,
  type Node,
  type Statement,
  SyntaxKind,
} from '../syntax/parser.ts';
import type { Declaration } from '../syntax/scope.ts';
import { findFunctionAround } from '../syntax/tree.ts';
import { missing, someOf, unknownValue, type Value } from './model.ts';

/** More assignments than these say too little of any one place. */
const MAX_STEPS = 12;
/** Fields that tell what kind of error something is, or how it is answered. */
const TELLING = /^(?:status|statusCode|http_?status(?:_?code)?|httpCode|code|name|type|kind|errorCode|isOperational)$/i;

/** An assignment to a name, or to a property of what it names. */
interface Step {
  readonly target: Identifier;
  readonly property: string | undefined;
  readonly value: Expression;
}

/** Whether an assignment has run when a place is reached. */
type Relation = 'before' | 'never' | 'perhaps' | { readonly test: Expression; readonly holds: boolean };

/**
 * What a name stands for at a place, after the assignments that lead there: those that surely ran, those that ran if a
 * test holds, and those that may have run.
 * @param initial the value that it began with; undefined if it began without one
 */
export function followAssignments(
  name: string,
  declaration: Declaration,
  initial: Value | undefined,
  place: Node,
  file: FileView,
  read: (expression: Expression) => Value,
): Value {
  const steps = listSteps(name, declaration, initial, file);
  let value = initial;
  for (const { target, property, value: written } of steps) {
    // A long row of fields is a table, which is filled before anybody reads it.
    const usual = property === undefined ? 'perhaps' : 'before';
    const relation = steps.length > MAX_STEPS ? usual : relate(target, place);
    if (relation === 'never') continue;
    const assigned = readOnce(target, written, file, read);
    const test = typeof relation === 'object' ? readFailed(relation, read) : undefined;
    const change: Change = (before) => {
      if (before === undefined || relation === 'before') return assigned;
      return test ? { kind: 'choice', test, first: before, second: assigned } : someOf([before, assigned]);
    };
    value = property === undefined ? change(value) : changeField(value, property, change);
  }
  return value ?? unknownValue('not written here');
}

/** What becomes of a value, or of a field of one. */
type Change = (before: Value | undefined) => Value;

function changeField(whole: Value | undefined, name: string, change: Change): Value {
  const base = whole ?? unknownValue('not written here');
  if (base.kind === 'object')
    return { ...base, properties: new Map([...base.properties, [name, change(base.properties.get(name) ?? missing)]]) };
  const extended = base.kind === 'extended' ? base : { kind: 'extended' as const, base, fields: NO_FIELDS };
  const before: Value = extended.fields.get(name) ?? { kind: 'member', object: extended.base, name };
  return { ...extended, fields: new Map([...extended.fields, [name, change(before)]]) };
}

const NO_FIELDS: ReadonlyMap<string, Value> = new Map();

/** The test of a branch, as it is where the branch is not taken. */
function readFailed({ test, holds }: Exclude<Relation, string>, read: (expression: Expression) => Value): Value {
  const of = read(test);
  return holds ? { kind: 'test', test: { kind: 'not', of } } : of;
}

/** The assignments that may matter, in the order of the text. */
function listSteps(
  name: string,
  declaration: Declaration,
  initial: Value | undefined,
  file: FileView,
): readonly Step[] {
  const whole = isConstant(declaration) ? [] : listAssignments(name, declaration, file);
  const own = whole.flatMap(({ target, value }): readonly Step[] =>
    value ? [{ target, property: undefined, value }] : [],
  );
  const isTable = initial?.kind === 'object';
  const fields = listPropertyAssignments(name, declaration, file).flatMap(
    ({ object, property, value }): readonly Step[] =>
      isTable || TELLING.test(property) ? [{ target: object, property, value }] : [],
  );
  if (own.length === 0 || fields.length === 0) return [...own, ...fields];
  return [...own, ...fields].sort((a, b) => a.target.pos - b.target.pos);
}

function isConstant(declaration: Declaration): boolean {
  return (declaration.kind === 'variable' || declaration.kind === 'element') && declaration.constant;
}

function readOnce(
  target: Identifier,
  value: Expression,
  file: FileView,
  read: (expression: Expression) => Value,
): Value {
  // What is made of what it was in an earlier turn has a value that only running the program tells.
  if (file.effort.reading.has(target)) return unknownValue('variable assigned more than once');
  file.effort.reading.add(target);
  const assigned = read(value);
  file.effort.reading.delete(target);
  return assigned;
}

function relate(target: Identifier, place: Node): Relation {
  const around = findFunctionAround(target);
  if (around && !contains(around, place)) return 'perhaps';
  const later = findFunctionAround(place) !== around;
  const statement = findStatement(target);
  // A module has run to its end before any of its functions is called from outside.
  if (later && !around) return statement && isSourceFile(statement.parent) ? 'before' : 'perhaps';
  if (target.end > place.pos || (statement && contains(statement, place)))
    return later || isInLoop(target, place) ? 'perhaps' : 'never';
  let child: Node = statement ?? target;
  while (!contains(child.parent, place)) child = child.parent;
  if (child === statement) return isSourceFile(child.parent) || !isCaseLike(child.parent.parent) ? 'before' : 'perhaps';
  if (!statement) return 'perhaps';
  if (isIfStatement(child.parent) && child !== child.parent.expression)
    return isInLoop(target, place) ? 'perhaps' : 'never';
  if (leavesBefore(statement, child)) return isInLoop(target, place) ? 'perhaps' : 'never';
  if (!isIfStatement(child)) return 'perhaps';
  const branch = isBlock(statement.parent) ? statement.parent : statement;
  if (branch === child.thenStatement) return { test: child.expression, holds: true };
  return branch === child.elseStatement ? { test: child.expression, holds: false } : 'perhaps';
}

/** The statement that an assignment to a name, or to a property of it, is by itself. */
function findStatement(target: Identifier): Statement | undefined {
  let assignment: Node = target.parent;
  if (!isBinaryExpression(assignment)) assignment = assignment.parent;
  const isPlain = isBinaryExpression(assignment) && assignment.operatorToken.kind === SyntaxKind.EqualsToken;
  return isPlain && isExpressionStatement(assignment.parent) ? assignment.parent : undefined;
}

/** True if what follows a statement leaves the branch in which it stands. */
function leavesBefore(statement: Statement, branch: Node): boolean {
  for (let node: Node = statement; node !== branch; node = node.parent) {
    if (!isBlock(node.parent)) continue;
    const last = node.parent.statements.at(-1);
    if (last && (isReturnStatement(last) || isThrowStatement(last))) return true;
  }
  return false;
}

/** A statement of a file has nothing around the file. */
function isCaseLike(node: Node | undefined): boolean {
  return node !== undefined && (isCaseBlock(node) || isCaseClause(node) || isDefaultClause(node));
}

function isInLoop(target: Node, place: Node): boolean {
  for (let node: Node | undefined = target.parent; node; node = node.parent) {
    if (!contains(node, place)) continue;
    if (
      isForStatement(node) ||
      isForOfStatement(node) ||
      isForInStatement(node) ||
      isWhileStatement(node) ||
      isDoStatement(node)
    )
      return true;
  }
  return false;
}

function contains(outer: Node, inner: Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}
