import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  isBinaryExpression,
  isPrefixUnaryExpression,
  type Node,
  SyntaxKind,
} from '../syntax/parser.ts';
import { stringOf, unwrap } from '../syntax/tree.ts';

/** One thing that must be true on a path: `subject` is truthy, or equals `literal`, or the opposite of it. */
export interface Atom {
  readonly subject: string;
  readonly expression: Expression;
  /** The other side of an equality, as written; undefined for a test of truthiness. */
  readonly literal: string | undefined;
  readonly holds: boolean;
}

/** A test that a path has passed or failed. */
export interface Frame {
  readonly node: Node;
  readonly test: Expression;
  readonly holds: boolean;
  /** For `case`: the value of `switch (…)`. */
  readonly subject: Expression | undefined;
  readonly atoms: readonly Atom[];
  /** True once a subject of the test was assigned anew: still the reason, but no longer a fact. */
  readonly stale: boolean;
}

/** The frame of `if (test)` in the sense `holds`. */
export function createFrame(test: Expression, holds: boolean, file: FileView): Frame {
  return { node: test, test, holds, subject: undefined, atoms: toAtoms(test, holds, file), stale: false };
}

/** The frame of `case value:` in `switch (subject)`. */
export function createCaseFrame(subject: Expression, value: Expression, holds: boolean, file: FileView): Frame {
  const atoms = [
    {
      subject: normalise(file.text(unwrap(subject))),
      expression: subject,
      literal: normaliseLiteral(value, file),
      holds,
    },
  ];
  return { node: value, test: value, holds, subject, atoms, stale: false };
}

/** What surely follows from a test's outcome. A test that was joined with `||` and holds gives nothing. */
function toAtoms(test: Expression, holds: boolean, file: FileView): readonly Atom[] {
  const inner = unwrap(test);
  if (isPrefixUnaryExpression(inner) && inner.operator === SyntaxKind.ExclamationToken)
    return toAtoms(inner.operand, !holds, file);
  if (isBinaryExpression(inner)) {
    const operator = inner.operatorToken.kind;
    const both = holds ? SyntaxKind.AmpersandAmpersandToken : SyntaxKind.BarBarToken;
    if (operator === both) return [...toAtoms(inner.left, holds, file), ...toAtoms(inner.right, holds, file)];
    if (operator === SyntaxKind.AmpersandAmpersandToken || operator === SyntaxKind.BarBarToken) {
      return [{ subject: normalise(file.text(inner)), expression: inner, literal: undefined, holds }];
    }
    const equal = equality(operator);
    if (equal !== undefined) {
      const [subject, literal] = isLiteralLike(inner.left) ? [inner.right, inner.left] : [inner.left, inner.right];
      return [
        {
          subject: normalise(file.text(unwrap(subject))),
          expression: subject,
          literal: normaliseLiteral(literal, file),
          holds: holds === equal,
        },
      ];
    }
  }
  return [{ subject: normalise(file.text(inner)), expression: inner, literal: undefined, holds }];
}

function equality(operator: SyntaxKind): boolean | undefined {
  if (operator === SyntaxKind.EqualsEqualsEqualsToken || operator === SyntaxKind.EqualsEqualsToken) return true;
  if (operator === SyntaxKind.ExclamationEqualsEqualsToken || operator === SyntaxKind.ExclamationEqualsToken)
    return false;
  return undefined;
}

function isLiteralLike(expression: Expression): boolean {
  const { kind } = unwrap(expression);
  return (
    kind === SyntaxKind.StringLiteral ||
    kind === SyntaxKind.NumericLiteral ||
    kind === SyntaxKind.NullKeyword ||
    kind === SyntaxKind.TrueKeyword ||
    kind === SyntaxKind.FalseKeyword
  );
}

/** A literal as written, strings in double quotes. */
export function normaliseLiteral(expression: Expression, file: FileView): string {
  const text = stringOf(unwrap(expression));
  return text === undefined ? normalise(file.text(unwrap(expression))) : JSON.stringify(text);
}

/** Code with its white space and `?.` made even, so that two spellings of one thing are equal. */
export function normalise(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('?.', '.');
}

/** True if both cannot be the case at once. */
export function excludeEachOther(a: Atom, b: Atom): boolean {
  if (a.subject !== b.subject) return a.holds && b.holds && areKindsOfOneError(a, b);
  if (a.literal === b.literal) return a.holds !== b.holds;
  if (a.literal !== undefined && b.literal !== undefined)
    return a.holds && b.holds && isDistinctLiteral(a.literal, b.literal);
  const [plain, compared] = a.literal === undefined ? [a, b] : [b, a];
  const literal = compared.literal ?? '';
  return compared.holds && (plain.holds ? FALSY.has(literal) : isTruthyLiteral(literal));
}

const FALSY: ReadonlySet<string> = new Set(['false', 'null', 'undefined', '0', '""']);

/** True for a literal, as `normaliseLiteral` writes it, that counts as true. */
export function isTruthyLiteral(literal: string): boolean {
  return literal === 'true' || /^(?:".+"|-?0*[1-9][\d.]*)$/.test(literal);
}

/** `error.name === 'CastError'` and `error.code === 11000`: an error is of one kind, whichever property tells it. */
function areKindsOfOneError(a: Atom, b: Atom): boolean {
  const kind = /^(e|er|err|error|ex|exception)\.(?:name|code|type|kind)$/;
  const [one, other] = [kind.exec(a.subject), kind.exec(b.subject)];
  return one !== null && one[1] === other?.[1] && a.literal !== undefined && b.literal !== undefined;
}

/** Two names may stand for one value; two different literals never do. */
function isDistinctLiteral(a: string, b: string): boolean {
  const literal = /^(?:"|-?\d|true$|false$)/;
  return literal.test(a) && literal.test(b)
    ? a !== b
    : /^[\w.]+\.[\w.]+$/.test(a) && /^[\w.]+\.[\w.]+$/.test(b) && a !== b;
}

/** True if a path cannot pass `next` because of what it has passed before, or of what it has assigned. */
export function isImpossible(
  { frames, facts }: { readonly frames: readonly Frame[]; readonly facts: readonly Atom[] },
  next: Frame,
): boolean {
  const excludes = (known: Atom): boolean => next.atoms.some((atom) => excludeEachOther(known, atom));
  return frames.some((frame) => !frame.stale && frame.atoms.some(excludes)) || facts.some(excludes);
}

/** The frames after `name` (an identifier or a dotted path) was assigned. */
export function forgetSubject(frames: readonly Frame[], name: string): readonly Frame[] {
  const mentions = ({ subject }: Atom): boolean =>
    subject.includes(name) &&
    (subject === name || new RegExp(`(?:^|[^\\w.$])${escapePattern(name)}(?![\\w$])`).test(subject));
  if (!frames.some((frame) => !frame.stale && frame.atoms.some(mentions))) return frames;
  return frames.map((frame) => (frame.atoms.some(mentions) ? { ...frame, stale: true } : frame));
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
