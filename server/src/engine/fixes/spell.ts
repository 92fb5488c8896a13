import type { Spelling } from '../adapter.ts';
import { lacksStatus } from '../declared-statuses.ts';
import type { HandlerFlow } from '../handler-flow.ts';
import { valuesOf } from '../known.ts';
import type { FixIntent, HandlerIntent, Response, ResponseIntent, Span, TextEdit } from '../model.ts';
import { type HandlerFunction, nameOfPlace } from '../responses/handler-function.ts';
import type { FileView } from '../syntax/file-view.ts';
import { answerPath, handOnPath } from './answer-path.ts';
import { setStatusOfCall } from './calls.ts';
import { catchRejections } from './catch-rejections.ts';
import { createStatusSpelling } from './constants.ts';
import { declareStatus, undeclareStatus } from './declare.ts';
import { hideError } from './hide-error.ts';
import { nameStatus } from './name-status.ts';
import { insertReturn } from './returns.ts';
import { setStatusFirst } from './status-first.ts';
import { quote, readStyle } from './style.ts';
import { retell, tellAt } from './told.ts';
import type { Writing } from './writing.ts';

/** Where a fix is asked for: at a handler, at an answer of it, or anywhere in the file. */
export interface FixPlace {
  readonly of?: HandlerFunction;
  readonly response?: Response | undefined;
  /** What a walk through the handler gave; only intents about handlers need it. */
  readonly flow?: HandlerFlow;
}

/** Spells what a rule asks for; undefined where that cannot be written safely. */
export type Spell = (intent: FixIntent, place: FixPlace) => readonly TextEdit[] | undefined;

/** Prepares the spelling of fixes in a file whose responses are known. */
export function createSpell(file: FileView, responses: readonly Response[]): Spell {
  let known: Writing | undefined;
  return (intent, place) => {
    known ??= { file, responses, style: readStyle(file), spellStatus: createStatusSpelling(file, responses) };
    switch (intent.kind) {
      case 'answerPath':
      case 'handOn':
      case 'catchRejections':
      case 'undeclareStatus':
        return place.of && spellAtHandler(intent, place.of, place.flow, known);
      case 'writeStatus':
        return [{ span: intent.place, text: String(intent.status) }];
      case 'nameStatus':
        return nameStatus(intent.status, intent.place, known);
      case 'rename':
        return [{ span: intent.place, text: intent.name }];
      case 'setStatus':
        // Whatever is written there, no client receives it.
        if (place.response?.caughtAs && !place.response.caughtAs.includes(intent.status)) return undefined;
        if (place.response && isMeantByThrown(place.response, intent.status)) return undefined;
        return place.of && place.response && spellAtResponse(intent, place.response, place.of, known);
      case 'hideError':
        // Some of what it tells is the program's own, and has a status of its own that would be lost.
        if (place.response?.takesOver && !place.response.takesOver.replaced) return undefined;
        if (place.response && intent.status !== undefined && isMeantByThrown(place.response, intent.status))
          return undefined;
        return place.of && place.response && spellAtResponse(intent, place.response, place.of, known);
      default:
        return place.of && place.response && spellAtResponse(intent, place.response, place.of, known);
    }
  };
}

/** True if the same function throws errors of the present status, which another one would replace. */
function isMeantByThrown({ takesOver, status }: Response, wanted: number): boolean {
  if (!takesOver?.replaced) return false;
  const present = valuesOf(status) ?? [];
  return takesOver.statuses.some((code) => code !== wanted && present.includes(code));
}

/** What stands in a handler, and in no answer, is written alike in every framework, but for the words of an answer. */
function spellAtHandler(
  intent: HandlerIntent,
  of: HandlerFunction,
  flow: HandlerFlow | undefined,
  writing: Writing,
): readonly TextEdit[] | undefined {
  if (intent.kind === 'catchRejections') return catchRejections(intent.how, of, writing);
  if (intent.kind === 'undeclareStatus') return undeclareStatus(intent.status, of, writing.file);
  const path = flow?.silentPaths.find(({ span }) => span.start === intent.path.start);
  if (!path || !flow) return undefined;
  return intent.kind === 'handOn'
    ? handOnPath(path, flow, of, writing)
    : answerPath(intent.status, path, flow, of, writing);
}

/** What reads alike in every framework is spelled here, the rest by the adapter. */
function spellAtResponse(
  intent: ResponseIntent,
  response: Response,
  of: HandlerFunction,
  { file, responses, style, spellStatus }: Writing,
): readonly TextEdit[] | undefined {
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
  const isDouble = intent.kind === 'insertReturn' || intent.kind === 'hideError';
  const another = isDouble && intent.status !== undefined ? setStatusToo(intent.status) : [];
  if (!edits || !another) return undefined;
  const body = intent.kind === 'setStatus' ? changeBody(intent) : [];
  const declared = intent.kind === 'setStatus' ? declareToo(intent.status) : [];
  return body && declared && withoutRepeats([...edits, ...another, ...body, ...declared, ...imports]);

  function setStatusToo(code: number): readonly TextEdit[] | undefined {
    return spellAtResponse({ kind: 'setStatus', status: code }, response, of, { file, responses, style, spellStatus });
  }

  /** A route that declares the present status declares the new one as well: nobody is to hear next that it does not. */
  function declareToo(code: number): readonly TextEdit[] | undefined {
    const { declared } = response.handler;
    const isKept = !(valuesOf(response.status) ?? []).some((present) => lacksStatus(declared, present));
    return isKept && lacksStatus(declared, code) ? declareStatus(code, status, response, of, file, style) : [];
  }

  /** The body that goes with another status: the one that is asked for, or the present one as far as it tells the old. */
  function changeBody(asked: Extract<ResponseIntent, { kind: 'setStatus' }>): readonly TextEdit[] | undefined {
    if (asked.body === undefined) return retell({ code: asked.status, response, file, spellStatus, style });
    const { via, body: present } = response;
    const inPlace = via === 'response' || via === 'return';
    return inPlace && present.kind !== 'none' && present.span ? [{ span: present.span, text: asked.body }] : undefined;
  }

  function spell(): readonly TextEdit[] | undefined {
    if (intent.kind === 'insertReturn') return insertReturn(response, responses, of, file, style);
    if (intent.kind === 'hideError') return hideError(response, { file, responses, style, spellStatus }, intent.status);
    if (intent.kind === 'setStatusFirst') return setStatusFirst(response, responses, file);
    if (intent.kind === 'throwInstead') return throwInstead(response, file.source.text);
    if (intent.kind === 'declareStatus') return declareStatus(intent.status, status, response, of, file, style);
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
}

/** `return new NotFound()` becomes `throw new NotFound()`, and so does `new NotFound()` alone. */
function throwInstead(
  { placement: { statement, discarded }, span }: Response,
  text: string,
): readonly TextEdit[] | undefined {
  if (discarded) return [{ span: { start: span.start, end: span.start }, text: 'throw ' }];
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
