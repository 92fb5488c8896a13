import type { FrameworkAdapter } from '../adapter.ts';
import type { Response, TextEdit } from '../model.ts';

/** Spells fixes for responses that are object literals; a written status is replaced before this is asked. */
export function createShapedSpelling(bodies: readonly string[]): FrameworkAdapter['spell'] {
  const before = new RegExp(`(?:${bodies.join('|')})\\s*:\\s*$`);
  return (intent, response, { text }) =>
    intent.kind === 'removeBody' ? removeBody(response, before, text) : undefined;
}

/** `{ statusCode: 204, body: '…' }` without its body: the property goes with one of the commas beside it. */
function removeBody({ body, via }: Response, before: RegExp, text: string): readonly TextEdit[] | undefined {
  if (via !== 'return' || !('span' in body) || !body.span) return undefined;
  const name = before.exec(text.slice(0, body.span.start));
  if (!name) return undefined;
  const after = /^\s*,/.exec(text.slice(body.span.end));
  const leading = /,?\s*$/.exec(text.slice(0, name.index));
  const start = name.index - (leading?.[0].length ?? 0);
  if (leading?.[0].startsWith(',')) return [{ span: { start, end: body.span.end }, text: '' }];
  return after ? [{ span: { start: name.index, end: body.span.end + after[0].length }, text: '' }] : undefined;
}
