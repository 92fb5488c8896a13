import { findCodeOfConstant, nameConstantLike } from '../status-codes/constant-names.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Identifier,
  isIdentifier,
  isImportDeclaration,
  isNamespaceImport,
  isObjectBindingPattern,
  isVariableStatement,
  type Statement,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { workOut } from '../values/evaluate.ts';
import { nameMemberOfTable } from '../values/libraries.ts';
import type { Value } from '../values/model.ts';
import { readValue } from '../values/read.ts';

/** A table of statuses that a file imports. */
export interface ImportedTable {
  /** `StatusCodes.CONFLICT`; undefined for a code that the table is not known to have. */
  readonly spell: (code: number) => string | undefined;
  /** True if the file names it anywhere besides the import. */
  readonly isUsed: boolean;
}

/** Names under which a table of statuses is kept; others are not looked into, as each may lead to a file. */
const TABLE_NAME = /status|http|code/i;

/** The table of statuses that a file imports, whether or not it is used yet. */
export function findImportedTable(file: FileView): ImportedTable | undefined {
  for (const name of file.tree.statements.flatMap(listImported)) {
    if (!TABLE_NAME.test(name.text)) continue;
    const declaration = findDeclaration(file.scopes, name);
    if (declaration?.kind !== 'import') continue;
    const { module, name: exported } = declaration;
    const isUsed = countUses(name.text, file.source.text) > 1;
    const like = nameMemberOfTable(module, exported);
    if (like !== undefined) {
      return { spell: (code) => joinMember(name.text, nameConstantLike(like, code)), isUsed };
    }
    const table = workOut(readValue(name, file), file.world);
    const members = table.kind === 'object' ? nameMembers(table.properties, file) : undefined;
    if (members && members.size > 2) return { spell: (code) => joinMember(name.text, members.get(code)), isUsed };
  }
  return undefined;
}

/** The names that an import, or a `require`, at the top of a file declares. */
export function listImported(statement: Statement): readonly Identifier[] {
  if (isImportDeclaration(statement)) {
    const { name, namedBindings } = statement.importClause ?? {};
    const own = name ? [name] : [];
    if (!namedBindings) return own;
    return isNamespaceImport(namedBindings)
      ? [...own, namedBindings.name]
      : [...own, ...namedBindings.elements.map((element) => element.name)];
  }
  if (!isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name }) => {
    if (isIdentifier(name)) return [name];
    if (!isObjectBindingPattern(name)) return [];
    return name.elements.flatMap((element) => (isIdentifier(element.name) ? [element.name] : []));
  });
}

/** The members that name a code and have it as their value. */
function nameMembers(properties: ReadonlyMap<string, Value>, file: FileView): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [name, value] of properties) {
    const code = findCodeOfConstant(name);
    if (code === undefined || !/^[A-Za-z_$][\w$]*$/.test(name)) continue;
    const worked = workOut(value, file.world);
    if (worked.kind === 'literal' && worked.value === code) found.set(code, name);
  }
  return found;
}

function joinMember(table: string, member: string | undefined): string | undefined {
  return member === undefined ? undefined : `${table}.${member}`;
}

function countUses(name: string, text: string): number {
  return text.match(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g'))?.length ?? 0;
}
