import type { TextEdit } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Identifier,
  isCallExpression,
  isExpressionStatement,
  isIdentifier,
  isImportDeclaration,
  isNamedImports,
  isObjectBindingPattern,
  isVariableStatement,
  type NamedImports,
  type Node,
  type ObjectBindingPattern,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { nameOf, stringOf } from '../syntax/tree.ts';
import { readStyle } from './style.ts';

/** The name under which an export can be used, with the edit that imports it where that has to be done first. */
export interface Imported {
  readonly local: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Brings another export of the module from which `known` is imported by name. Undefined where `known` is no import of
 * this kind, or where the name already stands for something else at its place.
 */
export function importBeside(known: Identifier, wanted: string, file: FileView): Imported | undefined {
  const list = findList(known, file);
  if (!list) return undefined;
  const there = [...list.elements].find((one) => nameOf(one.propertyName ?? one.name) === wanted);
  if (there) {
    const local = isIdentifier(there.name) ? there.name.text : undefined;
    return local === undefined || !meansTheSame(local, there, known, file) ? undefined : { local, edits: [] };
  }
  if (file.scopes.find(wanted, known)) return undefined;
  const last = list.elements.at(-1);
  if (!last || ('dotDotDotToken' in last && last.dotDotDotToken)) return undefined;
  const { text } = file.source;
  const before = text.slice(text.lastIndexOf('\n', file.span(last).start - 1) + 1, file.span(last).start);
  const separator = /^[ \t]+$/.test(before) ? `,${text.includes('\r\n') ? '\r\n' : '\n'}${before}` : ', ';
  return { local: wanted, edits: [{ span: { start: last.end, end: last.end }, text: `${separator}${wanted}` }] };
}

/**
 * The edits that make names of a module known at the top of a file: none for a name that stands for something already.
 * @param mayBeGlobal true if they are left out where the file imports nothing from the module
 */
export function importNames(
  module: string,
  names: readonly string[],
  mayBeGlobal: boolean,
  file: FileView,
): readonly TextEdit[] {
  const wanted = names.filter((name) => !file.scopes.find(name, file.tree));
  if (wanted.length === 0) return [];
  const last = findImport(module, file)?.elements.at(-1);
  if (last) return [{ span: { start: last.end, end: last.end }, text: wanted.map((name) => `, ${name}`).join('') }];
  return mayBeGlobal ? [] : writeImport(module, `{ ${wanted.join(', ')} }`, file);
}

/** True if a file takes what it needs with `require`. */
export function usesRequire(file: FileView): boolean {
  return !file.tree.statements.some(isImportDeclaration) && /\brequire\(/.test(file.source.text);
}

/**
 * The edit that imports from a module behind the other imports of a file, or takes from it with `require`.
 * @param bound what is named of it: the whole or the default under a name, or a list in braces
 */
export function writeImport(module: string, bound: string, file: FileView): readonly TextEdit[] {
  const { newline, quote: mark, semicolon } = readStyle(file);
  const { statements } = file.tree;
  const imports = statements.filter(isImportDeclaration);
  const isScript = usesRequire(file);
  const from = `${mark}${module}${mark}`;
  const line = isScript ? `const ${bound} = require(${from})${semicolon}` : `import ${bound} from ${from}${semicolon}`;
  const behind =
    imports.at(-1) ?? (isScript ? statements.find((one) => file.text(one).includes('require(')) : undefined);
  if (behind) return [{ span: { start: behind.end, end: behind.end }, text: `${newline}${line}` }];
  // A directive such as `'use server'` stays the first.
  const first = statements.find((one) => !isExpressionStatement(one) || stringOf(one.expression) === undefined);
  const start = first ? file.span(first).start : file.source.text.length;
  return [{ span: { start, end: start }, text: `${line}${newline}` }];
}

/** The `{ … }` in which a file names what it takes from a module. */
function findImport(module: string, file: FileView): NamedImports | ObjectBindingPattern | undefined {
  for (const statement of file.tree.statements) {
    if (isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      const isType = statement.importClause?.phaseModifier !== undefined;
      if (!isType && stringOf(statement.moduleSpecifier) === module && bindings && isNamedImports(bindings))
        return bindings;
    } else if (isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        const isRequire =
          initializer && isCallExpression(initializer) && file.text(initializer.expression) === 'require';
        if (isRequire && isObjectBindingPattern(name) && stringOf(initializer.arguments[0]) === module) return name;
      }
    }
  }
  return undefined;
}

function meansTheSame(local: string, declaration: Node, place: Identifier, file: FileView): boolean {
  const here = file.scopes.find(local, place);
  return here !== undefined && here === file.scopes.find(local, declaration);
}

/** The `{ … }` of the import or of the `require` that declares a name. */
function findList(known: Identifier, file: FileView): NamedImports | ObjectBindingPattern | undefined {
  if (findDeclaration(file.scopes, known)?.kind !== 'import') return undefined;
  for (const statement of file.tree.statements) {
    if (isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      if (bindings && isNamedImports(bindings) && declares(bindings, known.text)) return bindings;
    } else if (isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations)
        if (isObjectBindingPattern(name) && declares(name, known.text)) return name;
    }
  }
  return undefined;
}

function declares(list: NamedImports | ObjectBindingPattern, name: string): boolean {
  return [...list.elements].some((element) => nameOf(element.name) === name);
}
