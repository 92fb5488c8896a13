import type { Envelope } from '../scenarios/envelope.ts';
import type { Settings } from '../settings.ts';
import type { FileView } from '../syntax/file-view.ts';
import { isBroken, isModule, listParseErrors } from '../syntax/parse.ts';
import type { Statement } from '../syntax/parser.ts';
import type { AcrossStatements } from './across.ts';
import type { Leavings, ReadHandler, RememberedHandler, RememberedStatement } from './memory.ts';
import { findReach } from './move.ts';
import { readTail } from './plan.ts';
import type { Reuse } from './reuse.ts';
import { describeRoutes } from './routes-told.ts';
import { readStatementFacts, type StatementFacts } from './statement-facts.ts';
import { readTextFacts } from './text-facts.ts';
import { listWays } from './ways.ts';

type HandlersOf = ReadonlyMap<unknown, readonly ReadHandler[]>;

/** What a file leaves of which everything was read. */
export function leaveAll(
  file: FileView,
  settings: Settings,
  envelope: Envelope,
  handlers: HandlersOf,
  across: AcrossStatements,
): Leavings {
  const ways = listWays(file);
  const remember = createRemember(file, handlers, across);
  const statements = file.tree.statements.map((one) => remember(one, readStatementFacts(one, file)));
  const { hungNames: hung } = file.routes;
  const { knownPlaces } = file;
  return leave(
    file,
    settings,
    envelope,
    { ways, hung, knownPlaces, textFacts: readTextFacts(file.source.text) },
    statements,
  );
}

/** What a file leaves of which some statements were read again. */
export function leaveChanged(
  file: FileView,
  settings: Settings,
  envelope: Envelope,
  handlers: HandlersOf,
  across: AcrossStatements,
  { kept, plan, ways }: Reuse,
): Leavings {
  const remember = createRemember(file, handlers, across);
  const factsOf = (one: Statement): StatementFacts =>
    plan.facts.get(one) ?? plan.known.get(one)?.facts ?? readStatementFacts(one, file);
  const statements = file.tree.statements.map((one) => kept.get(one) ?? remember(one, factsOf(one)));
  const { hung, knownPlaces, textFacts } = plan.before;
  return leave(file, settings, envelope, { ways, hung, knownPlaces, textFacts }, statements);
}

function createRemember(
  file: FileView,
  handlersOf: HandlersOf,
  across: AcrossStatements,
): (statement: Statement, facts: StatementFacts) => RememberedStatement {
  const errors = listParseErrors(file.tree);
  return (statement, facts) => {
    const { pos, end, kind } = statement;
    const handlers = (handlersOf.get(statement) ?? []).map(withoutFixes);
    const broken = isBroken(statement, errors);
    const registered = across.of(statement);
    const registers = describeRoutes(file.registeredBy(statement));
    const reach = Math.max(
      end,
      findReach(
        handlers.map(({ flow, findings }) => [flow, flow.handler, findings]),
        file.source.path,
      ),
      ...registered.map(({ place }) => place),
      ...[...registers.matchAll(/:(\d+)/g)].map(([, digits]) => Number(digits)),
    );
    return { pos, end, kind, broken, facts, registers, across: registered, handlers, reach };
  };
}

function withoutFixes({ flow, findings }: ReadHandler): RememberedHandler {
  return {
    flow,
    findings: findings.map((finding) => (finding.fixes.length > 0 ? { ...finding, fixes: [] } : finding)),
    hasFixes: findings.map(({ fixes }) => fixes.length > 0),
  };
}

function leave(
  file: FileView,
  settings: Settings,
  envelope: Envelope,
  told: Pick<Leavings, 'ways' | 'hung' | 'knownPlaces' | 'textFacts'>,
  statements: readonly RememberedStatement[],
): Leavings {
  const { source, tree } = file;
  return { source, settings, envelope, statements, ...told, tail: readTail(file), isModule: isModule(tree) };
}
