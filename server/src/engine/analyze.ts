import { describeError } from './describe-error.ts';
import type { FileFacts } from './file-facts.ts';
import { createSpell, type FixPlace, type Spell } from './fixes/spell.ts';
import type { HandlerFlow } from './handler-flow.ts';
import type { Analysis, EngineProblem, Finding, Fix, Handler, Response, SourceText } from './model.ts';
import { createFileFacts } from './positions/file-facts.ts';
import { noHost } from './project/host.ts';
import { createProject, type Project } from './project/project.ts';
import { frameworks, rules } from './registry.generated.ts';
import { claimHandlers } from './responses/claim-handlers.ts';
import { collectFlow } from './responses/collect.ts';
import type { HandlerFunction } from './responses/handler-function.ts';
import { type FileContext, lowerSeverity, type ProposedFix, type Report, type Rule, type RuleContext } from './rule.ts';
import { readEnvelope } from './scenarios/envelope.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { applySuppressions } from './suppressions/apply.ts';
import type { RulesInForce } from './suppressions/unused.ts';
import type { FileView } from './syntax/file-view.ts';

/** Files without any of these cannot answer a request, so they are not even parsed. */
const CHEAP_TEST =
  /\b(?:status|statusCode|sendStatus|writeHead|json|send|redirect|render|end|throw|res|response|Response|NextResponse|error|fail|notFound|Controller|body|fastify|Elysia|[Hh]ono|JsonController|hapi|eventHandler|defineEventHandler|ctx|assert)\b/;

/** Tests answer wrongly on purpose, and declarations, mocks and built files answer nobody: no rule speaks there. */
const NO_SERVER =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|mocks?|fixtures?|e2e|cypress|dist|dev-dist|\.next|node_modules)\/|\.(?:test|spec|mock|stories|e2e)\.\w+$|\.d\.\w+$|\.min\.\w+$|(?:^|[/._-])(?:sw|service-?worker|workbox-[\w.-]+)\.\w+$/i;

/** Reads one file: its handlers, what they answer, and what is wrong with it. Never throws. */
export function analyze(
  source: SourceText,
  settings: Settings = defaultSettings,
  project: Project = createProject(noHost),
): Analysis {
  const problems: EngineProblem[] = [];
  const nothing = { handlers: [], responses: [], silentEnds: [], unguarded: [], findings: [], suppressions: [] };
  const empty: Analysis = { source, ...nothing, problems };
  if (!CHEAP_TEST.test(source.text)) return empty;
  try {
    const file = project.open(source);
    const { result, files } = project.record(() => analyzeFile(file, settings, problems));
    project.keep(file, files);
    return { ...empty, ...result };
  } catch (error) {
    problems.push({ where: 'analysis', error: describeError(error) });
    return empty;
  }
}

/** Reads a file that is open. */
function analyzeFile(
  file: FileView,
  settings: Settings,
  problems: EngineProblem[],
): Omit<Analysis, 'source' | 'problems'> {
  const claimed = claimHandlers(file, frameworks).map((of) => ({ ...of, extra: settings.extra }));
  const found = claimed.map((of) => ({
    of,
    flow: read(() => collectFlow(of, file), of.handler, problems),
  }));
  const handlers = found.map(({ of }) => of.handler);
  const flows = found.map(({ flow }) => flow);
  const responses = flows.flatMap((flow) => flow.responses);
  const spell = createSpell(file, responses);
  const context = { policy: settings.policy, envelope: readEnvelope(responses, settings.policy) };
  const findings = NO_SERVER.test(file.source.path)
    ? []
    : [
        ...found.flatMap(({ of, flow }) =>
          checkAll(flow, of, { ...context, ...describeFramework(of) }, spell, settings, problems),
        ),
        ...checkFile(createFileFacts(file, responses), context, spell, settings, problems),
      ];
  const sorted = findings.sort((a, b) => a.span.start - b.span.start);
  const suppressed = applySuppressions(file, sorted, rulesInForce(file.source, settings, problems));
  const silentEnds = flows.flatMap(({ silentPaths }) => silentPaths.map(({ span }) => span));
  const unguarded = flows.flatMap((flow) => flow.unguarded);
  return { handlers, responses: withoutRepeats(responses), silentEnds, unguarded, ...suppressed };
}

/** Which rules have looked at a file. After a problem none is taken to have seen all of it. */
function rulesInForce({ path }: SourceText, settings: Settings, problems: readonly EngineProblem[]): RulesInForce {
  const silent = NO_SERVER.test(path) || problems.length > 0;
  const active = silent ? [] : rules.filter(({ id, severity }) => (settings.rules[id] ?? severity) !== 'off');
  return { known: new Set(rules.map(({ id }) => id)), active: new Set(active.map(({ id }) => id)) };
}

function describeFramework(of: HandlerFunction): Pick<RuleContext, 'framework' | 'dropsSecondAnswer'> {
  return { framework: of.framework.name, dropsSecondAnswer: of.adapter.handlers.dropsSecondAnswer ?? false };
}

function read(collect: () => HandlerFlow, handler: Handler, problems: EngineProblem[]): HandlerFlow {
  try {
    return collect();
  } catch (error) {
    problems.push({ where: `handler at ${handler.span.start}`, error: describeError(error) });
    return { handler, responses: [], silentPaths: [], unguarded: [] };
  }
}

/** A handler inside another one is walked twice; its answers count once. */
function withoutRepeats(responses: readonly Response[]): readonly Response[] {
  const bySpan = new Map(responses.map((response) => [`${response.span.start}:${response.span.end}`, response]));
  return [...bySpan.values()].sort((a, b) => a.span.start - b.span.start);
}

function checkAll(
  flow: HandlerFlow,
  of: HandlerFunction,
  context: RuleContext,
  spell: Spell,
  settings: Settings,
  problems: EngineProblem[],
): readonly Finding[] {
  const findings: Finding[] = [];
  // What an error without a status is answered with is told, not judged, if it may have been thrown for whoever catches it.
  const judged = flow.responses.filter(
    ({ via, decidedHere, surelyTaken }) => decidedHere || surelyTaken || (via !== 'throw' && via !== 'next'),
  );
  for (const rule of rules) {
    const highest = settings.rules[rule.id] ?? rule.severity;
    if (highest === 'off') continue;
    const add = (report: Report, response: Response | undefined): void => {
      // Nobody is told off for what was only read about.
      const proven = response?.proven ?? (of.adapter.notRun ?? of.framework.notRun) === undefined;
      const told = response && !response.decidedHere && response.surelyTaken ? lessSure(report) : report;
      const severity = proven ? lowerSeverity(highest, rule.sure, told) : 'hint';
      findings.push(toFinding(rule, told, severity, { response, of, flow }, spell));
    };
    try {
      for (const response of rule.check ? judged : []) {
        const report = rule.check?.(response, context);
        if (report) add(report, response);
      }
      for (const report of rule.checkHandler?.(flow, context) ?? []) add(report, undefined);
    } catch (error) {
      problems.push({ where: `rule ${rule.id}`, error: describeError(error) });
    }
  }
  return findings;
}

/** Who decides the status elsewhere may do so for a reason that is told nowhere here. */
function lessSure(report: Report): Report {
  return { ...report, confidence: report.confidence === 'certain' ? 'likely' : 'advice' };
}

/** What is wrong with what stands in no handler. */
function checkFile(
  facts: FileFacts,
  context: FileContext,
  spell: Spell,
  settings: Settings,
  problems: EngineProblem[],
): readonly Finding[] {
  return rules.flatMap((rule) => {
    const highest = settings.rules[rule.id] ?? rule.severity;
    if (highest === 'off' || !rule.checkFile) return [];
    try {
      return rule
        .checkFile(facts, context)
        .map((report) => toFinding(rule, report, lowerSeverity(highest, rule.sure, report), {}, spell));
    } catch (error) {
      problems.push({ where: `rule ${rule.id}`, error: describeError(error) });
      return [];
    }
  });
}

function toFinding(rule: Rule, report: Report, severity: Finding['severity'], place: FixPlace, spell: Spell): Finding {
  const spellOut = (proposed: ProposedFix): Fix[] => {
    const edits = spell(proposed.intent, proposed.response ? { ...place, response: proposed.response } : place);
    return edits ? [{ title: proposed.title, edits, safe: proposed.safe, preferred: proposed.preferred ?? false }] : [];
  };
  return {
    rule: rule.id,
    severity,
    confidence: report.confidence,
    span: report.span,
    message: report.message,
    related: report.related ?? [],
    fixes: (report.fixes ?? []).flatMap(spellOut),
    tags: report.tags ?? [],
  };
}
