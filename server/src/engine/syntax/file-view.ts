import type { SourceText, Span } from '../model.ts';
import type { GlobalParts, RegisteredByStatement, ResolvedRoutes, RouteMap } from '../routes/model.ts';
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
  isExpressionStatement,
  isIdentifier,
  isPostfixUnaryExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  type Node,
  type SourceFile,
  type Statement,
  SyntaxKind,
} from './parser.ts';
import { createScopes, type Declaration, findDeclaration, type Scopes } from './scope.ts';
import { findStatementAround, isFunctionLike, spanOf, textOf, unwrap } from './tree.ts';

/** One parsed file with what is asked of it again and again. Lives as long as one analysis. */
export interface FileView {
  readonly source: SourceText;
  readonly tree: SourceFile;
  /** Its path inside of the folder that is worked in: what stands above tells nothing of the file. */
  readonly place: string;
  /** Its statements, or those that are looked at by themselves. */
  readonly statements: readonly Statement[];
  readonly scopes: Scopes;
  /** What is assigned in the file, or in one of its statements; to one name alone, that takes less. */
  readonly assigned: (within?: Node, name?: string) => AssignedNames;
  /** All calls of these statements, and all of their functions, in the order of the text. */
  readonly calls: readonly CallExpression[];
  readonly functions: readonly FunctionLikeDeclaration[];
  /** All calls of the statement in which a node stands, whether it is one of these or not. */
  readonly callsAround: (node: Node) => readonly CallExpression[];
  /** The statements of the whole file in which a word may stand. */
  readonly listNaming: (word: string) => readonly Statement[];
  readonly span: (node: Node) => Span;
  readonly text: (node: Node) => string;
  /** The rest of the project. */
  readonly world: World;
  readonly summarise: Summarise;
  /** The same file with some of its statements alone to look for handlers in; all else is seen from them as before. */
  readonly narrow: (statements: readonly Statement[], known?: KnownBefore) => FileView;
  /** What one of its statements registers, and what all of the file does. */
  readonly registeredBy: (statement: Statement) => RegisteredByStatement;
  readonly registered: ResolvedRoutes;
  /** How requests come to the functions of the project, as far as it is known by now. */
  readonly routes: RouteMap;
  /** The route of a function by its owner, as far as the file itself tells it. */
  readonly findOwnRoute: (owner: string) => string | undefined;
  /** True while files that have not been read yet may tell more. */
  readonly awaitsOthers: boolean;
  /** The places of this file at which other files of the project know what it makes. */
  readonly knownPlaces: ReadonlySet<number>;
  /** Another file of the project by its path; undefined if it is not there. */
  readonly openOther: (path: string) => FileView | undefined;
  /** Values of definitions that were read before. */
  readonly values: Map<Node, Value>;
  /** What functions answer and return, as far as it was asked for. Trees outlive a view, so nothing is known by their nodes. */
  readonly summaries: Map<FunctionLikeDeclaration, FunctionSummary | 'being made'>;
  /** What calls throw that were asked about. */
  readonly thrown: Map<CallExpression, Value | undefined>;
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
  /** Reads what one statement registers. */
  readonly readRoutes: (file: FileView, statement: Statement) => RegisteredByStatement;
  /** Reads what a file says for all handlers of the project. */
  readonly readGlobal: (file: FileView) => GlobalParts;
  readonly findRoutes: (file: FileView) => RouteMap;
  readonly linkOwn: (registered: ResolvedRoutes) => FileView['findOwnRoute'];
  /** True while files that have not been read yet may register what stands in others. */
  readonly awaitsOthers: () => boolean;
  /** The path of a file inside of the folder that is worked in. */
  readonly placeOf: (path: string) => string;
  readonly listKnownPlaces: (path: string) => ReadonlySet<number>;
  readonly openOther: (path: string) => FileView | undefined;
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

/** What is known of a file before it is looked at. */
export interface KnownBefore {
  readonly routes: RouteMap;
  readonly findOwnRoute: (owner: string) => string | undefined;
  /** False for a statement that surely assigns nothing to a name, nor to a property of it. */
  readonly mayAssign: (statement: Statement, name: string) => boolean;
  /** False for a statement in whose text a word surely does not stand. */
  readonly mayName: (statement: Statement, word: string) => boolean;
}

/** What is assigned. */
export interface AssignedNames {
  /** The assignments to each name; names of other scopes are among them. */
  readonly names: ReadonlyMap<string, readonly Assignment[]>;
  /** The assignments to properties of a name: `error.status = 404` under `error`. */
  readonly properties: ReadonlyMap<string, readonly PropertyAssigned[]>;
}

/** Prepares the look-ups of a file, which is parsed unless its tree is given. */
export function openFile(source: SourceText, links: FileLinks, tree: SourceFile = parse(source)): FileView {
  const { world, summarise, readRoutes, readGlobal, findRoutes, linkOwn, awaitsOthers, placeOf } = links;
  const { listKnownPlaces, openOther } = links;
  const indexes = new Map<Node, FileIndex>();
  const indexOf = (statement: Node): FileIndex => {
    const index = indexes.get(statement) ?? indexNode(statement);
    indexes.set(statement, index);
    return index;
  };
  const registrations = new Map<Statement, RegisteredByStatement>();
  let everywhere: AssignedNames | undefined;
  const assigned = (within?: Node): AssignedNames => {
    if (within) return indexOf(within);
    everywhere ??= joinAssigned(tree.statements.map(indexOf));
    return everywhere;
  };
  let registered: ResolvedRoutes | undefined;
  let routes: RouteMap | undefined;
  let own: FileView['findOwnRoute'] | undefined;
  const shared = {
    source,
    place: placeOf(source.path),
    tree,
    scopes: createScopes(/\bvar\b/.test(source.text)),
    world,
    summarise,
    openOther,
    values: new Map<Node, Value>(),
    summaries: new Map<FunctionLikeDeclaration, FunctionSummary | 'being made'>(),
    thrown: new Map<CallExpression, Value | undefined>(),
    effort: { left: 0, reading: new Set<Node>() },
    span: (node: Node) => spanOf(node, tree),
    text: (node: Node) => textOf(node, tree),
  };
  const view = (statements: readonly Statement[], known?: KnownBefore): FileView => {
    let calls: readonly CallExpression[] | undefined;
    let functions: readonly FunctionLikeDeclaration[] | undefined;
    const registeredBy = (statement: Statement): RegisteredByStatement => {
      const before = registrations.get(statement) ?? readRoutes(file, statement);
      registrations.set(statement, before);
      return before;
    };
    const file: FileView = {
      ...shared,
      statements,
      assigned: (within, name) =>
        within || name === undefined || !known
          ? assigned(within)
          : joinAssigned(tree.statements.filter((one) => known.mayAssign(one, name)).map(indexOf)),
      narrow: (some, of = known) => view(some, of),
      callsAround: (node) => indexOf(findStatementAround(node)).calls,
      listNaming: (word) => (known ? tree.statements.filter((one) => known.mayName(one, word)) : tree.statements),
      registeredBy,
      get calls() {
        calls ??= statements.flatMap((statement) => indexOf(statement).calls);
        return calls;
      },
      get functions() {
        functions ??= statements.flatMap((statement) => indexOf(statement).functions);
        return functions;
      },
      findOwnRoute: (owner) => {
        if (known) return known.findOwnRoute(owner);
        own ??= linkOwn(whole.registered);
        return own(owner);
      },
      get awaitsOthers() {
        return awaitsOthers();
      },
      get knownPlaces() {
        return listKnownPlaces(source.path);
      },
      get registered() {
        registered ??= { ...joinRegistered(tree.statements.map(registeredBy)), global: readGlobal(whole) };
        return registered;
      },
      get routes() {
        if (known) return known.routes;
        routes ??= findRoutes(whole);
        return routes;
      },
    };
    return file;
  };
  const whole = view(tree.statements);
  return whole;
}

/** The statement around a place, where it declares nothing: no other one registers the handlers in it. */
export function narrowToStatement({ start, end }: Span, file: FileView): FileView {
  const statement = file.tree.statements.find((one) => one.pos <= start && end <= one.end);
  return statement && isExpressionStatement(statement) ? file.narrow([statement]) : file;
}

function joinRegistered(parts: readonly RegisteredByStatement[]): RegisteredByStatement {
  return {
    entries: parts.flatMap(({ entries }) => entries),
    hung: parts.flatMap(({ hung }) => hung),
    made: new Map(parts.flatMap(({ made }) => [...made])),
  };
}

/** The assignments to what a name stands for. Variables of the same name in other functions have their own. */
export function listAssignments(
  name: string,
  declaration: Declaration | undefined,
  file: FileView,
): readonly Assignment[] {
  const assigned = findAssigned(name, declaration, file).names.get(name) ?? [];
  return assigned.filter(({ target }) => findDeclaration(file.scopes, target) === declaration);
}

/** The assignments to properties of what a name stands for. */
export function listPropertyAssignments(
  name: string,
  declaration: Declaration,
  file: FileView,
): readonly PropertyAssigned[] {
  const assigned = findAssigned(name, declaration, file).properties.get(name) ?? [];
  return assigned.filter(({ object }) => findDeclaration(file.scopes, object) === declaration);
}

/** Where a variable can be assigned: in the statement around it, unless the whole file knows it. */
function findAssigned(name: string, declaration: Declaration | undefined, file: FileView): AssignedNames {
  const isLocal = declaration && 'node' in declaration && file.scopes.find(name, file.tree) !== declaration;
  return file.assigned(isLocal ? findStatementAround(declaration.node) : undefined, name);
}

/** What one walk over a statement gathers. */
interface FileIndex {
  readonly names: Map<string, Assignment[]>;
  readonly properties: Map<string, PropertyAssigned[]>;
  readonly calls: CallExpression[];
  readonly functions: FunctionLikeDeclaration[];
}

function joinAssigned(indexes: readonly FileIndex[]): AssignedNames {
  const names = new Map<string, Assignment[]>();
  const properties = new Map<string, PropertyAssigned[]>();
  for (const index of indexes) {
    for (const [name, list] of index.names) for (const one of list) addTo(names, name, one);
    for (const [name, list] of index.properties) for (const one of list) addTo(properties, name, one);
  }
  return { names, properties };
}

function addTo<T>(map: Map<string, T[]>, name: string, one: T): void {
  const list = map.get(name);
  if (list) list.push(one);
  else map.set(name, [one]);
}

function indexNode(statement: Node): FileIndex {
  const calls: CallExpression[] = [];
  const functions: FunctionLikeDeclaration[] = [];
  const names = new Map<string, Assignment[]>();
  const properties = new Map<string, PropertyAssigned[]>();
  const assign = (target: Expression, value: Expression | undefined): void => {
    const inner = unwrap(target);
    if (isIdentifier(inner)) addTo(names, inner.text, { target: inner, value });
    else if (value && isPropertyAccessExpression(inner)) {
      const object = unwrap(inner.expression);
      if (isIdentifier(object)) addTo(properties, object.text, { object, property: inner.name.text, value });
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
  visit(statement);
  return { names, properties, calls, functions };
}
