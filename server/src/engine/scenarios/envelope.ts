import { findToldError } from '../error-body.ts';
import { every } from '../known.ts';
import type { Response, Span } from '../model.ts';
import type { Policy } from '../policy.ts';
import {
  carriesCode,
  contradicts,
  FEWEST,
  findCodeProperty,
  findHabit,
  type Habit,
  isOwnMatter,
  SHARE,
  tallyAnswers,
  tellsByCode,
} from './habit.ts';

/** Which errors of a file are told in the body of a 200 on purpose. */
export interface Envelope {
  /** All of them, where the team or the file itself shows it; or those alone whose bodies carry a code. */
  readonly takes: 'none' | 'carried' | 'all';
  /** Where it is said in this file; undefined if it is said elsewhere, or by the team itself, or not known yet. */
  readonly said: SaidOnce | undefined;
}

/** The one place where a habit is told of. */
export interface SaidOnce {
  readonly at: Response;
  readonly span: Span;
  /** Whose habit it is. */
  readonly of: 'file' | 'project';
  /** So many errors are told so, of all that there are. */
  readonly told: number;
  readonly all: number;
}

/**
 * What the other files of a project show. `awaited`: they have not been read yet; `alone`: there are none that are known;
 * `none`: no habit.
 */
export type ProjectHabit = Habit | 'awaited' | 'alone' | 'none';

/** Reads the habit of a file, unless the policy decides, as one among the files of its project. */
export function readEnvelope(
  responses: readonly Response[],
  { envelope }: Policy,
  path: string,
  project: ProjectHabit,
): Envelope {
  if (envelope === 'always-200') return { takes: 'all', said: undefined };
  if (envelope === 'off') return { takes: 'none', said: undefined };
  const own = findOwnHabit(responses);
  // Whatever is found in an answer with a code, the project may show that it is meant, and where that is to be said.
  if (project === 'awaited') return { takes: own ? 'all' : 'carried', said: undefined };
  const tally = tallyAnswers(responses);
  const habit = project === 'alone' ? findHabit([[path, tally]]) : project === 'none' ? undefined : project;
  const of = project === 'alone' ? 'file' : 'project';
  if (own) return { takes: 'all', said: habit && of === 'project' ? sayHabit(habit, of, responses, path) : own };
  if (!habit || contradicts(tally, habit.success)) return { takes: 'none', said: undefined };
  return { takes: 'carried', said: sayHabit(habit, of, responses, path) };
}

/** True if what an answer tells in its body is told there on purpose. */
export function isInEnvelope(response: Response, { takes }: Envelope): boolean {
  return takes === 'all' || (takes === 'carried' && carriesCode(response));
}

function sayHabit(
  { success, told, all, first }: Habit,
  of: SaidOnce['of'],
  responses: readonly Response[],
  path: string,
): SaidOnce | undefined {
  const at = path === first ? responses.find((response) => tellsByCode(response, success)) : undefined;
  const span = at && (findToldError(at) ?? findCodeProperty(at))?.span;
  return at && span && { at, span, of, told, all };
}

/** What a file shows by itself: nearly all of its errors are told beside a code. Then the others are meant as well. */
function findOwnHabit(responses: readonly Response[]): SaidOnce | undefined {
  const carried = responses.filter(carriesCode);
  const told = carried.filter((response) => findToldError(response) !== undefined);
  // Without a success in the same form it is no envelope, only a missing status.
  if (told.length < FEWEST || carried.length === told.length) return undefined;
  const errors = responses.filter(({ status }) => every(status, (code) => code >= 400));
  const all = told.length + errors.length;
  const at = told.find(isOwnMatter) ?? told[0];
  const span = at && findToldError(at)?.span;
  if (!span || told.length / all < SHARE) return undefined;
  return { at, span, of: 'file', told: told.length, all };
}
