import type { HandlerFunction } from '../responses/handler-function.ts';
import { isIdentifier, isObjectBindingPattern } from '../syntax/parser.ts';
import { nameOf } from '../syntax/tree.ts';
import type { SnippetWords } from './model.ts';

/** What the handler calls the object through which it answers; undefined if it needs one and has none. */
export function nameResponse(handler: HandlerFunction, words: SnippetWords): string | undefined {
  const { response, answersThroughThis } = handler;
  if (words.response === '') return '';
  if (answersThroughThis) return 'this';
  // What is thrown needs none.
  if (!response) return words.throws ? '' : undefined;
  return response.path.at(-1) ?? nameOf(response.parameter.name);
}

/** How the handler reaches a member of its response: `context.status`, or `status` where it takes the response apart. */
export function createReach({ response }: HandlerFunction): (member: string) => string | undefined {
  const name = response?.path.length === 0 ? response.parameter.name : undefined;
  return (member) => {
    if (!name) return undefined;
    if (isIdentifier(name)) return `${name.text}.${member}`;
    if (!isObjectBindingPattern(name)) return undefined;
    const taken = name.elements.find((one) => nameOf(one.propertyName ?? one.name) === member);
    return taken && isIdentifier(taken.name) ? taken.name.text : undefined;
  };
}
