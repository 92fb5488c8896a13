import { say } from '../messages.ts';
import type { Finding, Span, TextEdit } from '../model.ts';
import type { Directive, NamedRule } from './directives.ts';

/** The id under which comments that silence nothing are reported. It belongs to no rule. */
export const UNUSED_SUPPRESSION = 'unused-suppression';

/** What suppressions are judged by. */
export interface RulesInForce {
  /** Every rule that exists. */
  readonly known: ReadonlySet<string>;
  /** Those that have looked at this file. */
  readonly active: ReadonlySet<string>;
}

/** What can be said of a comment that silences less than it says. Of rules that have not looked nothing is said. */
export function listHints(
  directive: Directive,
  used: ReadonlySet<string>,
  rules: RulesInForce,
  text: string,
): readonly Finding[] {
  const { comment, rules: named, end } = directive;
  const idle = named.filter(({ id }) => !used.has(id) && (rules.active.has(id) || !rules.known.has(id)));
  const whole = named.length === 0 ? used.size === 0 && rules.active.size > 0 : idle.length === named.length;
  if (whole) {
    const ids = named.map(({ id }) => id);
    const unknown = ids.filter((id) => !rules.known.has(id));
    const message =
      unknown.length > 0 ? say('suppression.unknown', { rule: unknown.join(', ') }) : say('suppression.unused');
    const edits = [removeComment(comment.span, text), ...(end ? [removeComment(end.comment.span, text)] : [])];
    return [toHint(comment.span, message, say('suppression.fix.comment'), edits)];
  }
  return idle.map(({ id, span }) => {
    const message = say(rules.known.has(id) ? 'suppression.unused.rule' : 'suppression.unknown', { rule: id });
    return toHint(span, message, say('suppression.fix.rule', { rule: id }), [removeRule(span, named)]);
  });
}

function toHint(span: Span, message: string, title: string, edits: readonly TextEdit[]): Finding {
  return {
    rule: UNUSED_SUPPRESSION,
    severity: 'hint',
    confidence: 'certain',
    span,
    message,
    related: [],
    fixes: [{ title, edits, safe: true, preferred: true }],
    tags: ['unnecessary'],
  };
}

/** Takes a comment away, with its line if nothing else stands on it. */
function removeComment({ start, end }: Span, text: string): TextEdit {
  const before = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const [behind = ''] = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(end)) ?? [];
  const first = start - before;
  const opensLine = first === 0 || /[\r\n]/.test(text[first - 1] ?? '');
  if (opensLine && (behind !== '' || end === text.length))
    return { span: { start: first, end: end + behind.length }, text: '' };
  if (behind !== '' || end === text.length) return { span: { start: first, end }, text: '' };
  const gap = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
  return { span: { start, end: end + gap }, text: '' };
}

/** Takes one rule out of the list of a comment, with the comma beside it. */
function removeRule(span: Span, named: readonly NamedRule[]): TextEdit {
  const index = named.findIndex((one) => one.span.start === span.start);
  const next = named[index + 1];
  if (next) return { span: { start: span.start, end: next.span.start }, text: '' };
  const previous = named[index - 1];
  return { span: { start: previous?.span.end ?? span.start, end: span.end }, text: '' };
}
