import { theOne } from '../known.ts';
import type { Response, Span, TextEdit } from '../model.ts';
import { findCodeOfConstant, nameConstantLike } from '../status-codes/constant-names.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  isIdentifier,
  isPropertyAccessExpression,
  type Node,
  type PropertyAccessExpression,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { findNodeAt, unwrap } from '../syntax/tree.ts';
import { workOut } from '../values/evaluate.ts';
import { isStatusTable } from '../values/libraries.ts';
import { readNumber } from '../values/literal.ts';
import type { Value } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import { findImportedTable, type ImportedTable } from './imported-table.ts';
import { importBeside } from './imports.ts';

/** A code as it is to be written, with the edits that make its name known. */
export interface SpelledStatus {
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** Spells statuses at a response in the way of the handler or, where that shows none, of the file. */
export type SpellStatus = (code: number, response: Response, replaced: Span | undefined) => SpelledStatus;

/** Prepares the spelling of statuses in a file whose responses are known. */
export function createStatusSpelling(file: FileView, responses: readonly Response[]): SpellStatus {
  // Lists ask for a hundred codes at one place.
  const models = new Map<string, Expression | undefined>();
  let known: Places | undefined;
  let table: { readonly found: ImportedTable | undefined } | undefined;
  const getPlaces = (): Places => {
    known ??= readPlaces(file, responses);
    return known;
  };
  return (code, response, replaced) => {
    const plain = { text: String(code), edits: [] };
    const key = `${response.handler.span.start}:${replaced?.start}`;
    if (!models.has(key))
      models.set(key, (replaced && findConstant(replaced, file)) ?? chooseModel(response, replaced));
    const model = models.get(key);
    if (model) return spellBeside(model, code, file) ?? spellAsOther(model, code) ?? plain;
    const text = isNumberCustom(response, replaced) ? undefined : getTable()?.spell(code);
    return text === undefined ? plain : { text, edits: [] };
  };

  function getTable(): ImportedTable | undefined {
    table ??= { found: findImportedTable(file) };
    return table.found;
  }

  /** True where numbers stand around, unless the import of a table shows that they are to go. */
  function isNumberCustom({ handler }: Response, replaced: Span | undefined): boolean {
    const { byHandler, constants, numbers, all } = getPlaces();
    const isOther = ({ start, isNumber }: Place): boolean => isNumber && start !== replaced?.start;
    if ((byHandler.get(handler.span.start) ?? []).some(isOther)) return true;
    return constants > 0 ? constants + 1 < numbers : all.some(isOther) && getTable()?.isUsed !== false;
  }

  function spellAsOther(model: Expression, code: number): SpelledStatus | undefined {
    for (const { constant } of getPlaces().all) {
      if (!constant || constant === model) continue;
      const spelled = spellBeside(constant, code, file);
      if (spelled) return spelled;
    }
    return undefined;
  }

  /** A constant by whose example to write; undefined where numbers are the custom. */
  function chooseModel({ handler }: Response, replaced: Span | undefined): Expression | undefined {
    const { byHandler, constants, numbers, all } = getPlaces();
    const here = (byHandler.get(handler.span.start) ?? []).filter(({ start }) => start !== replaced?.start);
    const own = preferConstant(here);
    if (own || here.some(({ isNumber }) => isNumber)) return own;
    // Without constants there is no example to follow, and a long file need not be looked through for each place.
    if (constants === 0 || constants + 1 < numbers) return undefined;
    return preferConstant(all.filter(({ start }) => start !== replaced?.start));
  }
}

/** How a status is written at one place of the file. */
interface Place {
  readonly start: number;
  readonly constant: Expression | undefined;
  readonly isNumber: boolean;
}

interface Places {
  readonly all: readonly Place[];
  /** By the place where their handler begins. */
  readonly byHandler: ReadonlyMap<number, readonly Place[]>;
  readonly constants: number;
  readonly numbers: number;
}

function readPlaces(file: FileView, responses: readonly Response[]): Places {
  const all: Place[] = [];
  const byHandler = new Map<number, Place[]>();
  for (const { statusSpans, handler } of responses)
    for (const span of statusSpans) {
      const isNumber = /^\d+$/.test(file.source.text.slice(span.start, span.end));
      const place = { start: span.start, constant: findConstant(span, file), isNumber };
      all.push(place);
      const list = byHandler.get(handler.span.start);
      if (list) list.push(place);
      else byHandler.set(handler.span.start, [place]);
    }
  const constants = all.filter(({ constant }) => constant).length;
  return { all, byHandler, constants, numbers: all.filter(({ isNumber }) => isNumber).length };
}

function preferConstant(places: readonly Place[]): Expression | undefined {
  const found = places.filter(({ constant }) => constant);
  return found.length > places.filter(({ isNumber }) => isNumber).length ? found[0]?.constant : undefined;
}

/** The constant at a span, if a named one of a known value stands there. */
export function findConstant(span: Span, file: FileView): Expression | undefined {
  if (/^\d/.test(file.source.text.charAt(span.start))) return undefined;
  const node = findNodeAt(span, file.tree);
  const inner = node && unwrap(node as Expression);
  if (!inner || (!isPropertyAccessExpression(inner) && !isIdentifier(inner))) return undefined;
  const code = theOne(readNumber(inner, file));
  const name = isIdentifier(inner) ? inner.text : inner.name.text;
  return code !== undefined && findCodeOfConstant(name) === code ? inner : undefined;
}

/** Another code in the words of a constant: from its table, or from the module or file that declares it. */
export function spellBeside(model: Expression, code: number, file: FileView): SpelledStatus | undefined {
  if (isPropertyAccessExpression(model)) return spellMember(model, code, file);
  if (!isIdentifier(model)) return undefined;
  const declaration = findDeclaration(file.scopes, model);
  if (declaration?.kind === 'import') {
    const { module } = declaration;
    const whole = workOut({ kind: 'import', module, name: '*', from: file.source.path }, file.world);
    const name = isStatusTable(module, '*')
      ? nameConstantLike(declaration.name, code)
      : whole.kind === 'object'
        ? findIn(whole.properties, code, file)
        : undefined;
    const imported = name === undefined ? undefined : importBeside(model, name, file);
    return imported && { text: imported.local, edits: imported.edits };
  }
  const name = nameConstantLike(model.text, code);
  const other = name === undefined ? undefined : file.scopes.find(name, model);
  const initializer = other?.kind === 'variable' && other.constant ? other.node.initializer : undefined;
  return name !== undefined && initializer && theOne(readNumber(initializer, file)) === code
    ? { text: name, edits: [] }
    : undefined;
}

/** `StatusCodes.CONFLICT` beside `StatusCodes.NOT_FOUND`; in a table of tables the branch that has the code. */
function spellMember(model: PropertyAccessExpression, code: number, file: FileView): SpelledStatus | undefined {
  for (let table: Node = model.expression; ; table = unwrap(table.expression)) {
    const value = workOut(readValue(table as Expression, file), file.world);
    const name = findMember(value, model.name.text, code, file);
    if (name !== undefined) return { text: `${file.text(table)}.${name}`, edits: [] };
    if (!isPropertyAccessExpression(table)) return undefined;
  }
}

function findMember(table: Value, like: string, code: number, file: FileView): string | undefined {
  if (table.kind === 'import')
    return isStatusTable(table.module, table.name) ? nameConstantLike(like, code) : undefined;
  if (table.kind === 'class') return findIn(table.summary.statics, code, file);
  if (table.kind !== 'object') return undefined;
  const own = findIn(table.properties, code, file);
  if (own !== undefined) return own;
  for (const [branch, value] of table.properties) {
    const inner = workOut(value, file.world);
    const name = inner.kind === 'object' ? findIn(inner.properties, code, file) : undefined;
    if (name !== undefined) return `${branch}.${name}`;
  }
  return undefined;
}

/** The property that names a code: its name says so, and its value too. */
function findIn(properties: ReadonlyMap<string, Value>, code: number, file: FileView): string | undefined {
  for (const [name, value] of properties) {
    if (findCodeOfConstant(name) !== code || !/^[A-Za-z_$][\w$]*$/.test(name)) continue;
    const worked = workOut(value, file.world);
    if (worked.kind === 'literal' && worked.value === code) return name;
  }
  return undefined;
}
