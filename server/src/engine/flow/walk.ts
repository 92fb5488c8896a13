import type { FileView } from '../syntax/file-view.ts';
import {
  type Block,
  type CatchClause,
  type Expression,
  type FunctionLikeDeclaration,
  forEachChild,
  isBinaryExpression,
  isBlock,
  isBreakStatement,
  isCallExpression,
  isClassDeclaration,
  isClassExpression,
  isConditionalExpression,
  isContinueStatement,
  isDoStatement,
  isExpressionStatement,
  isForInStatement,
  isForOfStatement,
  isForStatement,
  isIdentifier,
  isIfStatement,
  isLabeledStatement,
  isNewExpression,
  isObjectLiteralExpression,
  isReturnStatement,
  isSwitchStatement,
  isThrowStatement,
  isTryStatement,
  isVariableDeclaration,
  isVariableStatement,
  isWhileStatement,
  type LabeledStatement,
  type Node,
  type Statement,
  type SwitchStatement,
  SyntaxKind,
  type ThrowStatement,
  type TryStatement,
} from '../syntax/parser.ts';
import { boundNames, isFunctionLike, unwrap } from '../syntax/tree.ts';
import { createAssignments, readAssigned } from './assignments.ts';
import { createCaseFrame, createFrame, type Frame, forgetSubject, isImpossible } from './conditions.ts';
import { mergePaths, type Path } from './path.ts';

/** What the walk asks of its user. States are immutable: an unchanged state is returned as the same object. */
export interface FlowHooks<S> {
  /** The state after `node` (a call, `new`, an assignment, an object literal) ran, its operands having run before; undefined if it never returns. */
  readonly visit: (node: Node, path: Path<S>, catcher: CatchClause | undefined) => S | undefined;
  /** How a function value that stands in an expression runs. `later` ones are left to the user. */
  readonly runs: (
    callback: FunctionLikeDeclaration,
    paths: readonly Path<S>[],
  ) => 'now, once' | 'now, any number of times' | 'later';
  /** The state after a function was left behind that runs later, if at all. */
  readonly leftBehind: (callback: FunctionLikeDeclaration, state: S) => S;
  /** The state with which a catch clause begins, from one that may have been reached inside its try block. */
  readonly intoCatch: (state: S) => S;
  /** A `throw` is reached; `catcher` is the catch clause of this function that will take it. */
  readonly thrown: (node: ThrowStatement, path: Path<S>, catcher: CatchClause | undefined) => void;
  readonly join: (a: S, b: S) => S;
  /** False if a path cannot pass the test because of what has happened on it. */
  readonly allows: (path: Path<S>, frame: Frame) => boolean;
  /** A path left the function. */
  readonly leave: (how: 'end' | 'return' | 'throw', path: Path<S>, node: Node) => void;
}

export type Paths<S> = readonly Path<S>[];

/** Where paths go that do not reach the next statement. */
export interface Targets<S> {
  readonly onReturn: (paths: Paths<S>, node: Node) => void;
  readonly onThrow: (paths: Paths<S>, node: Node) => void;
  readonly onBreak: (paths: Paths<S>, label: string | undefined) => void;
  readonly onContinue: (paths: Paths<S>, label: string | undefined) => void;
  readonly catcher: CatchClause | undefined;
}

/** Walks code inside a function. Loop bodies run zero or one time. */
export interface Walker<S> {
  readonly statements: (list: readonly Statement[], paths: Paths<S>, to: Targets<S>) => Paths<S>;
  readonly expression: (node: Node, paths: Paths<S>, to: Targets<S>) => Paths<S>;
}

/** Makes a walker that asks `hooks` of each step. */
export function createWalker<S>(hooks: FlowHooks<S>, file: FileView): Walker<S> {
  const assignments = createAssignments(file);
  const merge = (...lists: readonly Paths<S>[]): Paths<S> => mergePaths(lists.flat(), hooks.join);

  const assume = (paths: Paths<S>, test: Expression, holds: boolean): Paths<S> => {
    const literal = unwrap(test).kind;
    if (literal === SyntaxKind.TrueKeyword) return holds ? paths : [];
    if (literal === SyntaxKind.FalseKeyword) return holds ? [] : paths;
    const frame = createFrame(test, holds, file);
    return paths
      .filter((path) => !isImpossible(path, frame) && hooks.allows(path, frame))
      .map((path) => ({ ...path, frames: [...path.frames, frame] }));
  };

  const statements = (list: readonly Statement[], paths: Paths<S>, to: Targets<S>): Paths<S> => {
    let current = paths;
    for (const one of list) {
      if (current.length === 0) break;
      current = statement(one, current, to);
    }
    return current;
  };

  const statement = (node: Statement, paths: Paths<S>, to: Targets<S>): Paths<S> => {
    if (isBlock(node)) return statements(node.statements, paths, to);
    if (isExpressionStatement(node)) return expression(node.expression, paths, to);
    if (isVariableStatement(node)) return expression(node.declarationList, paths, to);
    if (isIfStatement(node)) {
      const tested = expression(node.expression, paths, to);
      const then = statement(node.thenStatement, assume(tested, node.expression, true), to);
      const failed = assume(tested, node.expression, false);
      return merge(then, node.elseStatement ? statement(node.elseStatement, failed, to) : failed);
    }
    if (isReturnStatement(node)) {
      to.onReturn(node.expression ? expression(node.expression, paths, to) : paths, node);
      return [];
    }
    if (isThrowStatement(node)) {
      const reaching = expression(node.expression, paths, to);
      for (const path of reaching) hooks.thrown(node, path, to.catcher);
      to.onThrow(reaching, node);
      return [];
    }
    if (isTryStatement(node)) return tryStatement(node, paths, to);
    if (isSwitchStatement(node)) return switchStatement(node, paths, to);
    if (
      isForStatement(node) ||
      isWhileStatement(node) ||
      isDoStatement(node) ||
      isForOfStatement(node) ||
      isForInStatement(node)
    )
      return loop(node, paths, to);
    if (isLabeledStatement(node)) return labelled(node, paths, to);
    if (isBreakStatement(node)) {
      to.onBreak(paths, node.label?.text);
      return [];
    }
    if (isContinueStatement(node)) {
      to.onContinue(paths, node.label?.text);
      return [];
    }
    return isFunctionLike(node) || isClassDeclaration(node) ? paths : expression(node, paths, to);
  };

  /** `break` and `continue` with a label end up behind it: a loop's body runs one time at most. */
  const labelled = (node: LabeledStatement, paths: Paths<S>, to: Targets<S>): Paths<S> => {
    const left: Path<S>[] = [];
    const inner: Targets<S> = {
      ...to,
      onBreak: (p, label) => (label === node.label.text ? left.push(...p) : to.onBreak(p, label)),
      onContinue: (p, label) => (label === node.label.text ? left.push(...p) : to.onContinue(p, label)),
    };
    return merge(statement(node.statement, paths, inner), left);
  };

  const loop = (node: Statement, before: Paths<S>, to: Targets<S>): Paths<S> => {
    const paths = before.map((path) => assignments.enterLoop(node, path));
    const broken: Path<S>[] = [];
    const continued: Path<S>[] = [];
    const inner: Targets<S> = {
      ...to,
      onBreak: (p, label) => (label === undefined ? broken.push(...p) : to.onBreak(p, label)),
      onContinue: (p, label) => (label === undefined ? continued.push(...p) : to.onContinue(p, label)),
    };
    if (isDoStatement(node)) {
      const once = merge(statement(node.statement, paths, inner), continued);
      return merge(expression(node.expression, once, to), broken);
    }
    let entered: Paths<S> = paths;
    let skipped: Paths<S> = paths;
    if (isForStatement(node)) {
      if (node.initializer) entered = expression(node.initializer, entered, to);
      if (node.condition) entered = expression(node.condition, entered, to);
      skipped = node.condition ? assume(entered, node.condition, false) : [];
      if (node.condition) entered = assume(entered, node.condition, true);
    } else if (isWhileStatement(node)) {
      entered = expression(node.expression, entered, to);
      skipped = assume(entered, node.expression, false);
      entered = assume(entered, node.expression, true);
    } else if (isForOfStatement(node) || isForInStatement(node)) {
      entered = expression(node.expression, entered, to);
      skipped = entered;
    }
    const body = (node as { readonly statement?: Statement }).statement;
    const after = body ? statement(body, entered, inner) : entered;
    const endless = skipped.length === 0;
    return endless ? mergePaths(broken, hooks.join) : merge(skipped, after, continued, broken);
  };

  const switchStatement = (node: SwitchStatement, paths: Paths<S>, to: Targets<S>): Paths<S> => {
    const broken: Path<S>[] = [];
    const inner: Targets<S> = {
      ...to,
      onBreak: (p, label) => (label === undefined ? broken.push(...p) : to.onBreak(p, label)),
    };
    let untested = expression(node.expression, paths, to);
    let falling: Paths<S> = [];
    let hasDefault = false;
    const clauses = node.caseBlock.clauses;
    const afterCases = (): Paths<S> => {
      let rest = untested;
      for (const clause of clauses) {
        if (clause.kind !== SyntaxKind.CaseClause) continue;
        rest = assumeCase(rest, node.expression, clause.expression, false);
      }
      return rest;
    };
    const start = untested;
    for (const clause of clauses) {
      let entering: Paths<S>;
      if (clause.kind === SyntaxKind.CaseClause) {
        untested = expression(clause.expression, untested, to);
        entering = assumeCase(start, node.expression, clause.expression, true);
      } else {
        hasDefault = true;
        entering = afterCases();
      }
      falling = statements(clause.statements, merge(falling, entering), inner);
    }
    return merge(falling, broken, hasDefault ? [] : afterCases());
  };

  const assumeCase = (paths: Paths<S>, subject: Expression, value: Expression, holds: boolean): Paths<S> => {
    if (unwrap(subject).kind === SyntaxKind.TrueKeyword) return assume(paths, value, holds);
    const frame = createCaseFrame(subject, value, holds, file);
    return paths
      .filter((path) => !isImpossible(path, frame) && hooks.allows(path, frame))
      .map((path) => ({ ...path, frames: [...path.frames, frame] }));
  };

  const tryStatement = (node: TryStatement, paths: Paths<S>, to: Targets<S>): Paths<S> => {
    const last = node.finallyBlock;
    const through = (p: Paths<S>): Paths<S> => (last && p.length > 0 ? statements(last.statements, p, to) : p);
    const outer: Targets<S> = last
      ? {
          onReturn: (p, at) => to.onReturn(through(p), at),
          onThrow: (p, at) => to.onThrow(through(p), at),
          onBreak: (p, label) => to.onBreak(through(p), label),
          onContinue: (p, label) => to.onContinue(through(p), label),
          catcher: to.catcher,
        }
      : to;
    const { catchClause } = node;
    if (!catchClause) return through(statements(node.tryBlock.statements, paths, outer));
    const thrown: Path<S>[] = [];
    const reached: Path<S>[] = [...paths];
    const after = tryBlock(
      node.tryBlock,
      paths,
      { ...outer, onThrow: (p) => void thrown.push(...p), catcher: catchClause },
      reached,
    );
    const caught = [...reached, ...thrown].map((path) => intoCatch(path, paths, catchClause));
    return through(merge(after, statements(catchClause.block.statements, merge(caught), outer)));
  };

  /** Walks a try block and notes the paths after each of its statements, since any of them may have thrown. */
  const tryBlock = (block: Block, paths: Paths<S>, to: Targets<S>, reached: Path<S>[]): Paths<S> => {
    let current = paths;
    for (const one of block.statements) {
      if (current.length === 0) break;
      current = statement(one, current, to);
      reached.push(...current);
    }
    return current;
  };

  const intoCatch = (path: Path<S>, before: Paths<S>, clause: CatchClause): Path<S> => {
    const outer = before.find((start) => start.frames.every((frame, index) => path.frames[index] === frame));
    return {
      frames: outer?.frames ?? [],
      facts: path.facts,
      catches: [...(outer?.catches ?? path.catches), clause],
      state: hooks.intoCatch(path.state),
    };
  };

  const expression = (node: Node, paths: Paths<S>, to: Targets<S>): Paths<S> => {
    if (paths.length === 0 || isLeaf(node)) return paths;
    if (isFunctionLike(node)) return callback(node, paths, to);
    if (isClassExpression(node)) return paths;
    if (isConditionalExpression(node)) {
      const tested = expression(node.condition, paths, to);
      return merge(
        expression(node.whenTrue, assume(tested, node.condition, true), to),
        expression(node.whenFalse, assume(tested, node.condition, false), to),
      );
    }
    if (isBinaryExpression(node) && isShortCircuit(node.operatorToken.kind)) {
      const left = expression(node.left, paths, to);
      const goesOn = node.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken;
      return merge(expression(node.right, assume(left, node.left, goesOn), to), assume(left, node.left, !goesOn));
    }
    let current = paths;
    forEachChild(node, (child) => {
      current = expression(child, current, to);
    });
    return afterOperands(node, current, to);
  };

  const afterOperands = (node: Node, paths: Paths<S>, to: Targets<S>): Paths<S> => {
    const assigned = readAssigned(node);
    if (isVariableDeclaration(node))
      return assigned ? paths.map((path) => assignments.apply(assigned, path, node)) : paths;
    if (
      !isCallExpression(node) &&
      !isBinaryExpression(node) &&
      !isNewExpression(node) &&
      !isObjectLiteralExpression(node)
    )
      return paths;
    const next: Path<S>[] = [];
    for (const path of paths) {
      const state = hooks.visit(node, path, to.catcher);
      if (state === undefined) {
        to.onThrow([path], node);
        continue;
      }
      const after = state === path.state ? path : { ...path, state };
      next.push(assigned ? assignments.apply(assigned, after, node) : after);
    }
    return next;
  };

  const callback = (fn: FunctionLikeDeclaration, outside: Paths<S>, to: Targets<S>): Paths<S> => {
    const how = hooks.runs(fn, outside);
    if (how === 'later' || !fn.body)
      return outside.map((path) => {
        const state = hooks.leftBehind(fn, path.state);
        return state === path.state ? path : { ...path, state };
      });
    const paths = outside.map((path) => enter(fn, path));
    const done: Path<S>[] = [];
    const inner: Targets<S> = {
      onReturn: (p) => void done.push(...p),
      onThrow: to.onThrow,
      onBreak: () => {},
      onContinue: () => {},
      catcher: to.catcher,
    };
    const end = isBlock(fn.body) ? statements(fn.body.statements, paths, inner) : expression(fn.body, paths, inner);
    return merge(done, end, how === 'now, once' ? [] : outside);
  };

  return { statements, expression };
}

/** A path as it enters a function: what was known of names that its parameters hide is no longer about them. */
export function enter<S>(fn: FunctionLikeDeclaration, path: Path<S>): Path<S> {
  let { frames } = path;
  for (const { name } of fn.parameters) {
    if (isIdentifier(name)) frames = forgetSubject(frames, name.text);
    else for (const own of boundNames(name)) frames = forgetSubject(frames, own);
  }
  const facts = fn.parameters.length === 0 ? path.facts : [];
  return frames === path.frames && facts.length === path.facts.length ? path : { ...path, frames, facts };
}

/** True for what has no parts that run. */
function isLeaf({ kind }: Node): boolean {
  return kind === SyntaxKind.Identifier || (kind >= SyntaxKind.FirstToken && kind <= SyntaxKind.LastToken);
}

function isShortCircuit(operator: SyntaxKind): boolean {
  return (
    operator === SyntaxKind.AmpersandAmpersandToken ||
    operator === SyntaxKind.BarBarToken ||
    operator === SyntaxKind.QuestionQuestionToken
  );
}
