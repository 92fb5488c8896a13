import { checkFile, checkHandler } from './check-handler.ts';
import { describeError } from './describe-error.ts';
import { createSpell } from './fixes/spell.ts';
import type { HandlerFlow } from './handler-flow.ts';
import type { EngineProblem, Finding } from './model.ts';
import { createFileFacts } from './positions/file-facts.ts';
import { frameworks } from './registry.generated.ts';
import { claimHandlers } from './responses/claim-handlers.ts';
import { collectFlow } from './responses/collect.ts';
import type { HandlerFunction } from './responses/handler-function.ts';
import { isSilentFile } from './responses/silent-file.ts';
import { gatherAcross } from './reuse/across.ts';
import type { LaterFixes } from './reuse/later-fixes.ts';
import type { Leavings, ReadHandler } from './reuse/memory.ts';
import { leaveAll, leaveChanged } from './reuse/remember.ts';
import type { Reuse } from './reuse/reuse.ts';
import type { RuleContext } from './rule.ts';
import { type Envelope, type ProjectHabit, readEnvelope } from './scenarios/envelope.ts';
import type { Settings } from './settings.ts';
import type { FileView } from './syntax/file-view.ts';
import { findStatementAround } from './syntax/tree.ts';

/** What a file gave. */
export interface ReadFile {
  /** In the order of its statements. */
  readonly flows: readonly HandlerFlow[];
  readonly findings: readonly Finding[];
  readonly problems: readonly EngineProblem[];
  /** What the next version can take over; undefined if nobody will ask, and after a problem. */
  readonly left: Leavings | undefined;
}

/**
 * Reads all handlers of a file.
 * @param habit how the other files of its project tell of errors
 * @param remembers true if a next version of it will be read as well
 */
export function readFile(file: FileView, settings: Settings, habit: ProjectHabit, remembers: boolean): ReadFile {
  const problems: EngineProblem[] = [];
  const across = gatherAcross(file);
  const claimed = claimHandlers(file, frameworks, remembers ? across.note : undefined);
  const flows = claimed.map((of) => follow(of, file, problems, settings));
  const { envelope, check, checkRest } = createCheck(file, flows, settings, habit, problems);
  const read = claimed.map((of, index) => ({ of, handler: check(flows[index] as HandlerFlow, of) }));
  const findings = [...read.flatMap(({ handler }) => handler.findings), ...checkRest()];
  const left =
    remembers && problems.length === 0 ? leaveAll(file, settings, envelope, groupByStatement(read), across) : undefined;
  return { flows, findings, problems, left };
}

/** Reads the handlers of a file that may have changed; undefined if that turns out not to be enough. */
export function readChanged(
  file: FileView,
  settings: Settings,
  habit: ProjectHabit,
  reuse: Reuse,
  withFixes: LaterFixes,
): ReadFile | undefined {
  const problems: EngineProblem[] = [];
  const across = gatherAcross(file);
  const claimed = claimHandlers(reuse.scope, frameworks, across.note).filter(({ fn }) => reuse.isAgain(fn));
  if (!reuse.leavesOthersAlone(across)) return undefined;
  const changed = claimed.map((of) => ({ of, flow: follow(of, reuse.scope, problems, settings) }));
  const changedBy = groupBy(changed, ({ of }) => findStatementAround(of.fn));
  const flows = file.tree.statements.flatMap(
    (statement) =>
      reuse.kept.get(statement)?.handlers.map(({ flow }) => flow) ??
      (changedBy.get(statement) ?? []).map(({ flow }) => flow),
  );
  const { envelope, check, checkRest } = createCheck(file, flows, settings, habit, problems);
  if (problems.length > 0 || !reuse.judgesAlike(envelope)) return undefined;
  const read = changed.map(({ of, flow }) => ({ of, handler: check(flow, of) }));
  const rest = checkRest();
  if (problems.length > 0) return undefined;
  const readBy = groupByStatement(read);
  const left = leaveChanged(file, settings, envelope, readBy, across, reuse);
  const findings = file.tree.statements.flatMap((statement) => {
    const kept = reuse.kept.get(statement)?.handlers;
    return kept ? withFixes(kept) : (readBy.get(statement) ?? []).flatMap((one) => one.findings);
  });
  return { flows, findings: [...findings, ...rest], problems, left };
}

function follow(of: HandlerFunction, file: FileView, problems: EngineProblem[], { extra }: Settings): HandlerFlow {
  const { handler } = of;
  try {
    return collectFlow({ ...of, extra }, file);
  } catch (error) {
    problems.push({ where: `handler at ${handler.span.start}`, error: describeError(error) });
    return { handler, responses: [], silentPaths: [], unguarded: [] };
  }
}

/** Asks rules. */
interface Check {
  readonly envelope: Envelope;
  readonly check: (flow: HandlerFlow, of: HandlerFunction) => ReadHandler;
  /** Asks about what stands in no handler. */
  readonly checkRest: () => readonly Finding[];
}

/** Asks the rules about handlers of a file whose flows are all known. */
function createCheck(
  file: FileView,
  flows: readonly HandlerFlow[],
  settings: Settings,
  habit: ProjectHabit,
  problems: EngineProblem[],
): Check {
  const responses = flows.flatMap((flow) => flow.responses);
  const spell = createSpell(file, responses);
  const { policy } = settings;
  const envelope = readEnvelope(responses, policy, file.source.path, habit);
  const silent = isSilentFile(file.place);
  return {
    envelope,
    checkRest: () =>
      silent ? [] : checkFile(createFileFacts(file, responses), { policy, envelope }, spell, settings, problems),
    check: (flow, of) => {
      if (silent) return { flow, findings: [] };
      const context = { policy, envelope, ...describeFramework(of) };
      const whole = { ...of, extra: settings.extra };
      return { flow, findings: checkHandler(flow, whole, context, spell, settings, problems) };
    },
  };
}

function groupByStatement(
  read: readonly { readonly of: HandlerFunction; readonly handler: ReadHandler }[],
): ReadonlyMap<unknown, readonly ReadHandler[]> {
  const groups = groupBy(read, ({ of }) => findStatementAround(of.fn));
  return new Map([...groups].map(([statement, list]) => [statement, list.map(({ handler }) => handler)]));
}

function groupBy<T, K>(list: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** What a rule asks of the framework of a handler. */
function describeFramework(of: HandlerFunction): Pick<RuleContext, 'framework' | 'dropsSecondAnswer' | 'mayHandOn'> {
  return {
    framework: of.framework.name,
    dropsSecondAnswer: of.adapter.handlers.dropsSecondAnswer ?? false,
    mayHandOn: of.next !== undefined || of.framework.handlers.hangsUnanswered !== 'unless returned',
  };
}
