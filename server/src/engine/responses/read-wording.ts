import {
  forEachChild,
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isTemplateExpression,
  type Node,
} from '../syntax/parser.ts';
import { isFunctionLike, nameOf, stringOf } from '../syntax/tree.ts';

const MAX_TEXTS = 12;

/** The texts that an answering expression holds, and the names of constants that stand for texts, without its status and header fields. */
export function readWording(node: Node, status: readonly Node[]): readonly string[] {
  const texts: string[] = [];
  const visit = (inner: Node): void => {
    if (texts.length >= MAX_TEXTS || isFunctionLike(inner) || status.includes(inner)) return;
    if (isPropertyAssignment(inner) && nameOf(inner.name) === 'headers') return;
    const text = stringOf(inner);
    if (text !== undefined) texts.push(text);
    else if (isTemplateExpression(inner))
      texts.push([inner.head.text, ...inner.templateSpans.map(({ literal }) => literal.text)].join('…'));
    else if (isIdentifier(inner) && /^[A-Z]+(?:_[A-Z0-9]+)+$/.test(inner.text)) texts.push(inner.text);
    if (isPropertyAccessExpression(inner) && isCallExpression(inner.parent) && inner.parent.expression === inner)
      visit(inner.expression);
    else forEachChild(inner, visit);
  };
  visit(node);
  return texts;
}
