import type { FrameworkAdapter, Spelling } from '../adapter.ts';
import type { Response, TextEdit } from '../model.ts';
import { textAt } from './text.ts';

/** The words of a framework whose response has a status that is assigned in a statement of its own. */
export interface StatementWords {
  /** The property that is the status. */
  readonly status: string;
  /** The method that sets a header field by name and value. */
  readonly header: string;
  /** The call that sends an answer without a body; absent where the body is a property. */
  readonly nothing?: string;
}

/** Spells fixes for a response that takes statements: `ctx.status = 404; ctx.body = …`, `res.statusCode = 404; res.end()`. */
export function createStatementSpelling(words: StatementWords): FrameworkAdapter['spell'] {
  return (intent, response, spelling) => {
    switch (intent.kind) {
      case 'removeBody':
        return removeBody(response, words);
      case 'setStatus':
        return insertBefore(
          response,
          spelling,
          (context) => `${context}.${words.status} = ${spelling.status(intent.status)}`,
        );
      case 'addHeader': {
        const field = `${spelling.string(intent.name)}, ${spelling.string(intent.value)}`;
        return insertBefore(response, spelling, (context) => `${context}.${words.header}(${field})`);
      }
      default:
        return undefined;
    }
  };
}

/** An assigned body becomes `null`, which is sent as nothing; a status that carries none stays as it is. */
function removeBody(response: Response, { nothing }: StatementWords): readonly TextEdit[] | undefined {
  const send = response.parts.find(({ role }) => role === 'send');
  if (!send) return undefined;
  if (nothing !== undefined) return [{ span: { start: send.nameSpan.start, end: send.span.end }, text: nothing }];
  const [given] = send.argumentSpans;
  return given && send.name === 'body' ? [{ span: given, text: 'null' }] : undefined;
}

/** A statement of its own before the one that answers. */
function insertBefore(
  response: Response,
  spelling: Spelling,
  write: (context: string) => string,
): readonly TextEdit[] | undefined {
  const part = response.parts.at(-1);
  if (!part) return undefined;
  const receiver = textAt({ start: part.span.start, end: part.nameSpan.start }, spelling).replace(/\s*\.\s*$/, '');
  return /^[\w$.]+$/.test(receiver) ? insertStatement(response, spelling, write(receiver)) : undefined;
}

/** The same with a statement that is spelled already. */
export function insertStatement(response: Response, spelling: Spelling, code: string): readonly TextEdit[] | undefined {
  const { statement } = response.placement;
  if (!statement) return undefined;
  const lineStart = spelling.text.lastIndexOf('\n', statement.start - 1) + 1;
  const before = spelling.text.slice(lineStart, statement.start);
  // Beside other code on its line, or behind `)` and `else`, the statement may be the only one that an `if` takes.
  if (before.trim() !== '' || /(?:\)|\belse)\s*$/.test(spelling.text.slice(0, lineStart))) return undefined;
  const text = `${code}${spelling.semicolon}\n${before}`;
  return [{ span: { start: statement.start, end: statement.start }, text }];
}
