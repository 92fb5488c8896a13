import { createSpell, type Spell } from './fixes/spell.ts';
import type { Analysis, EngineProblem, Finding, Fix, Handler, Response, SourceText } from './model.ts';
import { noHost } from './project/host.ts';
import { createProject, type Project } from './project/project.ts';
import { frameworks, rules } from './registry.generated.ts';
import { claimHandlers } from './responses/claim-handlers.ts';
import { collectResponses } from './responses/collect.ts';
import type { HandlerFunction } from './responses/handler-function.ts';
import { lowerSeverity, type ProposedFix, type Report, type Rule } from './rule.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { applySuppressions } from './suppressions.ts';

/** Files without any of these cannot answer a request, so they are not even parsed. */
const CHEAP_TEST =
  /\b(?:status|statusCode|sendStatus|writeHead|json|send|redirect|render|end|throw|res|response|Controller)\b/;

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
    const found = claimHandlers(file, frameworks).map((of) => ({
      of,
      responses: read(() => collectResponses(of, file), of.handler, problems),
    }));
    const handlers = found.map(({ of }) => of.handler);
    const responses = found.flatMap((one) => one.responses);
    const spell = createSpell(file, responses);
    const findings = NO_SERVER.test(source.path)
      ? []
      : found.flatMap(({ of, responses: own }) =>
          own.flatMap((response) => checkAll(response, of, spell, settings, problems)),
        );
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
  of: HandlerFunction,
  spell: Spell,
  settings: Settings,
  problems: EngineProblem[],
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const highest = settings.rules[rule.id] ?? rule.severity;
    if (highest === 'off') continue;
    try {
      const report = rule.check(response, { framework: of.adapter.name });
      if (report)
        findings.push(
          toFinding(rule, report, lowerSeverity(highest, rule.sure, report.confidence), response, of, spell),
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
  of: HandlerFunction,
  spell: Spell,
): Finding {
  const spellOut = (proposed: ProposedFix): Fix[] => {
    const edits = spell(proposed.intent, response, of);
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

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
