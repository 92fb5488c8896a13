import type { FrameworkAdapter, Spelling } from '../adapter.ts';
import type { Response, ResponsePart, TextEdit } from '../model.ts';
import { insertStatement } from './statement.ts';

/** The words of a framework whose response object has methods that can be chained: `res.status(404).json(body)`. */
export interface ChainedWords {
  /** The method that sets the status. */
  readonly status: string;
  /** The call that sends an answer without a body. */
  readonly nothing: string;
  /** The method that sets a header field by name and value. */
  readonly header: string;
  /** Where `redirect` takes a status besides the address, if it does: it overrides one that was set before. */
  readonly redirect?: 'status first' | 'status last';
  /** How calls in the manner of an older version are spelled anew, where there are any. */
  readonly modernise?: (response: Response, spelling: Spelling) => readonly TextEdit[] | undefined;
}

/** Spells fixes for a response object with methods that can be chained. */
export function createChainedSpelling(words: ChainedWords): FrameworkAdapter['spell'] {
  return (intent, response, spelling) => {
    switch (intent.kind) {
      case 'removeBody':
        return removeBody(response, words);
      case 'setStatus':
        return setStatus(intent.status, response, spelling, words);
      case 'modernise':
        return words.modernise?.(response, spelling);
      case 'send':
        return send(response, words);
      case 'addHeader': {
        const field = `${spelling.string(intent.name)}, ${spelling.string(intent.value)}`;
        return insertBeforeSend(response, `${words.header}(${field}).`);
      }
      default:
        return undefined;
    }
  };
}

/** What only sets a status gets a call that sends it. */
function send({ parts }: Response, words: ChainedWords): readonly TextEdit[] | undefined {
  const last = parts.at(-1);
  if (last?.role !== 'status') return undefined;
  return [{ span: { start: last.span.end, end: last.span.end }, text: `.${words.nothing}` }];
}

/** `json(body)` and `send(body)` become a call without one: no Content-Type is left for a body that is not there. */
function removeBody(response: Response, words: ChainedWords): readonly TextEdit[] | undefined {
  const send = findSend(response);
  if (!send) return undefined;
  return [{ span: { start: send.nameSpan.start, end: send.span.end }, text: words.nothing }];
}

/** An implicit status gets `.status(n)` before the send. */
function setStatus(
  code: number,
  response: Response,
  spelling: Spelling,
  words: ChainedWords,
): readonly TextEdit[] | undefined {
  const { receiver } = spelling;
  if (response.via === 'return')
    return receiver === undefined
      ? undefined
      : insertStatement(response, spelling, `${receiver}.${words.status}(${spelling.status(code)})`);
  if (response.parts.some((part) => part.role === 'status')) return undefined;
  const redirect = words.redirect && response.parts.find(({ name }) => name === 'redirect');
  if (redirect) {
    const [address, ...more] = redirect.argumentSpans;
    if (!address || more.length > 0) return undefined;
    const at = words.redirect === 'status first' ? address.start : address.end;
    const text = spelling.status(code);
    return [{ span: { start: at, end: at }, text: at === address.start ? `${text}, ` : `, ${text}` }];
  }
  return insertBeforeSend(response, `${words.status}(${spelling.status(code)}).`);
}

function insertBeforeSend(response: Response, text: string): readonly TextEdit[] | undefined {
  const send = findSend(response);
  return send && [{ span: { start: send.nameSpan.start, end: send.nameSpan.start }, text }];
}

function findSend(response: Response): ResponsePart | undefined {
  return response.parts.find((part) => part.role === 'send' && part.argumentSpans.length <= 1);
}
