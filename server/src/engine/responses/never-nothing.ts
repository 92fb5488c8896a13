import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  isArrayLiteralExpression,
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { isFunctionValue, unwrap, unwrapAwait } from '../syntax/tree.ts';

/** Methods that give a list, with nothing in it where there is nothing. */
const GIVES_LIST =
  /^(?:findMany|findAll|findBy|aggregate|map|filter|flatMap|flat|concat|slice|sort|reverse|split|keys|values|entries|toArray)$/;
/** What follows a query and gives a list as well, if the query does. */
const SHAPES_LIST = /^(?:sort|limit|skip|lean|populate|select|exec|toArray|session|where|collation|hint)$/;
/** Whole functions of the language that give a list. */
const OF_LANGUAGE = /^(?:Promise\.(?:all|allSettled)|Array\.(?:from|of)|Object\.(?:keys|values|entries|assign))$/;

const MAX_DEPTH = 6;

/** True for a value that counts as true whatever it holds: a list is there even when nothing is in it. */
export function isNeverNothing(expression: Expression, file: FileView, depth = 0): boolean {
  const value = unwrapAwait(expression);
  if (depth > MAX_DEPTH) return false;
  if (isArrayLiteralExpression(value) || isObjectLiteralExpression(value) || isNewExpression(value)) return true;
  if (isFunctionValue(value)) return true;
  if (isCallExpression(value)) return givesList(value, file, depth);
  if (!isIdentifier(value)) return false;
  const declaration = findDeclaration(file.scopes, value);
  if (declaration?.kind !== 'variable' || !declaration.constant || !declaration.node.initializer) return false;
  return isNeverNothing(declaration.node.initializer, file, depth + 1);
}

function givesList(call: CallExpression, file: FileView, depth: number): boolean {
  const callee = unwrap(call.expression);
  if (!isPropertyAccessExpression(callee)) return false;
  if (OF_LANGUAGE.test(file.text(callee).replace(/\s+/g, ''))) return true;
  const { text } = callee.name;
  const before = unwrapAwait(callee.expression);
  if (SHAPES_LIST.test(text) && isCallExpression(before) && givesList(before, file, depth + 1)) return true;
  return GIVES_LIST.test(text) || (text === 'find' && asksForAll(call, callee.expression, file));
}

/** `Banner.find({ … })` asks a collection for all that fit; `banners.find((one) => …)` picks one of a list. */
function asksForAll({ arguments: [query] }: CallExpression, receiver: Expression, file: FileView): boolean {
  if (!query || isObjectLiteralExpression(unwrap(query))) return !/^_$|lodash/.test(file.text(receiver));
  if (isFunctionValue(unwrap(query))) return false;
  return /(?:^|\.)[A-Z]\w*$|[mM]odel$/.test(file.text(receiver));
}
