import { formatStatus } from '../status-text.ts';
import { answers } from './answers.ts';
import type { SnippetWords } from './model.ts';
import { writeAnswer } from './write.ts';

/** A snippet that an editor offers by its prefix, whatever the code around. */
export interface StaticSnippet {
  /** `sl`, the framework and the code or the name of the skeleton, as one word that nobody types by chance. */
  readonly prefix: string;
  /** What sets it apart from all others. */
  readonly name: string;
  readonly description: string;
  readonly lines: readonly string[];
}

/** The snippets of a framework: an answer for each code, then skeletons. */
export function listStaticSnippets(words: SnippetWords): readonly StaticSnippet[] {
  const word = words.word ?? words.id;
  const style = { response: words.response, end: ';', mark: "'" as const };
  const written = answers.flatMap((answer): StaticSnippet[] => {
    const lines = writeAnswer(answer, words, { ...style, status: String(answer.code) });
    if (!lines) return [];
    const status = formatStatus(answer.code);
    const description = `${status}, ${answer.when}`;
    return [{ prefix: `sl${word}${answer.code}`, name: `${words.name}: ${status}`, description, lines }];
  });
  const skeletons = words.skeletons.map(({ name, title, lines }) => ({
    prefix: `sl${word}${name}`,
    name: `${words.name}: ${title}`,
    description: title,
    lines,
  }));
  return [...written, ...skeletons];
}
