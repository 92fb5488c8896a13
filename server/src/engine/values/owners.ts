import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  isBinaryExpression,
  isCallExpression,
  isClassDeclaration,
  isExportAssignment,
  isFunctionDeclaration,
  isMethodDeclaration,
  isNewExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isSourceFile,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
} from '../syntax/parser.ts';
import { dottedName, isFunctionLike, nameOf } from '../syntax/tree.ts';

/**
 * Tells a function, or what a call makes, from all others of the project. One that has a name keeps it while the text
 * around it changes, so that what other files know of it stays true while somebody types.
 */
export function ownerOf(node: Node, file: FileView): string {
  const steps: string[] = [];
  let inner = node;
  while (!isSourceFile(inner)) {
    const step = stepTo(inner);
    if (step === undefined) return `${file.source.path}:${node.pos}`;
    if (step !== '') steps.unshift(step);
    inner = inner.parent;
  }
  return `${file.source.path}:${isFunctionLike(node) ? '' : '='}${steps.join('.')}`;
}

/** What a node adds to the name of what stands in it; nothing for most, undefined where names end. */
function stepTo(node: Node): string | undefined {
  if (
    isFunctionDeclaration(node) ||
    isMethodDeclaration(node) ||
    isClassDeclaration(node) ||
    isVariableDeclaration(node) ||
    isPropertyDeclaration(node) ||
    isPropertyAssignment(node)
  )
    return nameOf(node.name);
  const { parent } = node;
  if (isBinaryExpression(node))
    return node.operatorToken.kind === SyntaxKind.EqualsToken ? dottedName(node.left) : undefined;
  // `asyncHandler(async (req, res) => …)` is named by what it is assigned to.
  if (isCallExpression(parent) && parent.expression !== node) return `(${parent.arguments.indexOf(node as Expression)}`;
  if (isCallExpression(node) || isNewExpression(node)) return isStatementLike(parent) ? undefined : '';
  return isFunctionLike(node) && !isNamedBy(parent, node) ? undefined : '';
}

/** True where a call stands for itself, as one of many statements. */
function isStatementLike({ kind }: Node): boolean {
  return kind === SyntaxKind.ExpressionStatement || kind === SyntaxKind.PropertyAccessExpression;
}

/** True if a declaration or an assignment gives its name to what stands on its right side. */
function isNamedBy(parent: Node, node: Node): boolean {
  if (isBinaryExpression(parent)) return parent.right === node;
  if (isVariableDeclaration(parent) || isPropertyDeclaration(parent) || isPropertyAssignment(parent))
    return parent.initializer === node;
  return isExportAssignment(parent);
}
