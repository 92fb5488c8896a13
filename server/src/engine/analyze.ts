import type { FrameworkAdapter, Spelling } from './adapter.ts';
import type { Analysis, EngineProblem, Finding, Fix, Handler, Response, SourceText } from './model.ts';
import { noHost } from './project/host.ts';
import { createProject, type Project } from './project/project.ts';
import { frameworks, rules } from './registry.generated.ts';
import { claimHandlers } from './responses/claim-handlers.ts';
import { collectResponses } from './responses/collect.ts';
import { lowerSeverity, type ProposedFix, type Report, type Rule } from './rule.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { applySuppressions } from './suppressions.ts';

/** Files without any of these cannot answer a request, so they are not even parsed. */
const CHEAP_TEST = /\b(?:status|statusCode|sendStatus|writeHead|json|send|redirect|render|end|throw|res|response)\b/;

/** Tests answer wrongly on purpose, and declarations, mocks and built files answer nobody: no rule speaks there. */
const NO_SERVER =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|mocks?|fixtures?|e2e|cypress)\/|\.(?:test|spec|mock|stories|e2e)\.\w+$|\.d\.\w+$|\.min\.\w+$/i;

/** Reads one file: its handlers, what they answer, and what is wrong with it. Never throws. */
export function analyze(
  source: SourceText,
  settings: Settings = defaultSettings,
  project: Project = createProject(noHost),
): Analysis {
  const problems: EngineProblem[] = [];
  const empty: Analysis = { source, handlers: [], responses: [], findings: [], suppressions: [], problems };
  if (!CHEAP_TEST.test(source.text)) return empty;
  try {
    const file = project.open(source);
    const handlers: Handler[] = [];
    const responses: Response[] = [];
    const findings: Finding[] = [];
    const spelling: Spelling = { text: source.text, status: String };
    for (const handler of claimHandlers(file, frameworks)) {
      handlers.push(handler.handler);
      for (const response of read(() => collectResponses(handler, file), handler.handler, problems)) {
        responses.push(response);
        if (!NO_SERVER.test(source.path))
          findings.push(...checkAll(response, handler.adapter, spelling, settings, problems));
      }
    }
    const sorted = findings.sort((a, b) => a.span.start - b.span.start);
    return { ...empty, handlers, responses: withoutRepeats(responses), ...applySuppressions(source.text, sorted) };
  } catch (error) {
    problems.push({ where: 'analysis', error: describeError(error) });
    return empty;
  }
}

function read(collect: () => readonly Response[], handler: Handler, problems: EngineProblem[]): readonly Response[] {
  try {
    return collect();
  } catch (error) {
    problems.push({ where: `handler at ${handler.span.start}`, error: describeError(error) });
    return [];
  }
}

/** A handler inside another one is walked twice; its answers count once. */
function withoutRepeats(responses: readonly Response[]): readonly Response[] {
  const bySpan = new Map(responses.map((response) => [`${response.span.start}:${response.span.end}`, response]));
  return [...bySpan.values()].sort((a, b) => a.span.start - b.span.start);
}

function checkAll(
  response: Response,
  adapter: FrameworkAdapter,
  spelling: Spelling,
  settings: Settings,
  problems: EngineProblem[],
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const highest = settings.rules[rule.id] ?? rule.severity;
    if (highest === 'off') continue;
    try {
      const report = rule.check(response, { framework: adapter.name });
      if (report)
        findings.push(
          toFinding(rule, report, lowerSeverity(highest, rule.sure, report.confidence), response, adapter, spelling),
        );
    } catch (error) {
      problems.push({ where: `rule ${rule.id}`, error: describeError(error) });
    }
  }
  return findings;
}

function toFinding(
  rule: Rule,
  report: Report,
  severity: Finding['severity'],
  response: Response,
  adapter: FrameworkAdapter,
  spelling: Spelling,
): Finding {
  const spell = (proposed: ProposedFix): Fix[] => {
    const edits = adapter.spell(proposed.intent, response, spelling);
    return edits ? [{ title: proposed.title, edits, safe: proposed.safe, preferred: proposed.preferred ?? false }] : [];
  };
  return {
    rule: rule.id,
    severity,
    confidence: report.confidence,
    span: report.span,
    message: report.message,
    related: report.related ?? [],
    fixes: (report.fixes ?? []).flatMap(spell),
    tags: report.tags ?? [],
  };
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
