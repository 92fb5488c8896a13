import { snippetWords } from '../../server/src/engine/registry.generated.ts';
import type { SnippetWords } from '../../server/src/engine/snippets/model.ts';
import { listStaticSnippets, type StaticSnippet } from '../../server/src/engine/snippets/static.ts';
import { expandSnippet } from '../../server/src/engine/snippets/write.ts';

/** A snippet as it stands in a file, and the code that it answers with; a skeleton has none. */
export interface Expanded extends StaticSnippet {
  readonly words: SnippetWords;
  readonly code: number | undefined;
  readonly text: string;
}

/** Every snippet of every framework. */
export const snippets: readonly Expanded[] = snippetWords.flatMap((words) =>
  listStaticSnippets(words).map((snippet) => {
    const code = /\d{3}$/.exec(snippet.prefix)?.[0];
    // The skeletons of controllers that are called after a code are whole methods.
    const isAnswer = code !== undefined && !words.skeletons.some(({ name }) => name === code);
    return {
      ...snippet,
      words,
      code: isAnswer ? Number(code) : undefined,
      text: expandSnippet(snippet.lines.join('\n')),
    };
  }),
);

/** The answers of a framework. */
export function answersOf(id: string): readonly (Expanded & { readonly code: number })[] {
  return snippets.flatMap((one) => (one.words.id === id && one.code !== undefined ? [{ ...one, code: one.code }] : []));
}

/** The skeleton of a framework with this name. */
export function skeletonOf(id: string, name: string): string {
  const found = snippets.find(({ words, prefix }) => words.id === id && prefix === `sl${wordOf(words)}${name}`);
  if (!found) throw new Error(`${id} has no ${name}`);
  return found.text;
}

/** What the prefixes of a framework say of it. */
export function wordOf({ word, id }: SnippetWords): string {
  return word ?? id;
}
