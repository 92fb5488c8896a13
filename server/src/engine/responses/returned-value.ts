import type { FileView } from '../syntax/file-view.ts';
import {
  forEachChild,
  isBlock,
  isCaseClause,
  isIfStatement,
  isReturnStatement,
  isSwitchStatement,
  isThrowStatement,
  type Node,
  type Statement,
  type SwitchStatement,
} from '../syntax/parser.ts';
import { isFunctionLike } from '../syntax/tree.ts';
import { missing, type Value } from '../values/model.ts';
import { readValue } from '../values/read.ts';

const MAX_DEPTH = 24;

/**
 * What statements give back, by the tests on which it depends: `if (error instanceof Missing) return 404; return 500;`.
 * Undefined where some way through them gives nothing back, or where loops and the like decide.
 */
export function readChosen(statements: readonly Statement[], file: FileView, depth = 0): Value | undefined {
  const [first, ...rest] = statements;
  if (!first || depth > MAX_DEPTH) return undefined;
  const after = (list: readonly Statement[]): Value | undefined => readChosen(list, file, depth + 1);
  if (isReturnStatement(first)) return first.expression ? readValue(first.expression, file) : missing;
  if (isBlock(first)) return after([...first.statements, ...rest]);
  if (isIfStatement(first)) {
    if (!returns(first)) return after(rest);
    const then = after([first.thenStatement]);
    const otherwise = after(first.elseStatement ? [first.elseStatement, ...rest] : rest);
    if (!then || !otherwise) return undefined;
    return { kind: 'choice', test: readValue(first.expression, file), first: then, second: otherwise };
  }
  if (isSwitchStatement(first)) return readSwitch(first, rest, file, depth);
  return returns(first) || isThrowStatement(first) ? undefined : after(rest);
}

/** A switch whose clauses all give something back, or share what the next one does. */
function readSwitch(
  { expression, caseBlock }: SwitchStatement,
  rest: readonly Statement[],
  file: FileView,
  depth: number,
): Value | undefined {
  const subject = readValue(expression, file);
  const { clauses } = caseBlock;
  const given = clauses.map((_, index) => {
    const next = clauses.slice(index).find(({ statements }) => statements.length > 0);
    return next && readChosen(next.statements, file, depth + 1);
  });
  if (given.some((value) => !value)) return undefined;
  const last = clauses.findIndex((clause) => !isCaseClause(clause));
  const otherwise = last < 0 ? readChosen(rest, file, depth + 1) : given[last];
  return clauses.reduceRight<Value | undefined>((chosen, clause, index) => {
    const own = given[index];
    if (!chosen || !own || !isCaseClause(clause)) return chosen;
    const first = readValue(clause.expression, file);
    return {
      kind: 'choice',
      test: { kind: 'test', test: { kind: 'equal', first: subject, second: first } },
      first: own,
      second: chosen,
    };
  }, otherwise);
}

function returns(node: Node): boolean {
  if (isFunctionLike(node)) return false;
  return isReturnStatement(node) || (forEachChild(node, (child) => returns(child) || undefined) ?? false);
}
