import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  isBinaryExpression,
  isClassDeclaration,
  isEnumDeclaration,
  isExportAssignment,
  isExportDeclaration,
  isExpressionStatement,
  isFunctionDeclaration,
  isIdentifier,
  isNamedExports,
  isPropertyAccessExpression,
  isVariableStatement,
  type Statement,
  SyntaxKind,
} from '../syntax/parser.ts';
import { nameOf, stringOf, unwrap } from '../syntax/tree.ts';
import type { Value } from '../values/model.ts';
import { readFunction, readNamed, readValue } from '../values/read.ts';

/** What a module exports, read when it is asked for. */
export interface ModuleExports {
  readonly get: (name: string) => Value | undefined;
  readonly getDefault: () => Value | undefined;
  /** The module as `require` and `import * as` give it. */
  readonly whole: () => Value;
  /** Modules of which everything is exported again. */
  readonly everythingFrom: readonly string[];
}

type Readers = Map<string, () => Value>;

/** Finds the exports of a file, of ES modules and of CommonJS. */
export function readExports(file: FileView): ModuleExports {
  const named: Readers = new Map();
  const everythingFrom: string[] = [];
  let assigned: Expression | undefined;
  for (const statement of file.tree.statements) {
    if (isExportDeclaration(statement)) {
      const module = stringOf(statement.moduleSpecifier);
      const clause = statement.exportClause;
      if (!clause) {
        if (module !== undefined) everythingFrom.push(module);
      } else if (isNamedExports(clause)) {
        for (const one of clause.elements) {
          const name = nameOf(one.name) ?? '';
          const inner = nameOf(one.propertyName ?? one.name) ?? '';
          named.set(name, () =>
            module === undefined
              ? readNamed(inner, file.tree, file)
              : { kind: 'import', module, name: inner, from: file.source.path },
          );
        }
      } else if (module !== undefined) {
        const name = nameOf(clause.name) ?? '';
        named.set(name, () => ({ kind: 'import', module, name: '*', from: file.source.path }));
      }
    } else if (isExportAssignment(statement)) {
      const { expression } = statement;
      if (statement.isExportEquals) assigned = expression;
      else named.set('default', () => readValue(expression, file));
    } else if (isExpressionStatement(statement)) assigned = readCommonJs(statement.expression, named, file) ?? assigned;
    else readDeclared(statement, named, file);
  }
  const memo = new Map<string, Value>();
  const get = (name: string): Value | undefined => {
    const known = memo.get(name);
    if (known) return known;
    const reader = named.get(name);
    const value = reader
      ? reader()
      : assigned && name !== 'default'
        ? member(readValue(assigned, file), name)
        : undefined;
    if (value) memo.set(name, value);
    return value;
  };
  const whole = (): Value => {
    if (assigned) {
      const value = readValue(assigned, file);
      if (value.kind !== 'object' || named.size === 0) return value;
      return { ...value, properties: new Map([...value.properties, ...readAll(named)]) };
    }
    return { kind: 'object', properties: readAll(named), open: everythingFrom.length > 0 };
  };
  return {
    get,
    getDefault: () => get('default') ?? (assigned ? whole() : named.size > 0 && isCommonJs(file) ? whole() : undefined),
    whole,
    everythingFrom,
  };
}

function member(object: Value, name: string): Value | undefined {
  if (object.kind === 'object') return object.properties.get(name);
  return { kind: 'member', object, name };
}

function readAll(readers: Readers): Map<string, Value> {
  return new Map([...readers].map(([name, read]) => [name, read()]));
}

function isCommonJs(file: FileView): boolean {
  return /\bexports\b/.test(file.source.text);
}

function readDeclared(statement: Statement, named: Readers, file: FileView): void {
  const { modifiers } = statement as { readonly modifiers?: readonly { readonly kind: SyntaxKind }[] };
  const has = (kind: SyntaxKind): boolean => modifiers?.some((modifier) => modifier.kind === kind) ?? false;
  if (!has(SyntaxKind.ExportKeyword)) return;
  if (isVariableStatement(statement)) {
    for (const { name } of statement.declarationList.declarations)
      if (isIdentifier(name)) named.set(name.text, () => readNamed(name.text, file.tree, file));
    return;
  }
  if (!isFunctionDeclaration(statement) && !isClassDeclaration(statement) && !isEnumDeclaration(statement)) return;
  const name = statement.name?.text;
  const read = (): Value => {
    if (name !== undefined) return readNamed(name, file.tree, file);
    return isFunctionDeclaration(statement) ? readFunction(statement, file) : readNamed('', file.tree, file);
  };
  named.set(has(SyntaxKind.DefaultKeyword) ? 'default' : (name ?? ''), read);
}

/** `module.exports = …` gives its right side; `exports.name = …` is noted in `named`. */
function readCommonJs(expression: Expression, named: Readers, file: FileView): Expression | undefined {
  if (!isBinaryExpression(expression) || expression.operatorToken.kind !== SyntaxKind.EqualsToken) return undefined;
  const target = unwrap(expression.left);
  if (!isPropertyAccessExpression(target)) return undefined;
  const object = unwrap(target.expression);
  const { right } = expression;
  const isModule = isIdentifier(object) && object.text === 'module' && target.name.text === 'exports';
  if (isModule) return right;
  const isExports =
    (isIdentifier(object) && object.text === 'exports') ||
    (isPropertyAccessExpression(object) && file.text(object) === 'module.exports');
  if (isExports) named.set(target.name.text, () => readValue(right, file));
  return undefined;
}
