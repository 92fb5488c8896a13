import type { Spelling } from '../adapter.ts';
import type { Span } from '../model.ts';

/** The text of a span of the file. */
export function textAt({ start, end }: Span, { text }: Spelling): string {
  return text.slice(start, end);
}
