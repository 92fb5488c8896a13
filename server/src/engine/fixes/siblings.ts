import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  type Identifier,
  isClassDeclaration,
  isFunctionDeclaration,
  isIdentifier,
  isPropertyAccessExpression,
  isVariableStatement,
  type Node,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { nameOf, unwrap } from '../syntax/tree.ts';
import { nameBeside, nameLibraryError, tellsCode } from '../values/error-names.ts';
import { workOut } from '../values/evaluate.ts';
import type { Value } from '../values/model.ts';
import { readNamed, readValue } from '../values/read.ts';
import { findFileSiblings } from './file-siblings.ts';
import { listImported } from './imported-table.ts';
import { importBeside } from './imports.ts';
import type { Sibling } from './sibling.ts';

/**
 * What stands beside a class or function and tells `code` by its name: what the file imports or declares already, the
 * other exports of its module, those of the files beside that, the other members of its object or class. The one whose
 * name is built alike comes first.
 */
export function findSiblings(callee: Expression, present: number, code: number, file: FileView): readonly Sibling[] {
  const inner = unwrap(callee);
  if (isPropertyAccessExpression(inner)) {
    const object = readValue(inner.expression, file);
    const span = file.span(inner.name);
    return listMembers(workOut(object, file.world), inner.name.text, present, code).map((name) => ({
      value: { kind: 'member', object, name },
      edits: () => [{ span, text: name }],
    }));
  }
  if (!isIdentifier(inner)) return [];
  const declaration = findDeclaration(file.scopes, inner);
  const isImported = declaration?.kind === 'import';
  const names = isImported ? file.tree.statements.flatMap(listImported).map(({ text }) => text) : listDeclared(file);
  const known = orderNames(names, inner.text, present, code).map(
    (name): Sibling => ({
      value: readNamed(name, file.tree, file),
      edits: () => (isTopLevel(name, inner, file) ? [{ span: file.span(inner), text: name }] : undefined),
    }),
  );
  return isImported ? [...known, ...listExports(inner, declaration, present, code, file)] : known;
}

function listExports(
  known: Identifier,
  declaration: { readonly module: string; readonly name: string },
  present: number,
  code: number,
  file: FileView,
): readonly Sibling[] {
  const { module, name: imported } = declaration;
  const inFiles = findFileSiblings(known, declaration, present, code, file);
  if (imported === 'default' || imported === '*') return inFiles;
  const whole: Value = { kind: 'import', module, name: '*', from: file.source.path };
  const members = listMembers(workOut(whole, file.world), imported, present, code, module).map(
    (name): Sibling => ({
      value: { ...whole, name },
      edits: () => {
        const found = importBeside(known, name, file);
        return found && [{ span: file.span(known), text: found.local }, ...found.edits];
      },
    }),
  );
  return [...members, ...inFiles];
}

/** The members of a worked-out value whose names tell the code. */
function listMembers(value: Value, like: string, present: number, code: number, from?: string): readonly string[] {
  const module = value.kind === 'import' ? value.module : undefined;
  const library = module === undefined ? undefined : nameLibraryError(module, like, present, code);
  if (library !== undefined) return [library];
  if (value.kind === 'object') return orderNames([...value.properties.keys()], like, present, code, value.open);
  if (value.kind === 'class') return orderNames([...value.summary.statics.keys()], like, present, code, true);
  return from?.startsWith('.') ? orderNames([], like, present, code, true) : [];
}

/** The names that tell the code, the one that is built like the present one first; `open` adds that one unseen. */
function orderNames(
  names: readonly string[],
  like: string,
  present: number,
  code: number,
  open = false,
): readonly string[] {
  const alike = nameBeside(like, present, code);
  const telling = names.filter((name) => name !== alike && /^[A-Za-z_$][\w$]*$/.test(name) && tellsCode(name, code));
  return alike !== undefined && (open || names.includes(alike)) ? [alike, ...telling] : telling;
}

function listDeclared(file: FileView): readonly string[] {
  return file.tree.statements
    .flatMap((statement): readonly (string | undefined)[] => {
      if (isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => nameOf(name));
      return isClassDeclaration(statement) || isFunctionDeclaration(statement) ? [statement.name?.text] : [];
    })
    .filter((name) => name !== undefined);
}

/** True if a name means at `place` what it means for the whole file. */
function isTopLevel(name: string, place: Node, file: FileView): boolean {
  const here = file.scopes.find(name, place);
  return here !== undefined && here === file.scopes.find(name, file.tree);
}
