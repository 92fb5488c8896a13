import { saysForAll } from '../project/read-global.ts';
import { frameworks } from '../registry.generated.ts';
import type { FileView } from '../syntax/file-view.ts';
import { isBroken, isModule, listParseErrors } from '../syntax/parse.ts';
import type { SourceFile, Statement } from '../syntax/parser.ts';
import { findChange, type TextChange } from '../syntax/text-change.ts';
import type { Remembered, RememberedStatement } from './memory.ts';
import { readStatementFacts, type StatementFacts } from './statement-facts.ts';
import { readTextFacts } from './text-facts.ts';

/** Past this share of statements that have to be read again, it is cheaper to read all of them. */
const TOO_MANY = 0.6;

/** Which statements of a new version are as they were, and rest on nothing that has changed. */
export interface Plan {
  readonly before: Remembered;
  readonly change: TextChange;
  /** By statement of the new version: what is known of it, also where it has to be read again. */
  readonly known: ReadonlyMap<Statement, RememberedStatement>;
  /** The statements that have to be read again. */
  readonly again: ReadonlySet<Statement>;
  /** What is known of those that are new. */
  readonly facts: ReadonlyMap<Statement, StatementFacts>;
  /** The statements of the old version that are no more. */
  readonly lost: readonly RememberedStatement[];
  /** These, and those that have to be read again. */
  readonly gone: readonly RememberedStatement[];
  /** The names whose meaning may have changed. */
  readonly names: ReadonlySet<string>;
}

/** Plans what can be kept of an earlier version; undefined if nothing can. */
export function planReuse(before: Remembered, file: FileView): Plan | undefined {
  const { tree, source } = file;
  if (before.isModule !== isModule(tree)) return undefined;
  const change = findChange(before.source.text, source.text);
  // At an old place others may know what stands there now as something else, too.
  if (before.knownPlaces.size > 0 && Math.max(...before.knownPlaces) >= change.start) return undefined;
  const known = matchStatements(before.statements, tree, change);
  const matched = new Set(known.values());
  const lost = before.statements.filter((statement) => !matched.has(statement));
  const facts = new Map<Statement, StatementFacts>();
  for (const statement of tree.statements)
    if (!known.has(statement)) facts.set(statement, readStatementFacts(statement, file));
  const changed = [...lost.map((statement) => statement.facts), ...facts.values()];
  if (saysForAll(source.text, frameworks) || readTextFacts(source.text) !== before.textFacts) return undefined;
  if (readTail(file) !== before.tail) return undefined;
  if (tellsOfFunctions(lost, facts, before)) return undefined;
  const { names, affected } = spread(changed, known);
  const again = new Set<Statement>([...facts.keys(), ...affected]);
  if (again.size > TOO_MANY * tree.statements.length) return undefined;
  const gone = [...lost, ...affected.flatMap((statement) => known.get(statement) ?? [])];
  return { before, change, known, again, facts, lost, gone, names };
}

/** What stands behind the last statement of a file. */
export function readTail({ source, tree }: FileView): string {
  return source.text.slice(tree.statements.at(-1)?.end ?? 0).trim();
}

/** The statements that are the same in both versions, from both ends. */
function matchStatements(
  old: readonly RememberedStatement[],
  tree: SourceFile,
  { start, oldEnd, newEnd }: TextChange,
): Map<Statement, RememberedStatement> {
  const { statements } = tree;
  const errors = listParseErrors(tree);
  const known = new Map<Statement, RememberedStatement>();
  const isSame = (one: Statement, other: RememberedStatement, shift: number): boolean =>
    one.pos === other.pos + shift &&
    one.end === other.end + shift &&
    one.kind === other.kind &&
    !other.broken &&
    !isBroken(one, errors);
  const shorter = Math.min(old.length, statements.length);
  let first = 0;
  for (; first < shorter; first++) {
    const [one, other] = [statements[first], old[first]];
    // What comes right behind a statement may belong to it.
    if (!one || !other || other.end >= start || !isSame(one, other, 0)) break;
    known.set(one, other);
  }
  for (let last = 1; last <= shorter - first; last++) {
    const [one, other] = [statements.at(-last), old.at(-last)];
    if (!one || !other || other.pos < oldEnd || !isSame(one, other, newEnd - oldEnd)) break;
    known.set(one, other);
  }
  return known;
}

/** True if something is said of a function of the file by its name that was not said before, or not any more. */
function tellsOfFunctions(
  lost: readonly RememberedStatement[],
  facts: ReadonlyMap<Statement, StatementFacts>,
  before: Remembered,
): boolean {
  const counts = new Map<string, { name: string; count: number }>();
  const add = ({ mentions }: StatementFacts, sign: number): void => {
    for (const [key, { name, count }] of mentions) {
      const known = counts.get(key);
      if (known) known.count += sign * count;
      else counts.set(key, { name, count: sign * count });
    }
  };
  for (const one of facts.values()) add(one, 1);
  for (const one of lost) add(one.facts, -1);
  const names = new Set([...counts.values()].flatMap(({ name, count }) => (count === 0 ? [] : [name])));
  if (names.size === 0) return false;
  const all = [...before.statements.map((statement) => statement.facts), ...facts.values()];
  return all.some(({ functions }) => [...functions].some((name) => names.has(name)));
}

/** The names that may mean something else now, and the statements that use one of them, directly or through others. */
function spread(
  changed: readonly StatementFacts[],
  known: ReadonlyMap<Statement, RememberedStatement>,
): { readonly names: ReadonlySet<string>; readonly affected: readonly Statement[] } {
  const affected = new Set<Statement>();
  const names = new Set(changed.flatMap(({ gives }) => [...gives]));
  const waiting = [...names];
  const affect = (statement: Statement, { gives }: StatementFacts): void => {
    if (affected.has(statement)) return;
    affected.add(statement);
    for (const name of gives)
      if (!names.has(name)) {
        names.add(name);
        waiting.push(name);
      }
  };
  const passedOn = new Set<StatementFacts>();
  const affectGiven = (by: StatementFacts): void => {
    if (by.given.size === 0 || passedOn.has(by)) return;
    passedOn.add(by);
    for (const [statement, { facts }] of known)
      if ([...facts.functions].some((name) => by.given.has(name))) affect(statement, facts);
  };
  changed.forEach(affectGiven);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop())
    for (const [statement, { facts, registers }] of known) {
      if (!facts.words.has(name)) continue;
      affect(statement, facts);
      // A function that is registered beside another one is not given to it.
      if (registers === '' || !facts.given.has(name)) affectGiven(facts);
    }
  return { names, affected: [...affected] };
}
