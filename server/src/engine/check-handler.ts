import { describeError } from './describe-error.ts';
import type { FileFacts } from './file-facts.ts';
import type { FixPlace, Spell } from './fixes/spell.ts';
import type { HandlerFlow } from './handler-flow.ts';
import type { EngineProblem, Finding, Fix, Handler, Response } from './model.ts';
import { rules } from './registry.generated.ts';
import type { HandlerFunction } from './responses/handler-function.ts';
import { type FileContext, lowerSeverity, type ProposedFix, type Report, type Rule, type RuleContext } from './rule.ts';
import type { Settings } from './settings.ts';

/** Asks every rule that is on about a handler and what it answers. A rule that throws is named, and the others still report. */
export function checkHandler(
  flow: HandlerFlow,
  of: HandlerFunction,
  context: RuleContext,
  spell: Spell,
  settings: Settings,
  problems: EngineProblem[],
): readonly Finding[] {
  const findings: Finding[] = [];
  // What an error without a status is answered with is told, not judged, if it may have been thrown for whoever catches it;
  // and so is what the framework makes of something that is no answer.
  const judged = flow.responses.filter(
    ({ via, decidedHere, surelyTaken }) =>
      decidedHere || surelyTaken || (via !== 'throw' && via !== 'next' && via !== 'framework'),
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
      const { check, checkHandler: checkWhole } = rule;
      for (const response of check ? judged : []) {
        const report = check?.(response, context);
        if (report && isFinal(report, response.handler, (handler) => [check?.({ ...response, handler }, context)]))
          add(report, response);
      }
      for (const report of checkWhole?.(flow, context) ?? [])
        if (isFinal(report, flow.handler, (handler) => checkWhole?.(withHandler(flow, handler), context) ?? []))
          add(report, undefined);
    } catch (error) {
      problems.push({ where: `rule ${rule.id}`, error: describeError(error) });
    }
  }
  return findings;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * True for a report that stays the same when other files tell the method of the handler: none is made that would be taken
 * back or changed.
 */
function isFinal(
  report: Report,
  handler: Handler,
  checkAs: (handler: Handler) => readonly (Report | undefined)[],
): boolean {
  if (!handler.awaited) return true;
  const told = describe(report);
  return METHODS.every((method) =>
    checkAs({ ...handler, method, awaited: false }).some((one) => one !== undefined && describe(one) === told),
  );
}

/** All that is shown of a report. */
function describe({ span, message, confidence, related, fixes }: Report): string {
  return JSON.stringify([span, message, confidence, related, fixes?.map(({ title, intent }) => [title, intent])]);
}

function withHandler(flow: HandlerFlow, handler: Handler): HandlerFlow {
  return { ...flow, handler, responses: flow.responses.map((response) => ({ ...response, handler })) };
}

/** Who decides the status elsewhere may do so for a reason that is told nowhere here. */
function lessSure(report: Report): Report {
  return { ...report, confidence: report.confidence === 'certain' ? 'likely' : 'advice' };
}

/** What is wrong with what stands in no handler. */
export function checkFile(
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
