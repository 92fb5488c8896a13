import { createStatusSpelling, type SpelledStatus } from '../fixes/constants.ts';
import { findImportedTable } from '../fixes/imported-table.ts';
import { valuesOf } from '../known.ts';
import { say } from '../messages.ts';
import type { Completion, CompletionList, Response, SourceText, Span } from '../model.ts';
import { defaultPolicy, type Policy } from '../policy.ts';
import type { PositionKind } from '../positions/model.ts';
import { FAILURE, findSlot, type Probe, placeProbe } from '../positions/slot.ts';
import type { Project } from '../project/project.ts';
import { findCodeOfConstant } from '../status-codes/constant-names.ts';
import type { StatusCode } from '../status-codes/index.ts';
import { listSearchWords } from '../status-codes/search-words.ts';
import { formatStatus } from '../status-text.ts';
import type { FileView } from '../syntax/file-view.ts';
import { findAnswers } from './answer-completions.ts';
import { describeAtLength, describeInShort } from './hover-code.ts';
import { rankCodes } from './rank-codes.ts';
import { type HandlersAround, isWithin, readHandlersAround } from './read-responses.ts';

/** How a list was asked for: by a person, or by a character that was typed. */
export type CompletionTrigger = 'asked' | 'typed';

/**
 * The codes for the status that is being written at `offset`, the likeliest first, or whole answers where a statement of
 * a handler begins; undefined anywhere else. The file may be half-typed: a status is put at the cursor, and the engine
 * asked what becomes of it.
 */
export function findCompletions(
  source: SourceText,
  project: Project,
  offset: number,
  trigger: CompletionTrigger,
  policy: Policy = defaultPolicy,
): CompletionList | undefined {
  const probe = placeProbe(source, offset);
  if (!probe) return findAnswers(source, project, offset, policy);
  const read = readProbe(project, probe);
  const failing = read.mayFail ? placeProbe(source, offset, FAILURE) : undefined;
  const { file, around, response } = failing ? readProbe(project, failing) : read;
  const slot = findSlot(file, probe);
  const kind = response ? 'response' : slot?.kind;
  if (kind === undefined) return findAnswers(source, project, offset, policy);
  if (!response && !slot?.sure && trigger === 'typed') return undefined;
  return listCodes(file, probe, kind, response, around ? chooseExamples(around, probe) : [], policy);
}

interface ReadProbe {
  readonly file: FileView;
  readonly around: HandlersAround | undefined;
  /** The answer whose status the probe is. */
  readonly response: Response | undefined;
  /** True if the probe stands in an error, which would not be answered with a success. */
  readonly mayFail: boolean;
}

function readProbe(project: Project, probe: Probe): ReadProbe {
  const file = project.open(probe.source);
  const around = readHandlersAround(file, probe.span);
  const written = around?.own.find(({ statusSpans }) => statusSpans.some((span) => isWithin(probe.span, span)));
  const isAnswered = written !== undefined && (valuesOf(written.status)?.includes(probe.code) ?? false);
  const response = isAnswered ? written : undefined;
  return { file, around, response, mayFail: written !== undefined && !isAnswered && written.via !== 'response' };
}

/** What a list shows of one of its codes once a person looks at it, as Markdown. */
export function describeCompletion(code: number): string {
  return [describeInShort(code), describeAtLength(code)].filter((part) => part !== '').join('\n\n');
}

function listCodes(
  file: FileView,
  probe: Probe,
  kind: PositionKind,
  response: Response | undefined,
  responses: readonly Response[],
  policy: Policy,
): CompletionList {
  const { codes, inferred, fits: fitting } = rankCodes(kind, response, policy);
  const spellAnswer = createStatusSpelling(file, responses);
  const table = response ? undefined : findImportedTable(file);
  const spell = (code: number): SpelledStatus =>
    response ? spellAnswer(code, response, probe.span) : { text: table?.spell(code) ?? String(code), edits: [] };
  const items = codes.map((status, index): Completion => {
    const { code } = status;
    const spelled = spell(code);
    const fits = fitting.includes(code);
    return {
      kind: 'status',
      code,
      label: formatStatus(code),
      detail: fits && inferred ? inferred.scenario.title : describeKind(status),
      filter: listSearchWords(code),
      order: index,
      text: spelled.text,
      edits: spelled.edits.map((edit) => ({ ...edit, span: moveBack(edit.span, probe) })),
      preferred: index === 0 && fits && inferred?.weak === false,
    };
  });
  const inCall = probe.source.text.slice(0, probe.span.start).trimEnd().endsWith('(');
  return { replaced: probe.replaced, items, commitCharacters: inCall ? [')'] : [] };
}

/** The answers that show how statuses are written: all of the file only if some of them could be constants. */
function chooseExamples(around: HandlersAround, { source }: Probe): readonly Response[] {
  for (const [name] of source.text.matchAll(/\b[A-Z][A-Za-z_]{2,}\b/g))
    if (findCodeOfConstant(name) !== undefined) return around.all;
  return around.own;
}

function describeKind({ vendor, class: statusClass, registration }: StatusCode): string {
  if (vendor) return vendor;
  return registration === 'registered' ? statusClass : say('completion.not-registered', { class: statusClass });
}

/** What stands behind the probe is where it was before the probe, with one character behind it, was put there. */
function moveBack(span: Span, { span: put, replaced }: Probe): Span {
  if (span.start < put.start) return span;
  const shift = replaced.end - (put.end + 1);
  return { start: span.start + shift, end: span.end + shift };
}
