import type { SourceText, Span } from '../model.ts';
import { parse } from './parse.ts';
import {
  type Expression,
  forEachChild,
  type Identifier,
  isBinaryExpression,
  isIdentifier,
  isPostfixUnaryExpression,
  isPrefixUnaryExpression,
  type Node,
  type SourceFile,
  SyntaxKind,
} from './parser.ts';
import { createScopes, type Scopes } from './scope.ts';
import { spanOf, textOf, unwrap } from './tree.ts';

/** One parsed file with what is asked of it again and again. Lives as long as one analysis. */
export interface FileView {
  readonly source: SourceText;
  readonly tree: SourceFile;
  readonly scopes: Scopes;
  /** The assignments to each name anywhere in the file; names of other scopes are among them. */
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>;
  readonly span: (node: Node) => Span;
  readonly text: (node: Node) => string;
}

/** One assignment to a name. `value` is undefined for `+=`, `++` and the like. */
export interface Assignment {
  readonly target: Identifier;
  readonly value: Expression | undefined;
}

/** Parses a file and prepares its look-ups. */
export function openFile(source: SourceText): FileView {
  const tree = parse(source);
  let assignments: ReadonlyMap<string, readonly Assignment[]> | undefined;
  return {
    source,
    tree,
    scopes: createScopes(),
    get assignments() {
      assignments ??= collectAssignments(tree);
      return assignments;
    },
    span: (node) => spanOf(node, tree),
    text: (node) => textOf(node, tree),
  };
}

function collectAssignments(tree: SourceFile): Map<string, Assignment[]> {
  const found = new Map<string, Assignment[]>();
  const add = (target: Expression, value: Expression | undefined): void => {
    const inner = unwrap(target);
    if (isIdentifier(inner)) found.set(inner.text, [...(found.get(inner.text) ?? []), { target: inner, value }]);
  };
  const visit = (node: Node): void => {
    if (isBinaryExpression(node)) {
      const operator = node.operatorToken.kind;
      if (operator === SyntaxKind.EqualsToken) add(node.left, node.right);
      else if (operator > SyntaxKind.EqualsToken && operator <= SyntaxKind.LastAssignment) add(node.left, undefined);
    } else if (isPrefixUnaryExpression(node) || isPostfixUnaryExpression(node)) {
      if (node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken)
        add(node.operand, undefined);
    }
    forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
