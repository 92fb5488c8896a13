import type { SourceText } from '../model.ts';
import type { Project } from '../project/project.ts';
import type { Envelope } from '../scenarios/envelope.ts';
import type { Settings } from '../settings.ts';
import type { FileView } from '../syntax/file-view.ts';
import type { Node, Statement } from '../syntax/parser.ts';
import { findStatementAround } from '../syntax/tree.ts';
import type { AcrossStatements } from './across.ts';
import type { Across, Leavings, Memory, Remembered, RememberedStatement } from './memory.ts';
import { createMover, type Mover, PlaceIsGone } from './move.ts';
import { type Plan, planReuse } from './plan.ts';
import { changesOthers, describeRoutes } from './routes-told.ts';
import type { StatementFacts } from './statement-facts.ts';
import { moveWays, recallRoutes } from './ways.ts';

/** What an analysis takes over from the version before. Each question is asked as soon as it can be answered. */
export interface Reuse {
  readonly plan: Plan;
  /** How requests come to the functions of the file. */
  readonly ways: Leavings['ways'];
  /** The file with the statements alone that have to be read again. */
  readonly scope: FileView;
  readonly isAgain: (node: Node) => boolean;
  /** What the other statements gave, where it is now. */
  readonly kept: ReadonlyMap<Statement, RememberedStatement>;
  /** True if the statements that are read again still do to the others what they did. */
  readonly leavesOthersAlone: (across: AcrossStatements) => boolean;
  /** True if rules would judge the others as they did. */
  readonly judgesAlike: (envelope: Envelope) => boolean;
}

/** Finds what can be taken over from an earlier version; undefined if nothing can. */
export function findReuse(memory: Memory, file: FileView, settings: Settings, project: Project): Reuse | undefined {
  const before = memory.last;
  if (!before || !isOfSameWorld(before, file.source, settings, project)) return undefined;
  const plan = planReuse(before, file);
  if (!plan) return undefined;
  const { again, change, known } = plan;
  const mover = createMover(change, file.source.path);
  const kept = new Map<Statement, RememberedStatement>();
  const envelope = tryTo(() => {
    for (const [statement, one] of known)
      if (!again.has(statement)) kept.set(statement, moveStatement(one, statement, mover));
    return mover.move(before.envelope);
  });
  if (!envelope) return undefined;
  project.restOn(before.files);
  const ways = moveWays(before.ways, file.source.path, change);
  const factsOf = (statement: Statement): StatementFacts | undefined =>
    plan.facts.get(statement) ?? known.get(statement)?.facts;
  const scope = file.narrow([...again], {
    routes: recallRoutes(ways, before.hung, file),
    findOwnRoute: (owner) => ways.get(owner)?.[0]?.ownRoute,
    mayAssign: (statement, name) => factsOf(statement)?.gives.has(name) ?? true,
    mayName: (statement, word) => factsOf(statement)?.words.has(word) ?? true,
  });
  return {
    plan,
    ways,
    scope,
    isAgain: (node) => again.has(findStatementAround(node)),
    kept,
    leavesOthersAlone: (across) =>
      tryTo(() => hasSameRegistrations(plan, scope, mover)) === true &&
      !changesOthers(plan, scope) &&
      hasSameAcross(plan, across, mover),
    judgesAlike: (now) => isSameEnvelope(envelope, now),
  };
}

/** Runs something for which a place may be gone. */
function tryTo<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof PlaceIsGone) return undefined;
    throw error;
  }
}

function isOfSameWorld(before: Remembered, source: SourceText, settings: Settings, project: Project): boolean {
  return (
    before.source.path === source.path &&
    before.settings === settings &&
    before.project === project &&
    before.knowledge === project.knowledge &&
    project.isCurrent(before.files)
  );
}

function moveStatement(remembered: RememberedStatement, { pos, end }: Statement, mover: Mover): RememberedStatement {
  const { reach, registers, handlers, across } = remembered;
  if (mover.leaves(reach)) return remembered;
  return {
    ...remembered,
    pos,
    end,
    registers: mover.moveNames(registers),
    handlers: mover.move(handlers),
    across: across.map((one) => moveAcross(one, mover)),
    reach: mover.movePlace(reach),
  };
}

function moveAcross({ name, place, how }: Across, { movePlace }: Mover): Across {
  return { name, place: movePlace(place), how };
}

/** True if the statements that are read again register what they, or those in their place, did before. */
function hasSameRegistrations({ again, facts, known, lost }: Plan, file: FileView, { moveNames }: Mover): boolean {
  const describe = (statement: Statement): string => describeRoutes(file.registeredBy(statement));
  const isSame = [...again].every((statement) => {
    const before = known.get(statement);
    return !before || moveNames(before.registers) === describe(statement);
  });
  const join = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');
  const now = [...facts.keys()].map(describe);
  return isSame && moveNames(join(lost.map(({ registers }) => registers))) === join(now);
}

/** True if the statements that are read again register the functions of the others that they did, in the same way. */
function hasSameAcross({ again, gone, known, facts, names }: Plan, across: AcrossStatements, mover: Mover): boolean {
  const others = [...known.keys()].filter((statement) => !again.has(statement));
  const isOfOthers = ({ place }: Across): boolean => others.some(({ pos, end }) => pos <= place && place < end);
  const before = gone.flatMap((statement) =>
    statement.across.flatMap((one) => tryTo(() => moveAcross(one, mover)) ?? []),
  );
  const now = [...again].flatMap((statement) => across.of(statement));
  for (const statement of again) {
    const list = across.of(statement);
    if (!list.some(isOfOthers)) continue;
    // Whatever else it names may say in which way it registers them.
    const own = new Set(list.map(({ name }) => name));
    const words = (facts.get(statement) ?? known.get(statement)?.facts)?.words;
    if ([...names].some((name) => !own.has(name) && words?.has(name) !== false)) return false;
  }
  const describe = (list: readonly Across[]): string =>
    list
      .filter(isOfOthers)
      .map(({ place, how }) => `${place} ${how}`)
      .sort()
      .join('\n');
  return describe(before) === describe(now);
}

function isSameEnvelope(a: Envelope, b: Envelope): boolean {
  return a.takes === b.takes && JSON.stringify(a.said) === JSON.stringify(b.said);
}
