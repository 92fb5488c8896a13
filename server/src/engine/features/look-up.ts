import { listScenariosOf, type Scenario } from '../scenarios/table.ts';
import { LINE, tellInOneLine } from '../status-codes/brief.ts';
import { findOtherNames } from '../status-codes/constant-names.ts';
import { type StatusCode, statusCodes } from '../status-codes/index.ts';
import { findSearchWords } from '../status-codes/search-words.ts';
import { formatStatus } from '../status-text.ts';

/** A status code as a list shows it. */
export interface FoundStatus {
  readonly code: number;
  /** As in `404 Not Found`. */
  readonly title: string;
  /** Its class, or the vendor that uses it. */
  readonly kind: string;
  /** In one line without markup: the situation that was searched for, or else what the code tells the client. */
  readonly meaning: string;
  /** The situations that it answers. */
  readonly scenarios: readonly string[];
}

/** How well a word fits, by where it was found. */
const FIT = {
  code: 100,
  nameStart: 80,
  name: 60,
  otherName: 55,
  searchWord: 52,
  ownSituation: 50,
  sharedSituation: 40,
  meaning: 30,
  scattered: 10,
} as const;

/** What a code loses at each word if it is not registered: few people mean those of vendors. */
const UNREGISTERED = 30;

/** Shorter pieces of a word are in nearly every name or sentence. */
const SHORTEST_SCATTERED = 4;

/** What is searched of one code, in lower case. */
interface Searched {
  readonly status: StatusCode;
  /** Its names, with nothing but letters. */
  readonly name: string;
  readonly otherNames: readonly string[];
  /** Words by which people look for it. */
  readonly searchWords: string;
  /** What it is the usual answer to. */
  readonly ownSituations: readonly string[];
  /** What another code usually answers, and it may. */
  readonly sharedSituations: readonly string[];
  readonly meaning: string;
}

/**
 * The codes that a person may mean by `query`, best first: part of a number, a name, a situation or a meaning, such as
 * `40`, `notf`, `taken` or `too many`. Every word must be found. All codes for an empty query.
 */
export function lookUpStatusCodes(query: string): readonly FoundStatus[] {
  const words = query
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter((word) => word !== '');
  return statusCodes
    .map(prepare)
    .map((one) => ({ one, fit: fitOf(one, words) }))
    .filter(({ fit }) => fit > 0 || words.length === 0)
    .sort((a, b) => b.fit - a.fit || a.one.status.code - b.one.status.code)
    .map(({ one }) => describe(one.status, findReason(one, words)));
}

function prepare(status: StatusCode): Searched {
  const { code, reasonPhrase, useWhen, summary, vendor, class: statusClass } = status;
  const answered = listScenariosOf(code);
  const own = answered.filter(({ fits: [usual] }) => usual === code);
  const shared = answered.filter((scenario) => !own.includes(scenario));
  return {
    status,
    name: toLetters(reasonPhrase),
    otherNames: findOtherNames(code).map(toLetters),
    searchWords: findSearchWords(code),
    ownSituations: [...own.flatMap(tellScenario), ...useWhen],
    sharedSituations: shared.flatMap(tellScenario),
    meaning: `${summary} ${vendor ?? statusClass}`,
  };
}

function tellScenario({ title, examples }: Scenario): readonly string[] {
  return [title, ...examples];
}

function toLetters(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** The sum over all words; 0 if one of them is nowhere. */
function fitOf(one: Searched, words: readonly string[]): number {
  const fits = words.map((word) => fitOfWord(one, word));
  if (fits.includes(0)) return 0;
  const lost = one.status.registration === 'registered' ? 0 : UNREGISTERED * words.length;
  return Math.max(1, fits.reduce((sum, fit) => sum + fit, 0) - lost);
}

function fitOfWord(one: Searched, word: string): number {
  const { status, name, otherNames, meaning } = one;
  if (String(status.code).startsWith(word)) return FIT.code;
  if (name.startsWith(word)) return FIT.nameStart;
  if (name.includes(word)) return FIT.name;
  if (otherNames.some((other) => other.includes(word))) return FIT.otherName;
  if (hasWord(one.searchWords, word)) return FIT.searchWord;
  if (one.ownSituations.some((text) => hasWord(text, word))) return FIT.ownSituation;
  if (one.sharedSituations.some((text) => hasWord(text, word))) return FIT.sharedSituation;
  if (hasWord(meaning, word)) return FIT.meaning;
  if (word.length >= SHORTEST_SCATTERED && isScattered(word, name)) return FIT.scattered;
  return 0;
}

/** True if a word of the text begins with `start`; `e-mail` is also found as `email`. */
function hasWord(sentence: string, start: string): boolean {
  return beginsIn(sentence, start) || (sentence.includes('-') && beginsIn(sentence.replaceAll('-', ''), start));
}

function beginsIn(sentence: string, start: string): boolean {
  const text = sentence.toLowerCase();
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    if (at === 0 || !/[a-z0-9]/.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

/** True if the letters of `word` follow each other in `name`, others between them, and both begin alike. */
function isScattered(word: string, name: string): boolean {
  let at = -1;
  for (const letter of word) {
    const next = name.indexOf(letter, at + 1);
    if (next < 0 || (at < 0 && next > 0)) return false;
    at = next;
  }
  return true;
}

/** The situation because of which a code was found, if it was not its name or number and a list shows it whole. */
function findReason(one: Searched, words: readonly string[]): string | undefined {
  const byName = words.some((word) => fitOfWord(one, word) >= FIT.otherName);
  if (words.length === 0 || byName) return undefined;
  const sentences = [...one.ownSituations, ...one.sharedSituations].filter((text) => text.endsWith('.'));
  return sentences.map(shorten).find((text) => text.length <= LINE && words.every((word) => hasWord(text, word)));
}

/** Leaves out the examples of a long sentence, and what is added to it. */
function shorten(sentence: string): string {
  const end = sentence.length > LINE ? sentence.search(/;|, (?:such as|for (?:example|instance))\b/) : -1;
  return end < 0 ? sentence : `${sentence.slice(0, end)}.`;
}

function describe(status: StatusCode, reason: string | undefined): FoundStatus {
  return {
    code: status.code,
    title: formatStatus(status.code),
    kind: status.vendor ?? status.class,
    meaning: reason?.replaceAll('`', '') ?? tellInOneLine(status.code),
    scenarios: listScenariosOf(status.code).map(({ title }) => title),
  };
}
