import { type FileView, listAssignments } from '../syntax/file-view.ts';
import {
  type Expression,
  type Identifier,
  isArrayLiteralExpression,
  isBinaryExpression,
  isForInStatement,
  isForOfStatement,
  isIdentifier,
  isNumericLiteral,
  isObjectLiteralExpression,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { dottedName, findStatementAround, isFunctionLike, stringOf, unwrap } from '../syntax/tree.ts';
import { type Atom, forgetSubject, isTruthyLiteral } from './conditions.ts';
import type { Path } from './path.ts';

/** What a node assigns. Without a name it is a pattern, which may give a value to any. */
export interface Assigned {
  readonly target: Expression;
  readonly name: string | undefined;
  readonly value: Expression | undefined;
}

/** What assignments do to what is known on a path. */
export interface Assignments {
  /** The path after an assignment: what was known of the name is forgotten, and a literal is known from now on. */
  readonly apply: <S>(assigned: Assigned, path: Path<S>, by: Node) => Path<S>;
  /** The path as it enters a loop, which may have assigned in an earlier turn what it reads in this one. */
  readonly enterLoop: <S>(loop: Node, path: Path<S>) => Path<S>;
}

/** The assignment that a node is, if it is one. */
export function readAssigned(node: Node): Assigned | undefined {
  if (isVariableDeclaration(node)) {
    const { name, initializer } = node;
    const inLoopHead = isForOfStatement(node.parent.parent) || isForInStatement(node.parent.parent);
    return isIdentifier(name) && !inLoopHead ? { target: name, name: name.text, value: initializer } : undefined;
  }
  if (!isBinaryExpression(node)) return undefined;
  const operator = node.operatorToken.kind;
  if (operator < SyntaxKind.FirstAssignment || operator > SyntaxKind.LastAssignment) return undefined;
  const target = unwrap(node.left);
  const name = dottedName(target);
  const isPattern = isObjectLiteralExpression(target) || isArrayLiteralExpression(target);
  return name === undefined && !isPattern ? undefined : { target, name, value: node.right };
}

/** Follows the assignments of one file. */
export function createAssignments(file: FileView): Assignments {
  const known = new Map<Node, Atom | undefined>();
  /** What an assignment tells: the same object each time, so that paths can be compared. */
  const tell = (by: Node, { target, value }: Assigned): Atom | undefined => {
    if (!isIdentifier(target)) return undefined;
    if (!known.has(by)) known.set(by, createFact(by, target, value, file));
    return known.get(by);
  };
  return {
    apply: (assigned, path, by) => {
      const { name } = assigned;
      if (name === undefined) return path.facts.length === 0 ? path : { ...path, facts: [] };
      const frames = forgetSubject(path.frames, name);
      const told = tell(by, assigned);
      const kept = path.facts.filter(({ subject }) => subject !== name);
      if (!told && frames === path.frames && kept.length === path.facts.length) return path;
      return { ...path, frames, facts: told ? [...kept, told] : kept };
    },
    enterLoop: (loop, path) => {
      const isAssigned = (name: string): boolean =>
        file
          .assigned(findStatementAround(loop))
          .names.get(name)
          ?.some(({ target }) => loop.pos <= target.pos && target.end <= loop.end) ?? false;
      const facts = path.facts.filter(({ subject }) => !isAssigned(subject));
      return facts.length === path.facts.length ? path : { ...path, facts };
    },
  };
}

/**
 * What follows from `name = value` for later tests, if the value is a literal. A name that is also assigned in a function
 * inside is left alone: nobody knows when that runs.
 */
function createFact(by: Node, name: Identifier, value: Expression | undefined, file: FileView): Atom | undefined {
  const literal = value ? literalOf(unwrap(value)) : 'undefined';
  if (literal === undefined) return undefined;
  const own = functionAround(by);
  const others = listAssignments(name.text, findDeclaration(file.scopes, name), file);
  if (others.some((other) => !other.value || functionAround(other.target) !== own)) return undefined;
  const told = { subject: name.text, expression: name };
  return isTruthyLiteral(literal) && literal !== 'true'
    ? { ...told, literal, holds: true }
    : { ...told, literal: undefined, holds: literal === 'true' };
}

function literalOf(value: Expression): string | undefined {
  if (isIdentifier(value)) return value.text === 'undefined' ? 'undefined' : undefined;
  const text = stringOf(value);
  if (text !== undefined) return JSON.stringify(text);
  if (value.kind === SyntaxKind.TrueKeyword) return 'true';
  if (value.kind === SyntaxKind.FalseKeyword) return 'false';
  if (value.kind === SyntaxKind.NullKeyword) return 'null';
  return isNumericLiteral(value) ? String(Number(value.text)) : undefined;
}

function functionAround(node: Node): Node | undefined {
  let around: Node | undefined = node.parent;
  while (around && !isFunctionLike(around)) around = around.parent;
  return around;
}
