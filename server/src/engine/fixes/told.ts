import { theOne } from '../known.ts';
import type { BodyProperty, Response, TextEdit } from '../model.ts';
import { findStatusCode } from '../status-codes/index.ts';
import type { FileView } from '../syntax/file-view.ts';
import { type Expression, isNumericLiteral, isStringLiteral } from '../syntax/parser.ts';
import { findNodeAt } from '../syntax/tree.ts';
import { readNumber } from '../values/literal.ts';
import type { SpellStatus } from './constants.ts';
import { type FileStyle, quote } from './style.ts';

/** Names under which a body tells the status with which it is sent. */
const TELLS_STATUS = /^(?:http_?)?(?:status|code|status_?code)$/i;

/** Changes what a body tells of the present status, as a code or as its reason phrase, so that it tells the new one. */
export function retell(
  code: number,
  response: Response,
  file: FileView,
  spellStatus: SpellStatus,
  style: FileStyle,
): readonly TextEdit[] {
  const present = theOne(response.status);
  const { body } = response;
  if (body.kind !== 'object' || present === undefined) return [];
  const phrases = [present, code].map((one) => findStatusCode(one)?.reasonPhrase);
  return listAll(body.properties).flatMap(({ name, valueSpan }): readonly TextEdit[] => {
    const node = findNodeAt(valueSpan, file.tree);
    if (!node) return [];
    if (isStringLiteral(node) && node.text === phrases[0] && phrases[1] !== undefined)
      return [{ span: valueSpan, text: quote(phrases[1], style) }];
    if (!TELLS_STATUS.test(name) || theOne(readNumber(node as Expression, file)) !== present) return [];
    if (isNumericLiteral(node)) return [{ span: valueSpan, text: String(code) }];
    const { text, edits } = spellStatus(code, response, valueSpan);
    return [{ span: valueSpan, text }, ...edits];
  });
}

/** The properties of a body and of the objects in it. */
function listAll(properties: readonly BodyProperty[]): readonly BodyProperty[] {
  return properties.flatMap((one) => [one, ...(one.value.kind === 'object' ? listAll(one.value.properties) : [])]);
}
