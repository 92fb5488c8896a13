import type { SourceText, Span } from '../model.ts';
import type { RouteMap } from '../routes/model.ts';
import type { FunctionSummary, Value, World } from '../values/model.ts';
import { parse } from './parse.ts';
import {
  type CallExpression,
  type Expression,
  type FunctionLikeDeclaration,
  forEachChild,
  type Identifier,
  isBinaryExpression,
  isCallExpression,
  isIdentifier,
  isPostfixUnaryExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  type Node,
  type SourceFile,
  SyntaxKind,
} from './parser.ts';
import { createScopes, findDeclaration, type Scopes } from './scope.ts';
import { isFunctionLike, spanOf, textOf, unwrap } from './tree.ts';

/** One parsed file with what is asked of it again and again. Lives as long as one analysis. */
export interface FileView {
  readonly source: SourceText;
  readonly tree: SourceFile;
  readonly scopes: Scopes;
  /** The assignments to each name anywhere in the file; names of other scopes are among them. */
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>;
  /** The assignments to properties of a name: `error.status = 404` under `error`. */
  readonly propertyAssignments: ReadonlyMap<string, readonly PropertyAssigned[]>;
  /** All calls of the file, and all of its functions, in the order of the text. */
  readonly calls: readonly CallExpression[];
  readonly functions: readonly FunctionLikeDeclaration[];
  readonly span: (node: Node) => Span;
  readonly text: (node: Node) => string;
  /** The rest of the project. */
  readonly world: World;
  readonly summarise: Summarise;
  /** How requests come to the functions of the project, as far as it is known by now. */
  readonly routes: RouteMap;
  /** Values of definitions that were read before. */
  readonly values: Map<Node, Value>;
  readonly effort: Effort;
}

/** Keeps the reading of one expression within bounds. */
export interface Effort {
  /** How many more values may be read for it. */
  left: number;
  /** The variables whose values are being read. */
  readonly reading: Set<Node>;
}

/** Reads what a function of the file answers and returns. */
export type Summarise = (fn: FunctionLikeDeclaration, file: FileView) => FunctionSummary;

/** What a file view is given by those who know more than one file. */
export interface FileLinks {
  readonly world: World;
  readonly summarise: Summarise;
  readonly findRoutes: (file: FileView) => RouteMap;
}

/** One assignment to a name. `value` is undefined for `+=`, `++` and the like. */
export interface Assignment {
  readonly target: Identifier;
  readonly value: Expression | undefined;
}

/** One assignment to a property of a name. */
export interface PropertyAssigned {
  readonly object: Identifier;
  readonly property: string;
  readonly value: Expression;
}

/** What one walk over the tree gathers. */
interface FileIndex {
  readonly names: Map<string, Assignment[]>;
  readonly properties: Map<string, PropertyAssigned[]>;
  readonly calls: CallExpression[];
  readonly functions: FunctionLikeDeclaration[];
}

/** Parses a file and prepares its look-ups. */
export function openFile(source: SourceText, { world, summarise, findRoutes }: FileLinks): FileView {
  const tree = parse(source);
  let index: FileIndex | undefined;
  const getIndex = (): FileIndex => {
    index ??= indexFile(tree);
    return index;
  };
  let routes: RouteMap | undefined;
  const file: FileView = {
    source,
    tree,
    scopes: createScopes(/\bvar\b/.test(source.text)),
    get assignments() {
      return getIndex().names;
    },
    get propertyAssignments() {
      return getIndex().properties;
    },
    get calls() {
      return getIndex().calls;
    },
    get functions() {
      return getIndex().functions;
    },
    get routes() {
      routes ??= findRoutes(file);
      return routes;
    },
    world,
    summarise,
    values: new Map(),
    effort: { left: 0, reading: new Set() },
    span: (node) => spanOf(node, tree),
    text: (node) => textOf(node, tree),
  };
  return file;
}

/** The assignments to what an identifier stands for. Other variables of the same name, in other functions, have their own. */
export function listAssignments(identifier: Identifier, file: FileView): readonly Assignment[] {
  const assigned = file.assignments.get(identifier.text);
  if (!assigned) return [];
  const declaration = findDeclaration(file.scopes, identifier);
  return assigned.filter(({ target }) => findDeclaration(file.scopes, target) === declaration);
}

function indexFile(tree: SourceFile): FileIndex {
  const calls: CallExpression[] = [];
  const functions: FunctionLikeDeclaration[] = [];
  const names = new Map<string, Assignment[]>();
  const properties = new Map<string, PropertyAssigned[]>();
  const add = <T>(map: Map<string, T[]>, name: string, one: T): void => {
    const list = map.get(name);
    if (list) list.push(one);
    else map.set(name, [one]);
  };
  const assign = (target: Expression, value: Expression | undefined): void => {
    const inner = unwrap(target);
    if (isIdentifier(inner)) add(names, inner.text, { target: inner, value });
    else if (value && isPropertyAccessExpression(inner)) {
      const object = unwrap(inner.expression);
      if (isIdentifier(object)) add(properties, object.text, { object, property: inner.name.text, value });
    }
  };
  const visit = (node: Node): void => {
    if (isCallExpression(node)) calls.push(node);
    else if (isFunctionLike(node)) functions.push(node);
    else if (isBinaryExpression(node)) {
      const operator = node.operatorToken.kind;
      if (operator === SyntaxKind.EqualsToken) assign(node.left, node.right);
      else if (operator > SyntaxKind.EqualsToken && operator <= SyntaxKind.LastAssignment) assign(node.left, undefined);
    } else if (isPrefixUnaryExpression(node) || isPostfixUnaryExpression(node)) {
      if (node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken)
        assign(node.operand, undefined);
    }
    forEachChild(node, visit);
  };
  visit(tree);
  return { names, properties, calls, functions };
}
