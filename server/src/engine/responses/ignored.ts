import { type Known, valuesOf } from '../known.ts';
import type { TakenOver } from '../model.ts';
import type { CatchClause, Node } from '../syntax/parser.ts';
import type { Draft, IgnoredDraft } from './draft.ts';
import type { WrittenStatus } from './state.ts';

/** Statuses that are written and that nobody receives, gathered while a function is walked. */
export interface IgnoredStatuses {
  /** The status in force on a path is replaced by another one. */
  readonly replaced: (before: WrittenStatus | undefined, by: WrittenStatus, node: Node) => void;
  /** A path left with a status in force: what set it may have had an effect. */
  readonly left: (status: WrittenStatus | undefined) => void;
  /** What was thrown is answered by a catch clause of the same function, which asks nothing of it. */
  readonly caught: (thrown: Node, by: CatchClause) => void;
  /** What was thrown, with a status of its own, comes to a catch clause of the same function. */
  readonly thrown: (thrown: Node, into: CatchClause, status: Known<number>) => void;
  /** An error was given back instead of thrown, or says no status. */
  readonly lost: (node: Node, why: 'given back' | 'given back by a call' | 'no status', status: Known<number>) => void;
  /** What is known of a draft once the whole function was walked. */
  readonly find: (draft: Draft, all: readonly Draft[]) => IgnoredDraft | undefined;
  /** The statuses that the catch clause answers by which a draft is caught; undefined if one could not be read. */
  readonly findCaughtAs: (draft: Draft, all: readonly Draft[]) => readonly number[] | undefined;
  /** The errors of the same function to which a draft is the answer. */
  readonly findTakenOver: (draft: Draft) => TakenOver | undefined;
}

/** Prepares the gathering for one function. */
export function createIgnoredStatuses(): IgnoredStatuses {
  const replacements = new Map<Node, { readonly by: WrittenStatus; readonly node: Node }[]>();
  const inForce = new Set<Node>();
  const catchers = new Map<Node, CatchClause>();
  const statuses = new Map<CatchClause, Map<Node, readonly number[]>>();
  const lost = new Map<Node, Pick<IgnoredDraft, 'why' | 'status'>>();

  const findOverwritten = ({ node, status }: Draft): IgnoredDraft | undefined => {
    const by = replacements.get(node);
    if (!by || inForce.has(node) || !status) return undefined;
    if (!by.every((other) => differ(status.value, other.by.value))) return undefined;
    return { why: 'overwritten', status: status.value, instead: by[0]?.node };
  };

  const findCaught = (draft: Draft, clause: CatchClause, all: readonly Draft[]): IgnoredDraft | undefined => {
    const answers = listAnswers(clause, all);
    const known = draft.status?.value;
    if (!known || answers.length === 0) return undefined;
    if (!answers.every(({ status }) => status && differ(known, status.value))) return undefined;
    return { why: 'caught', status: known, instead: answers[0]?.node };
  };

  return {
    replaced: (before, by, node) => {
      for (const writer of before?.writers ?? [])
        if (writer !== node) replacements.set(writer, [...(replacements.get(writer) ?? []), { by, node }]);
    },
    left: (status) => {
      for (const writer of status?.writers ?? []) inForce.add(writer);
    },
    caught: (thrown, by) => void catchers.set(thrown, by),
    thrown: (thrown, into, status) =>
      void statuses.set(into, (statuses.get(into) ?? new Map()).set(thrown, valuesOf(status) ?? [])),
    lost: (node, why, status) => void lost.set(node, { why, status }),
    find: (draft, all) => {
      const clause = catchers.get(draft.node);
      if (clause) return findCaught(draft, clause, all);
      const own = lost.get(draft.node);
      if (own) return { ...own, instead: undefined };
      return draft.sent ? undefined : findOverwritten(draft);
    },
    findTakenOver: ({ sent, catches }) => {
      const clause = sent ? catches.find((one) => statuses.has(one)) : undefined;
      const thrown = clause && statuses.get(clause);
      if (!thrown) return undefined;
      const replaced = [...thrown.keys()].some((node) => catchers.get(node) === clause);
      return { statuses: [...new Set([...thrown.values()].flat())], replaced };
    },
    findCaughtAs: (draft, all) => {
      const clause = catchers.get(draft.node);
      const answers = clause ? listAnswers(clause, all) : [];
      const codes = answers.map(({ status }) => status && valuesOf(status.value));
      return answers.length > 0 && codes.every((one) => one !== undefined) ? codes.flat() : undefined;
    },
  };
}

/** What is sent in a catch clause. */
function listAnswers(clause: CatchClause, all: readonly Draft[]): readonly Draft[] {
  return all.filter(({ sent, catches }) => sent && catches.includes(clause));
}

/** True if both are known and have nothing in common. */
function differ(a: Known<number>, b: Known<number>): boolean {
  const [one, other] = [valuesOf(a), valuesOf(b)];
  return one !== undefined && other !== undefined && !one.some((code) => other.includes(code));
}
