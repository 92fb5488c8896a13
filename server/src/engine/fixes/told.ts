import { theOne } from '../known.ts';
import type { BodyProperty, Response, Span, TextEdit } from '../model.ts';
import { findStatusCode } from '../status-codes/index.ts';
import type { FileView } from '../syntax/file-view.ts';
import { type Expression, isNumericLiteral, isStringLiteral, type Node, SyntaxKind } from '../syntax/parser.ts';
import { findNodeAt } from '../syntax/tree.ts';
import { readNumber } from '../values/literal.ts';
import type { SpellStatus } from './constants.ts';
import { type FileStyle, quote } from './style.ts';

/** Names under which a body tells the status with which it is sent. */
const TELLS_STATUS = /^(?:http_?)?(?:status|code|status_?code)$/i;

/** How a body is made to tell of another status. */
export interface Retelling {
  readonly code: number;
  readonly response: Response;
  readonly file: FileView;
  readonly spellStatus: SpellStatus;
  readonly style: FileStyle;
}

/** Changes what a body tells of the present status, as a code, a reason phrase or a success, so that it tells the new one. */
export function retell(how: Retelling): readonly TextEdit[] {
  const { code, response, file } = how;
  const present = theOne(response.status);
  const { body } = response;
  if (present === undefined) return [];
  const isPresent = (node: Node, name: string): boolean => {
    if (isStringLiteral(node)) return isPhraseOf(node.text, present);
    if (node.kind === SyntaxKind.TrueKeyword)
      return /^(?:success|ok|succeeded)$/.test(name) && present < 400 && code >= 400;
    return TELLS_STATUS.test(name) && theOne(readNumber(node as Expression, file)) === present;
  };
  const places = body.kind === 'object' ? listAll(body.properties) : body.kind === 'text' ? [toPlace(body.span)] : [];
  return places.flatMap(({ name, valueSpan }) => {
    const node = findNodeAt(valueSpan, file.tree);
    return node && isPresent(node, name) ? (tellAt(valueSpan, how) ?? []) : [];
  });
}

/** Makes one place of a body tell of a status: in a number or constant, in its reason phrase, or in a success. */
export function tellAt(
  place: Span,
  { code, response, file, spellStatus, style }: Retelling,
): readonly TextEdit[] | undefined {
  const node = findNodeAt(place, file.tree);
  if (!node) return undefined;
  const replace = (text: string): readonly TextEdit[] => [{ span: place, text }];
  if (node.kind === SyntaxKind.TrueKeyword) return code >= 400 ? replace('false') : undefined;
  if (isNumericLiteral(node)) return replace(String(code));
  if (isStringLiteral(node) && /^success$/i.test(node.text))
    return code >= 400 ? replace(quote('error', style)) : undefined;
  if (isStringLiteral(node)) {
    const phrase = findStatusCode(code)?.reasonPhrase;
    return phrase === undefined ? undefined : replace(quote(casedLike(node.text, phrase), style));
  }
  if (theOne(readNumber(node as Expression, file)) === undefined) return undefined;
  const { text, edits } = spellStatus(code, response, place);
  return [...replace(text), ...edits];
}

function isPhraseOf(text: string, code: number): boolean {
  const phrase = findStatusCode(code)?.reasonPhrase.toLowerCase();
  return (
    text
      .trim()
      .replace(/[.!]+$/, '')
      .replace(/[_-]+/g, ' ')
      .toLowerCase() === phrase
  );
}

/** A reason phrase in the letters, with the separators and the end of another text. */
function casedLike(text: string, phrase: string): string {
  const separated = /_/.test(text) ? phrase.replaceAll(' ', '_') : phrase;
  const [end = ''] = /[.!]*$/.exec(text) ?? [];
  if (text === text.toUpperCase()) return separated.toUpperCase() + end;
  if (text === text.toLowerCase()) return separated.toLowerCase() + end;
  const isSentence = text.includes(' ') && text.slice(1) === text.slice(1).toLowerCase();
  return (isSentence ? separated[0] + separated.slice(1).toLowerCase() : separated) + end;
}

type Place = Pick<BodyProperty, 'name' | 'valueSpan'>;

function toPlace(valueSpan: Span): Place {
  return { name: '', valueSpan };
}

/** The properties of a body and of the objects in it. */
function listAll(properties: readonly BodyProperty[]): readonly Place[] {
  return properties.flatMap((one) => [one, ...(one.value.kind === 'object' ? listAll(one.value.properties) : [])]);
}
