import { createSpell } from '../fixes/spell.ts';
import { say } from '../messages.ts';
import type { Analysis, Hover, HoverAction, Response } from '../model.ts';
import { defaultPolicy, type Policy } from '../policy.ts';
import { findStatusPosition, mayBeStatus } from '../positions/find.ts';
import type { StatusPosition } from '../positions/model.ts';
import type { Project } from '../project/project.ts';
import { recallHandlers } from '../responses/claim-handlers.ts';
import { listFitting } from '../scenarios/fitting.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { findStatusCode } from '../status-codes/index.ts';
import { formatStatus } from '../status-text.ts';
import type { FileView } from '../syntax/file-view.ts';
import { describeAtLength, describeInShort } from './hover-code.ts';
import { describeHere } from './hover-here.ts';

/** Of more codes than this at one place, only what they mean is told. */
const MOST_AT_LENGTH = 2;

/** Explains the status under the cursor: one that is answered, compared, expected, declared or named. */
export function findHover(
  analysis: Analysis,
  project: Project,
  offset: number,
  policy: Policy = defaultPolicy,
): Hover | undefined {
  if (!mayBeStatus(analysis.source.text, offset)) return undefined;
  const file = project.reopen(analysis.source);
  const position = findStatusPosition(file, analysis.responses, offset);
  if (!position) return undefined;
  const { codes, span } = position;
  const here = describeHere(position, analysis.source.path, policy);
  const [first = '', ...others] = codes.map(describeInShort);
  const pages = codes.length > MOST_AT_LENGTH ? [] : codes.map(describeAtLength).filter((page) => page !== '');
  const [page = '', ...morePages] = pages;
  const more = others.map((short, index) => [short, morePages[index] ?? ''].filter((part) => part).join('\n\n'));
  return {
    span,
    head: [first, here].filter((part) => part !== undefined).join('\n\n'),
    page: [page, ...more].filter((part) => part).join('\n\n---\n\n'),
    actions: listActions(analysis, file, position, policy),
  };
}

function listActions(
  analysis: Analysis,
  file: FileView,
  { codes, response, span }: StatusPosition,
  policy: Policy,
): readonly HoverAction[] {
  const actions: HoverAction[] = [];
  if (response) actions.push(...listFittingAnswers(analysis, file, response, codes, policy));
  // A mistake of the answer may be marked at its body.
  const place = response?.span ?? span;
  const rules = analysis.findings
    .filter((finding) => finding.span.start <= place.end && place.start <= finding.span.end)
    .map(({ rule }) => rule);
  for (const rule of new Set(rules)) actions.push({ kind: 'rule', title: rule, rule });
  const [code] = codes;
  if (code !== undefined && codes.length === 1 && findStatusCode(code))
    actions.push({ kind: 'page', title: say('hover.page'), code });
  return actions;
}

/** The codes that fit why the answer is sent, if its own does not. */
function listFittingAnswers(
  analysis: Analysis,
  file: FileView,
  response: Response,
  codes: readonly number[],
  policy: Policy,
): readonly HoverAction[] {
  const inferred = inferScenario(response);
  const fits = inferred ? listFitting(inferred.scenario, policy) : [];
  if (!inferred || inferred.weak || codes.some((code) => fits.includes(code))) return [];
  const of = recallHandlers(file).find(({ handler }) => handler.span.start === response.handler.span.start);
  if (!of) return [];
  const spell = createSpell(file, analysis.responses);
  return fits.flatMap((status): HoverAction[] => {
    const edits = spell({ kind: 'setStatus', status }, { response, of });
    return edits ? [{ kind: 'answer', title: say('status.fix.plain', { status: formatStatus(status) }), edits }] : [];
  });
}
