import type { FileView } from '../syntax/file-view.ts';
import {
  forEachChild,
  isArrowFunction,
  isCallExpression,
  isElementAccessExpression,
  isFunctionDeclaration,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isReturnStatement,
  isShorthandPropertyAssignment,
  isTypeOfExpression,
  type Node,
  type PropertyAccessExpression,
} from '../syntax/parser.ts';
import { mentions } from './callbacks.ts';
import { type HandlerFunction, nameOfPlace } from './handler-function.ts';

/**
 * True if a handler's response or its `next` gets out of sight: kept in a variable, a field or an object, used in a
 * function declared inside, or given on as one of `arguments`. Then nobody can say that nothing answers.
 */
export function isOutOfSight(of: HandlerFunction, file: FileView): boolean {
  const { fn } = of;
  if (!fn.body) return true;
  const names = namesOf(of);
  if (names.length === 0 || /\barguments\b|\b(?:req|request)\.(?:res|next)\b/.test(file.text(fn.body))) return true;
  const visit = (node: Node): boolean => {
    if (isIdentifier(node)) return names.includes(node.text) && isKept(node, of);
    if (isFunctionDeclaration(node)) return names.some((name) => mentions(node, name));
    return forEachChild(node, (child) => visit(child) || undefined) ?? false;
  };
  return visit(fn.body);
}

/** True if a function may answer through the handler's response, or call its `next`. */
export function mayAnswer(fn: Node, of: HandlerFunction): boolean {
  return namesOf(of).some((name) => mentions(fn, name));
}

function namesOf({ response, next }: HandlerFunction): readonly string[] {
  return [nameOfPlace(response), nameOfPlace(next)].filter((name) => name !== undefined);
}

/** True for a use of the name that is neither a call nor a look at a property, nor an argument that is seen as one. */
function isKept(use: Node, of: HandlerFunction): boolean {
  const { parent } = use;
  if (isPropertyAccessExpression(parent))
    return parent.expression === use ? isMethodKept(parent, of) : isKept(parent, of);
  if (isElementAccessExpression(parent)) return true;
  if (isCallExpression(parent) || isReturnStatement(parent) || isTypeOfExpression(parent)) return false;
  if (isArrowFunction(parent) && parent.body === use) return false;
  if (isShorthandPropertyAssignment(parent) || (isPropertyAssignment(parent) && parent.name !== use))
    return !isObjectLiteralExpression(parent.parent) || !isCallExpression(parent.parent.parent);
  if (isPropertyAssignment(parent)) return false;
  return true;
}

/** `res.json` that is not called is kept for later, as in `load().then(res.json)`. */
function isMethodKept(access: PropertyAccessExpression, { adapter }: HandlerFunction): boolean {
  const called = isCallExpression(access.parent) && access.parent.expression === access;
  return !called && Object.hasOwn(adapter.methods, access.name.text);
}
