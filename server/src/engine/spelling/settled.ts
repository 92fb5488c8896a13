import type { FrameworkAdapter, Spelling } from '../adapter.ts';
import type { Response, ResponsePart, TextEdit } from '../model.ts';
import { textAt } from './chained.ts';

/** The words of a framework whose context has a status and a body that are assigned. */
export interface SettledWords {
  /** The method that sets a header field by name and value. */
  readonly header: string;
}

/** Spells fixes for a context with properties that are assigned: `ctx.status = 404; ctx.body = …`. */
export function createSettledSpelling(words: SettledWords): FrameworkAdapter['spell'] {
  return (intent, response, spelling) => {
    switch (intent.kind) {
      case 'removeBody':
        return removeBody(response);
      case 'setStatus':
        return insertBefore(response, spelling, (context) => `${context}.status = ${spelling.status(intent.status)}`);
      case 'addHeader': {
        const field = `${spelling.string(intent.name)}, ${spelling.string(intent.value)}`;
        return insertBefore(response, spelling, (context) => `${context}.${words.header}(${field})`);
      }
      default:
        return undefined;
    }
  };
}

/** The body becomes `null`, which Koa sends as nothing; a status that carries none stays as it is. */
function removeBody(response: Response): readonly TextEdit[] | undefined {
  const [given] = findBody(response)?.argumentSpans ?? [];
  return given && [{ span: given, text: 'null' }];
}

/** A statement of its own before the one that answers. */
function insertBefore(
  response: Response,
  spelling: Spelling,
  write: (context: string) => string,
): readonly TextEdit[] | undefined {
  const { statement } = response.placement;
  const part = response.parts.at(-1);
  if (!statement || !part) return undefined;
  const receiver = textAt({ start: part.span.start, end: part.nameSpan.start }, spelling).replace(/\s*\.\s*$/, '');
  if (!/^[\w$.]+$/.test(receiver)) return undefined;
  const lineStart = spelling.text.lastIndexOf('\n', statement.start - 1) + 1;
  const before = spelling.text.slice(lineStart, statement.start);
  // Beside other code on its line, or behind `)` and `else`, the statement may be the only one that an `if` takes.
  if (before.trim() !== '' || /(?:\)|\belse)\s*$/.test(spelling.text.slice(0, lineStart))) return undefined;
  const text = `${write(receiver)}${spelling.semicolon}\n${before}`;
  return [{ span: { start: statement.start, end: statement.start }, text }];
}

function findBody(response: Response): ResponsePart | undefined {
  return response.parts.find(({ role, name }) => role === 'send' && name === 'body');
}
