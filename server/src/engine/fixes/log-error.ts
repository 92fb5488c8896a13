import type { Response, SentErrorPart, TextEdit } from '../model.ts';
import { isNote } from '../responses/caught.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  forEachChild,
  type Identifier,
  isArrowFunction,
  isBlock,
  isCallExpression,
  isCatchClause,
  isIdentifier,
  isPropertyAccessExpression,
  type Node,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { dottedName, findNodeAt, isFunctionLike, unwrap } from '../syntax/tree.ts';
import { isInList } from './returns.ts';
import { indentationAt } from './style.ts';
import type { Writing } from './writing.ts';

/** Logs a caught error before the answer, unless that is done; undefined where there is no place for it. */
export function logError(
  { span }: SentErrorPart,
  response: Response,
  file: FileView,
  { style }: Writing,
): readonly TextEdit[] | undefined {
  const answer = findNodeAt(response.span, file.tree);
  const error = nameError(findNodeAt(span, file.tree), response.inCatch?.variable, file);
  if (!answer || error === undefined) return undefined;
  const around = findAround(answer);
  if (around && isLogged(error, around, file)) return [];
  const log = `${nameLogger(answer, file)}(${error})${style.semicolon}`;
  const { text } = file.source;
  if (around && isArrowFunction(around) && !isBlock(around.body)) {
    const body = file.span(around.body);
    return text[body.start] === '('
      ? undefined
      : [
          { span: { start: body.start, end: body.start }, text: `{ ${log.replace(/;?$/, ';')} return ` },
          { span: { start: body.end, end: body.end }, text: `${style.semicolon} }` },
        ];
  }
  const { statement: at } = response.placement;
  const statement = at && findNodeAt(at, file.tree);
  if (!statement) return undefined;
  if (!isInList(statement))
    return [
      { span: { start: at.start, end: at.start }, text: `{ ${log.replace(/;?$/, ';')} ` },
      { span: { start: at.end, end: at.end }, text: ' }' },
    ];
  const opensLine = /(?:^|\n)[ \t]*$/.test(text.slice(0, at.start));
  const separator = opensLine ? `${style.newline}${indentationAt(at.start, text)}` : ' ';
  const ended = opensLine ? log : log.replace(/;?$/, ';');
  return [{ span: { start: at.start, end: at.start }, text: `${ended}${separator}` }];
}

/** What the answer calls the error: what was caught, or a constant that is the same. */
function nameError(part: Node | undefined, caught: string | undefined, file: FileView): string | undefined {
  const root = part && findRoot(part);
  const declaration = root && findDeclaration(file.scopes, root);
  const value = declaration?.kind === 'variable' ? declaration.node.initializer : undefined;
  const inner = value && unwrap(value);
  const isSame = inner !== undefined && isIdentifier(inner) && inner.text === caught;
  return isSame ? root?.text : (caught ?? root?.text);
}

/** The name with which an expression begins. */
function findRoot(node: Node): Identifier | undefined {
  return isIdentifier(node) ? node : forEachChild(node, findRoot);
}

/** The catch clause or the function in which an answer stands. */
function findAround(answer: Node): Node | undefined {
  let around: Node | undefined = answer;
  while (around && !isCatchClause(around) && !isFunctionLike(around)) around = around.parent;
  return around;
}

function isLogged(error: string, around: Node, file: FileView): boolean {
  const mentions = (node: Node): boolean =>
    (isIdentifier(node) && node.text === error) || forEachChild(node, (child) => mentions(child) || undefined) === true;
  const visit = (node: Node): boolean =>
    (isCallExpression(node) && isNote(node, file) && node.arguments.some(mentions)) ||
    forEachChild(node, (child) => visit(child) || undefined) === true;
  return visit(around);
}

/** What the file logs its errors with; the console where it shows nothing. */
function nameLogger(place: Node, file: FileView): string {
  const names = file.calls.flatMap(({ expression }) => {
    if (!isPropertyAccessExpression(expression) || expression.name.text !== 'error') return [];
    const name = dottedName(expression);
    return name !== undefined && /(?:^|\.)(?:\w*log(?:ger)?|console)\.error$/i.test(name) ? [name] : [];
  });
  const isKnown = (name: string): boolean => {
    const [root = ''] = name.split('.');
    return (
      root === 'console' || (root !== 'this' && file.scopes.find(root, place) === file.scopes.find(root, file.tree))
    );
  };
  const known = names.filter(isKnown);
  const count = (one: string): number => known.filter((other) => other === one).length;
  return [...new Set(known)].sort((a, b) => count(b) - count(a))[0] ?? 'console.error';
}
