import {
  type BindingElement,
  type BindingName,
  type CatchClause,
  type ClassDeclaration,
  type EnumDeclaration,
  type Expression,
  type FunctionDeclaration,
  type FunctionLikeDeclaration,
  forEachChild,
  type Identifier,
  type ImportDeclaration,
  isBlock,
  isCallExpression,
  isCaseBlock,
  isCatchClause,
  isClassDeclaration,
  isEnumDeclaration,
  isExternalModuleReference,
  isForInStatement,
  isForOfStatement,
  isForStatement,
  isFunctionDeclaration,
  isFunctionExpression,
  isIdentifier,
  isImportDeclaration,
  isImportEqualsDeclaration,
  isModuleBlock,
  isNamespaceImport,
  isObjectBindingPattern,
  isOmittedExpression,
  isSourceFile,
  isVariableDeclarationList,
  isVariableStatement,
  type Node,
  NodeFlags,
  type ParameterDeclaration,
  type PropertyAccessExpression,
  SyntaxKind,
  type VariableDeclaration,
  type VariableDeclarationList,
} from './parser.ts';
import { accessedName, isFunctionLike, nameOf, stringOf, unwrap } from './tree.ts';

/** What a name stands for. */
export type Declaration =
  | { readonly kind: 'variable'; readonly node: VariableDeclaration; readonly constant: boolean }
  | {
      readonly kind: 'element';
      readonly node: BindingElement;
      readonly path: readonly string[];
      readonly root: VariableDeclaration | ParameterDeclaration;
      readonly constant: boolean;
    }
  | {
      readonly kind: 'parameter';
      readonly node: ParameterDeclaration;
      readonly owner: FunctionLikeDeclaration;
      readonly index: number;
    }
  | { readonly kind: 'function'; readonly node: FunctionDeclaration }
  | { readonly kind: 'class'; readonly node: ClassDeclaration }
  | { readonly kind: 'enum'; readonly node: EnumDeclaration }
  | { readonly kind: 'catch'; readonly node: CatchClause }
  | ImportedName;

/** A name that comes from another module. `name` is `*` for the whole of it, `default` for its default export. */
export interface ImportedName {
  readonly kind: 'import';
  readonly module: string;
  readonly name: string;
}

type Table = Map<string, Declaration>;

/** The declarations of one file, each scope's table made when first asked for. */
export interface Scopes {
  /** What `name` means at `place`; undefined for globals. */
  readonly find: (name: string, place: Node) => Declaration | undefined;
  /** What identifiers that were asked for before mean. */
  readonly known: Map<Identifier, Declaration | undefined>;
}

/** Makes the look-up of names for one tree. `usesVar` is false if no `var` stands in it, so that none need be hoisted. */
export function createScopes(usesVar: boolean): Scopes {
  const tables = new Map<Node, Table>();
  const tableOf = (scope: Node): Table => {
    const known = tables.get(scope);
    if (known) return known;
    const table: Table = new Map();
    tables.set(scope, table);
    declare(scope, table, usesVar);
    return table;
  };
  return {
    known: new Map(),
    find: (name, place) => {
      for (let scope: Node | undefined = place; scope; scope = scope.parent) {
        if (!SCOPES.has(scope.kind)) continue;
        const declaration = tableOf(scope).get(name);
        if (declaration) return declaration;
      }
      return undefined;
    },
  };
}

/** The declaration of an identifier where it stands. */
export function findDeclaration(scopes: Scopes, identifier: Identifier): Declaration | undefined {
  const known = scopes.known.get(identifier);
  if (known !== undefined || scopes.known.has(identifier)) return known;
  const found = scopes.find(identifier.text, identifier);
  scopes.known.set(identifier, found);
  return found;
}

const SCOPES: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.SourceFile,
  SyntaxKind.ModuleBlock,
  SyntaxKind.Block,
  SyntaxKind.CaseBlock,
  SyntaxKind.CatchClause,
  SyntaxKind.ForStatement,
  SyntaxKind.ForOfStatement,
  SyntaxKind.ForInStatement,
  SyntaxKind.ArrowFunction,
  SyntaxKind.FunctionExpression,
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.MethodDeclaration,
  SyntaxKind.Constructor,
  SyntaxKind.GetAccessor,
  SyntaxKind.SetAccessor,
]);

function declare(scope: Node, table: Table, usesVar: boolean): void {
  if (isFunctionLike(scope)) {
    scope.parameters.forEach((parameter, index) => {
      if (isIdentifier(parameter.name))
        table.set(parameter.name.text, { kind: 'parameter', node: parameter, owner: scope, index });
      else declareBinding(parameter.name, parameter, [], false, table);
    });
    if (isFunctionExpression(scope) && scope.name && !table.has(scope.name.text)) return;
    return;
  }
  if (isCatchClause(scope)) {
    const name = scope.variableDeclaration?.name;
    if (name && isIdentifier(name)) table.set(name.text, { kind: 'catch', node: scope });
    return;
  }
  if (isForStatement(scope) || isForOfStatement(scope) || isForInStatement(scope)) {
    if (scope.initializer && isVariableDeclarationList(scope.initializer)) declareList(scope.initializer, table);
    return;
  }
  if (isSourceFile(scope) || isModuleBlock(scope) || isBlock(scope)) {
    for (const statement of scope.statements) declareStatement(statement, table);
    if (usesVar && (isSourceFile(scope) || isFunctionLike(scope.parent))) hoistVariables(scope, table);
  }
  if (isCaseBlock(scope))
    for (const clause of scope.clauses) for (const statement of clause.statements) declareStatement(statement, table);
}

function declareStatement(statement: Node, table: Table): void {
  if (isVariableStatement(statement)) declareList(statement.declarationList, table);
  else if (isFunctionDeclaration(statement) && statement.name)
    table.set(statement.name.text, { kind: 'function', node: statement });
  else if (isClassDeclaration(statement) && statement.name)
    table.set(statement.name.text, { kind: 'class', node: statement });
  else if (isEnumDeclaration(statement)) table.set(statement.name.text, { kind: 'enum', node: statement });
  else if (isImportDeclaration(statement)) declareImport(statement, table);
  else if (isImportEqualsDeclaration(statement) && isExternalModuleReference(statement.moduleReference)) {
    const module = moduleOf(statement.moduleReference.expression);
    if (module !== undefined) table.set(statement.name.text, { kind: 'import', module, name: '*' });
  }
}

/**
 * The module that a string names. Editors import from folders of packages too, as from `@nestjs/common/exceptions`, what
 * the packages of NestJS export themselves.
 */
function moduleOf(written: Expression | undefined): string | undefined {
  return stringOf(written)?.replace(/^(@nestjs\/[\w-]+)\/.*$/, '$1');
}

function declareImport(statement: ImportDeclaration, table: Table): void {
  const module = moduleOf(statement.moduleSpecifier);
  const clause = statement.importClause;
  if (module === undefined || !clause) return;
  if (clause.name) table.set(clause.name.text, { kind: 'import', module, name: 'default' });
  const bindings = clause.namedBindings;
  if (!bindings) return;
  if (isNamespaceImport(bindings)) table.set(bindings.name.text, { kind: 'import', module, name: '*' });
  else
    for (const one of bindings.elements)
      table.set(one.name.text, { kind: 'import', module, name: (one.propertyName ?? one.name).text });
}

function declareList(list: VariableDeclarationList, table: Table): void {
  const constant = (list.flags & NodeFlags.Const) !== 0;
  for (const declaration of list.declarations) {
    const required = findRequiredModule(declaration.initializer);
    if (isIdentifier(declaration.name)) {
      table.set(
        declaration.name.text,
        required ? { kind: 'import', ...required } : { kind: 'variable', node: declaration, constant },
      );
    } else if (required && isObjectBindingPattern(declaration.name)) {
      for (const element of declaration.name.elements) {
        const imported = nameOf(element.propertyName ?? element.name);
        if (isIdentifier(element.name) && imported !== undefined && required.name === '*')
          table.set(element.name.text, { kind: 'import', module: required.module, name: imported });
      }
    } else declareBinding(declaration.name, declaration, [], constant, table);
  }
}

/** `require('m')` is the whole module, `require('m').name` and `require('m').default` one export. */
function findRequiredModule(initializer: Expression | undefined): { module: string; name: string } | undefined {
  if (!initializer) return undefined;
  const value = unwrap(initializer);
  if (
    isCallExpression(value) &&
    isIdentifier(value.expression) &&
    value.expression.text === 'require' &&
    value.arguments.length === 1
  ) {
    const module = stringOf(value.arguments[0]);
    return module === undefined ? undefined : { module, name: '*' };
  }
  const name = accessedName(value);
  if (name === undefined) return undefined;
  const whole = findRequiredModule((value as PropertyAccessExpression).expression);
  return whole && whole.name === '*' ? { module: whole.module, name } : undefined;
}

function declareBinding(
  pattern: BindingName,
  root: VariableDeclaration | ParameterDeclaration,
  path: readonly string[],
  constant: boolean,
  table: Table,
): void {
  if (isIdentifier(pattern)) return;
  const inObject = isObjectBindingPattern(pattern);
  pattern.elements.forEach((element, index) => {
    if (isOmittedExpression(element)) return;
    const step = inObject ? nameOf(element.propertyName ?? element.name) : String(index);
    const here = [...path, element.dotDotDotToken || step === undefined ? '…' : step];
    if (isIdentifier(element.name))
      table.set(element.name.text, { kind: 'element', node: element, path: here, root, constant });
    else declareBinding(element.name, root, here, constant, table);
  });
}

/** `var` inside nested blocks belongs to the function. */
function hoistVariables(scope: Node, table: Table): void {
  const visit = (node: Node): void => {
    if (isFunctionLike(node) || isClassDeclaration(node)) return;
    if (isVariableDeclarationList(node) && (node.flags & NodeFlags.BlockScoped) === 0) {
      const own: Table = new Map();
      declareList(node, own);
      for (const [name, declaration] of own) if (!table.has(name)) table.set(name, declaration);
    }
    forEachChild(node, visit);
  };
  forEachChild(scope, visit);
}
