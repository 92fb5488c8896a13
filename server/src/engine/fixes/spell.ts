import type { Spelling } from '../adapter.ts';
import type { FixIntent, Response, Span, TextEdit } from '../model.ts';
import { type HandlerFunction, nameOfPlace } from '../responses/handler-function.ts';
import type { FileView } from '../syntax/file-view.ts';
import { setStatusOfCall } from './calls.ts';
import { createStatusSpelling, type SpellStatus } from './constants.ts';
import { declareStatus } from './declare.ts';
import { insertReturn } from './returns.ts';
import { type FileStyle, quote, readStyle } from './style.ts';
import { retell, tellAt } from './told.ts';

/** Spells what a rule asks for at a response; undefined where that cannot be written safely. */
export type Spell = (intent: FixIntent, response: Response, of: HandlerFunction) => readonly TextEdit[] | undefined;

/**
 * Prepares the spelling of fixes in a file whose responses are known. What reads alike in every framework is spelled
 * here, the rest by the adapter.
 */
export function createSpell(file: FileView, responses: readonly Response[]): Spell {
  let known: { readonly style: FileStyle; readonly spellStatus: SpellStatus } | undefined;
  return (intent, response, of) => {
    known ??= { style: readStyle(file), spellStatus: createStatusSpelling(file, responses) };
    const { style, spellStatus } = known;
    const imports: TextEdit[] = [];
    const status = (code: number, replaced?: Span): string => {
      const { text, edits } = spellStatus(code, response, replaced);
      imports.push(...edits);
      return text;
    };
    const spelling: Spelling = {
      text: file.source.text,
      status: (code) => status(code),
      string: (text) => quote(text, style),
      semicolon: style.semicolon,
      receiver: nameOfPlace(of.response),
    };
    const edits = spell();
    if (!edits) return undefined;
    const body = intent.kind === 'setStatus' ? changeBody(intent) : [];
    return body && withoutRepeats([...edits, ...body, ...imports]);

    /** The body that goes with another status: the one that is asked for, or the present one as far as it tells the old. */
    function changeBody(asked: Extract<FixIntent, { kind: 'setStatus' }>): readonly TextEdit[] | undefined {
      if (asked.body === undefined) return retell({ code: asked.status, response, file, spellStatus, style });
      const { via, body: present } = response;
      const inPlace = via === 'response' || via === 'return';
      return inPlace && present.kind !== 'none' && present.span
        ? [{ span: present.span, text: asked.body }]
        : undefined;
    }

    function spell(): readonly TextEdit[] | undefined {
      if (intent.kind === 'insertReturn') return insertReturn(response, responses, of, file, style);
      if (intent.kind === 'throwInstead') return throwInstead(response, file.source.text);
      if (intent.kind === 'declareStatus') return declareStatus(intent.status, response, of, file, style);
      if (intent.kind === 'tellStatus')
        return tellAt(intent.place, { code: intent.status, response, file, spellStatus, style });
      if (intent.kind === 'setStatus' && isInCall(response))
        return setStatusOfCall(intent.status, response, of, file, spellStatus);
      if (intent.kind === 'setStatus' && response.statusSpans.length > 0) {
        const [written, ...more] = response.statusSpans;
        if (!written || more.length > 0) return undefined;
        return [{ span: written, text: status(intent.status, written) }];
      }
      return (response.via === 'response' ? of.adapter : of.framework).spell(intent, response, spelling);
    }
  };
}

/** `return new NotFound()` becomes `throw new NotFound()`. */
function throwInstead({ placement: { statement } }: Response, text: string): readonly TextEdit[] | undefined {
  const end = statement && statement.start + 'return'.length;
  return statement && end && text.slice(statement.start, end) === 'return'
    ? [{ span: { start: statement.start, end }, text: 'throw' }]
    : undefined;
}

/** True if a call that is no method of the response decides the status, not something that was written before it. */
function isInCall({ via, span, statusSpans, implicit }: Response): boolean {
  if (via === 'return' && (statusSpans.length > 0 || implicit)) return false;
  return via !== 'response' && statusSpans.every(({ start, end }) => span.start <= start && end <= span.end);
}

/** Two constants that need the same import bring its edit twice. */
function withoutRepeats(edits: readonly TextEdit[]): readonly TextEdit[] {
  const bySpan = new Map(edits.map((edit) => [`${edit.span.start}:${edit.span.end}:${edit.text}`, edit]));
  return [...bySpan.values()];
}
