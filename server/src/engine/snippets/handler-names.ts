import type { HandlerFunction } from '../responses/handler-function.ts';
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
