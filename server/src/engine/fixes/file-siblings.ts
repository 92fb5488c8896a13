import { findStatusCode } from '../status-codes/index.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Identifier,
  isCallExpression,
  isIdentifier,
  isImportDeclaration,
  isNamedImports,
  isObjectBindingPattern,
  isStringLiteral,
  isVariableStatement,
  type NamedImports,
  type Node,
  type ObjectBindingPattern,
  type Statement,
} from '../syntax/parser.ts';
import { nameOf } from '../syntax/tree.ts';
import { nameBeside } from '../values/error-names.ts';
import type { Sibling } from './sibling.ts';

/** How the words of a code are joined in the names of files. */
const JOINS: readonly ((words: readonly string[]) => string)[] = [
  (words) => words.join('-'),
  (words) => words.join('_'),
  (words) => words.join('.'),
  (words) => words.map(capitalise).join(''),
  (words) => words.map((word, index) => (index === 0 ? word : capitalise(word))).join(''),
];

/**
 * What the file beside one exports alike, as its default or under its name: `./conflict-error` beside
 * `./bad-request-error`. Whether that file is there, and what it exports, is for those to find out who work out the value.
 */
export function findFileSiblings(
  known: Identifier,
  { module, name: imported }: { readonly module: string; readonly name: string },
  present: number,
  code: number,
  file: FileView,
): readonly Sibling[] {
  const name = nameBeside(known.text, present, code);
  const statement = file.tree.statements.find((one) => importsAlone(one, known.text));
  if (name === undefined || !statement || file.scopes.find(name, known)) return [];
  const exported = imported === known.text ? name : 'default';
  return renameFile(module, present, code).map((other) => ({
    value: { kind: 'import', module: other, name: exported, from: file.source.path },
    edits: () => {
      const { start, end } = file.span(statement);
      const words = new RegExp(`(?<![\\w$])${known.text.replaceAll('$', '\\$')}(?![\\w$])`);
      const written = file.text(statement).replace(words, name).replace(module, other);
      const newline = file.source.text.includes('\r\n') ? '\r\n' : '\n';
      return start === end
        ? undefined
        : [
            { span: { start: end, end }, text: `${newline}${written}` },
            { span: file.span(known), text: name },
          ];
    },
  }));
}

/** `import X from '…'`, `import { X } from '…'` or the same with `require`, which brings nothing else. */
function importsAlone(statement: Statement, name: string): boolean {
  if (isImportDeclaration(statement)) {
    const { name: own, namedBindings } = statement.importClause ?? {};
    if (!isStringLiteral(statement.moduleSpecifier) || (own && namedBindings)) return false;
    return own
      ? own.text === name
      : namedBindings !== undefined && isNamedImports(namedBindings) && isOnly(namedBindings, name);
  }
  if (!isVariableStatement(statement)) return false;
  const [only, ...more] = statement.declarationList.declarations;
  const required: Node | undefined = only?.initializer;
  return (
    more.length === 0 &&
    only !== undefined &&
    (isIdentifier(only.name)
      ? only.name.text === name
      : isObjectBindingPattern(only.name) && isOnly(only.name, name)) &&
    required !== undefined &&
    isCallExpression(required) &&
    isIdentifier(required.expression) &&
    required.expression.text === 'require'
  );
}

/** `{ X }`, under its own name. */
function isOnly({ elements }: NamedImports | ObjectBindingPattern, name: string): boolean {
  const [only, ...more] = elements;
  return more.length === 0 && only !== undefined && !only.propertyName && nameOf(only.name) === name;
}

/** The paths in which the words of one code stand in the place of those of another, joined alike. */
function renameFile(module: string, present: number, code: number): readonly string[] {
  const [old, wanted] = [present, code].map((one) =>
    (findStatusCode(one)?.reasonPhrase ?? '')
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word !== ''),
  );
  if (!old || !wanted || old.length === 0 || wanted.length === 0) return [];
  const at = module.lastIndexOf('/') + 1;
  const [folder, base] = [module.slice(0, at), module.slice(at)];
  const names = JOINS.flatMap((join) => (base.includes(join(old)) ? [base.replace(join(old), join(wanted))] : []));
  return [...new Set(names)].map((one) => folder + one);
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
