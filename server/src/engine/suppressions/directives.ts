import type { Span } from '../model.ts';
import { type Comment, listComments } from '../syntax/comments.ts';
import type { FileView } from '../syntax/file-view.ts';
import { getLineStarts, toPosition } from '../text-positions.ts';

const DIRECTIVE = /^[\s*]*status-lens-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])/;

type Scope = 'disable-next-line' | 'disable-line' | 'disable-file' | 'disable' | 'enable';

/** A rule id in a comment, with the span of its text. */
export interface NamedRule {
  readonly id: string;
  readonly span: Span;
}

/** A comment that silences findings, or ends a block that does. */
export interface Directive {
  readonly comment: Comment;
  readonly scope: Scope;
  /** Empty: every rule. */
  readonly rules: readonly NamedRule[];
  /** The part of the text in which a finding must begin or end. */
  readonly reach: Span;
  /** The comment that ends a block. */
  readonly end: Directive | undefined;
}

/** Reads the comments of a file that begin with `status-lens-`, in order. */
export function readDirectives(tree: FileView['tree']): readonly Directive[] {
  const { text } = tree;
  const comments = listComments(tree);
  const lineStarts = getLineStarts(text);
  const lineOf = (offset: number): Span => {
    const { line } = toPosition(lineStarts, offset);
    return { start: lineStarts[line] ?? 0, end: lineStarts[line + 1] ?? text.length + 1 };
  };
  const found: Directive[] = [];
  for (const comment of [...comments].reverse()) {
    const inner = text.slice(comment.inner.start, comment.inner.end);
    const [opening, name] = DIRECTIVE.exec(inner) ?? [];
    if (opening === undefined || name === undefined) continue;
    const scope = name as Scope;
    const rules = readRules(inner, opening.length, comment.inner.start);
    const end = scope === 'disable' ? found.find((one) => one.scope === 'enable' && closes(one, rules)) : undefined;
    found.unshift({ comment, scope, rules, reach: reachOf(scope, comment, end), end });
  }
  return found;

  function reachOf(scope: Scope, { span }: Comment, end: Directive | undefined): Span {
    switch (scope) {
      case 'enable':
        return { start: span.start, end: span.start };
      case 'disable-file':
        return { start: 0, end: text.length + 1 };
      case 'disable':
        return { start: span.end, end: end?.comment.span.start ?? text.length + 1 };
      case 'disable-line':
        return lineOf(span.start);
      case 'disable-next-line':
        return lineOf(findCode(lineOf(span.end - 1).end));
    }
  }

  /** The first offset from `from` on at which neither white space nor a comment stands. */
  function findCode(from: number): number {
    let at = from;
    for (;;) {
      while (/\s/.test(text[at] ?? '')) at++;
      const comment = comments.find(({ span }) => span.start === at);
      if (!comment) return at;
      at = comment.span.end;
    }
  }
}

/** True if a finding begins or ends where a comment speaks of: one of several lines may have it at either. */
export function reaches({ reach }: Directive, { start, end }: Span): boolean {
  const holds = (offset: number): boolean => reach.start <= offset && offset < reach.end;
  return holds(start) || holds(Math.max(start, end - 1));
}

/** An `enable` ends a block of the same rules; one without rules ends all. */
function closes(enable: Directive, rules: readonly NamedRule[]): boolean {
  return enable.rules.length === 0 || rules.every(({ id }) => enable.rules.some((one) => one.id === id));
}

/** The rules behind a directive, up to `--`, behind which the reason stands. */
function readRules(inner: string, from: number, offset: number): readonly NamedRule[] {
  const [listed = ''] = inner.slice(from).split(/(?:^|\s)--|[\r\n]/, 1);
  return [...listed.matchAll(/[^\s,*]+/g)].map(({ 0: id, index }) => {
    const start = offset + from + index;
    return { id, span: { start, end: start + id.length } };
  });
}
