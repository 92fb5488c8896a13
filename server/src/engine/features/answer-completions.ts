import { createStatusSpelling } from '../fixes/constants.ts';
import { importNames } from '../fixes/imports.ts';
import { readStyle } from '../fixes/style.ts';
import { say } from '../messages.ts';
import type { Completion, CompletionList, Response, SourceText } from '../model.ts';
import type { Policy } from '../policy.ts';
import {
  findStatementStart,
  isStatement,
  putStatements,
  STAND_IN,
  type StatementStart,
} from '../positions/statement-start.ts';
import type { Project } from '../project/project.ts';
import { snippetWords } from '../registry.generated.ts';
import { createReach } from '../responses/reach-member.ts';
import { answers } from '../snippets/answers.ts';
import { nameResponse } from '../snippets/handler-names.ts';
import type { Answer, SnippetWords } from '../snippets/model.ts';
import { findHelperCall, writeHelperCall } from '../snippets/through-helper.ts';
import { type AnswerStyle, expandSnippet, writeAnswer, writeFields } from '../snippets/write.ts';
import { listSearchWords } from '../status-codes/search-words.ts';
import { formatStatus } from '../status-text.ts';
import type { FileView } from '../syntax/file-view.ts';
import { nameOf } from '../syntax/tree.ts';
import { describeInShort } from './hover-code.ts';
import { rankCodes } from './rank-codes.ts';
import { type HandlersAround, isWithin, readHandlersAround } from './read-responses.ts';

/** Whole answers at the beginning of a statement in a handler, in its own words; undefined anywhere else. */
export function findAnswers(
  source: SourceText,
  project: Project,
  offset: number,
  policy: Policy,
): CompletionList | undefined {
  const start = findStatementStart(source, offset);
  if (!start) return undefined;
  const found = findWords(source, project, start);
  if (!found || found.words.unless?.test(source.text)) return undefined;
  const { file, around, words } = found;
  const response = nameResponse(around.innermost, words);
  if (response === undefined) return undefined;
  const reach = createReach(around.innermost);
  const [sample] = answers.flatMap(
    (answer) => writeAnswer(answer, words, { ...PLAIN, reach, response, status: String(answer.code) }) ?? [],
  );
  const reason = findReason(source, project, expandSnippet(sample ?? ''), start);
  const { codes, inferred } = rankCodes('response', reason, policy);
  const order = codes.map(({ code }) => code);
  const write = createWriter(file, around, words, response);
  const items = answers.flatMap((answer): Completion[] => {
    const written = write(answer);
    if (!written) return [];
    const { code } = answer;
    return [
      {
        kind: 'answer',
        code,
        label: formatStatus(code),
        detail: describe(written, inferred?.scenario.fits.includes(code) ? inferred.scenario.title : undefined),
        documentation: `\`\`\`ts\n${expandSnippet(written.lines.join('\n'))}\n\`\`\`\n\n${describeInShort(code)}`,
        filter: `${code} sl${code}${listSearchWords(code).slice(3).replace(/\W+/g, '')}`.slice(0, 128),
        order: order.indexOf(code),
        text: written.lines.join('\n'),
        edits: written.edits,
        preferred: false,
      },
    ];
  });
  return { replaced: start.replaced, items, commitCharacters: [] };
}

interface FoundWords {
  readonly file: FileView;
  readonly around: HandlersAround;
  readonly words: SnippetWords;
}

/** The handler around a statement, and how its framework is spoken. What is a handler only once it answers is made to. */
function findWords(source: SourceText, project: Project, start: StatementStart): FoundWords | undefined {
  for (const statement of [STAND_IN, ...shapedAnswers()]) {
    const file = project.open(putStatements(source, start, statement));
    if (statement === STAND_IN && !isStatement(file, start)) return undefined;
    const place = { start: start.replaced.start, end: start.replaced.start + statement.length };
    const around = readHandlersAround(file, place);
    const framework = around?.innermost.framework.id ?? '';
    const words = snippetWords.find(({ id, alsoFor }) => id === framework || alsoFor?.includes(framework));
    if (around && words) return { file, around, words };
  }
  return undefined;
}

/** An answer of each framework in which it is an object that is given back, and nothing else shows a handler. */
function shapedAnswers(): readonly string[] {
  return snippetWords.flatMap((words) => {
    const [answer] = answers;
    const lines = words.shaped && answer && writeAnswer(answer, words, { ...PLAIN, response: '', status: '200' });
    return lines ? [expandSnippet(lines.join('\n'))] : [];
  });
}

const PLAIN = { end: ';', mark: "'" } as const;

/** The answer that a statement at this place would give, for why it would be given. */
function findReason(source: SourceText, project: Project, sample: string, start: StatementStart): Response | undefined {
  const file = project.open(putStatements(source, start, `${sample}\n`));
  const place = { start: start.replaced.start, end: start.replaced.start + sample.length };
  return readHandlersAround(file, place)?.own.find(({ span }) => isWithin(span, place));
}

interface WrittenAnswer {
  readonly lines: readonly string[];
  readonly edits: Completion['edits'];
  readonly throughHelper: boolean;
}

type Writer = (answer: Answer) => WrittenAnswer | undefined;

/** Writes answers as the file does: with its constants, its quotes, its way to leave, and through its helper. */
function createWriter(file: FileView, around: HandlersAround, words: SnippetWords, response: string): Writer {
  const { innermost, all: responses } = around;
  const { text } = file.source;
  const { quote: mark, semicolon: end } = readStyle(file);
  const spell = createStatusSpelling(file, responses);
  const [model] = responses.filter(({ handler }) => handler.span.start === innermost.handler.span.start);
  const returnsAnswers = new RegExp(`\\breturn\\s+(?:await\\s+)?${response}\\s*\\.`).test(text);
  const known = [response, ...innermost.fn.parameters.flatMap(({ name }) => nameOf(name) ?? [])];
  const reach = createReach(innermost);
  const isNameless = response === '' && words.response !== '';
  const importNeeded = (code: number): Completion['edits'] =>
    words.needs ? importNames(words.needs.module, words.needs.names(code), words.needs.mayBeGlobal ?? false, file) : [];
  return (answer) => {
    const spelled = model ? spell(answer.code, model, undefined) : { text: String(answer.code), edits: [] };
    const style: AnswerStyle = { response, status: spelled.text, end, mark, reach };
    const message = answer.body?.find(({ name }) => name === 'error')?.value;
    const helper = message === undefined ? undefined : findHelperCall(responses, text, answer.code, known);
    const fields = helper && writeFields(answer, words, style);
    if (helper && fields) {
      const call = writeHelperCall(helper, spelled.text, String(message), end, answer.fields.length);
      return { lines: [...fields, ...call], edits: spelled.edits, throughHelper: true };
    }
    const lines = answer.fields.length > 0 && isNameless ? undefined : writeAnswer(answer, words, style);
    if (!lines) return undefined;
    const [first = '', ...rest] = lines;
    const isShort = returnsAnswers && !words.oneStatement && rest.length === 1 && rest[0] === `return${end}`;
    const edits = [...spelled.edits, ...importNeeded(answer.code)];
    return { lines: isShort ? [`return ${first}`] : lines, edits, throughHelper: false };
  };
}

/** What is told beside the name: the helper, why the code fits, or that this is more than a status. */
function describe({ lines, throughHelper }: WrittenAnswer, reason: string | undefined): string {
  if (!throughHelper) return reason ?? say('completion.answer');
  const call = lines.find((line) => line.includes('('))?.replace(/^return\s+/, '') ?? '';
  return `${call.slice(0, call.indexOf('('))}(…)`;
}
