import type { Finding, Suppression } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import { type Directive, reaches, readDirectives } from './directives.ts';
import { listHints, type RulesInForce } from './unused.ts';

/** The findings of a file after its comments have had their say. */
export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly suppressions: readonly Suppression[];
}

/** Tells from its text alone whether a file may hold comments that silence findings. */
export function maySuppress(text: string): boolean {
  return text.includes('status-lens-');
}

/**
 * Leaves out the findings that a comment silences, and adds a hint for each comment, and each rule in one, that silences
 * nothing. `// status-lens-disable-next-line rule-a, rule-b -- reason` speaks of the next line that holds code,
 * `disable-line` of its own, `disable-file` of the whole file, `disable` of everything up to an `enable`. Without rules
 * a comment speaks of all of them.
 */
export function applySuppressions(file: FileView, findings: readonly Finding[], rules: RulesInForce): Suppressed {
  if (!maySuppress(file.source.text)) return { findings, suppressions: [] };
  const directives = readDirectives(file.tree);
  const used = new Map<Directive, Set<string>>();
  const kept = findings.filter(({ span, rule }) => {
    const silencing = directives.filter((one) => reaches(one, span) && speaksOf(one, rule));
    for (const one of silencing) used.set(one, (used.get(one) ?? new Set()).add(rule));
    return silencing.length === 0;
  });
  const disabling = directives.filter(({ scope }) => scope !== 'enable');
  const hints = directives.flatMap((one) => {
    const ending = one.scope === 'enable' && disabling.some(({ end }) => end === one);
    return ending ? [] : listHints(one, used.get(one) ?? new Set(), rules, file.source.text);
  });
  return {
    findings: [...kept, ...hints].sort((a, b) => a.span.start - b.span.start),
    suppressions: disabling.map((one) => ({
      span: one.comment.span,
      rules: one.rules.map(({ id }) => id),
      used: used.has(one),
    })),
  };
}

function speaksOf({ rules }: Directive, rule: string): boolean {
  return rules.length === 0 || rules.some(({ id }) => id === rule);
}
