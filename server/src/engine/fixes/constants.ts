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
  return (code, response, replaced) => {
    const plain = { text: String(code), edits: [] };
    const key = `${response.handler.span.start}:${replaced?.start}`;
    if (!models.has(key))
      models.set(key, (replaced && findConstant(replaced, file)) ?? chooseModel(response, replaced));
    const model = models.get(key);
    return (model && (spellBeside(model, code, file) ?? spellAsOther(model, code))) || plain;
  };

  function spellAsOther(model: Expression, code: number): SpelledStatus | undefined {
    const others = responses.flatMap(({ statusSpans }) => statusSpans).map((span) => findConstant(span, file));
    for (const other of others) {
      if (!other || other === model) continue;
      const spelled = spellBeside(other, code, file);
      if (spelled) return spelled;
    }
    return undefined;
  }

  /** A constant by whose example to write; undefined where numbers are the custom. */
  function chooseModel({ handler }: Response, replaced: Span | undefined): Expression | undefined {
    const others = responses.flatMap((one) => one.statusSpans.map((span) => ({ span, handler: one.handler })));
    const apart = others.filter(({ span }) => span.start !== replaced?.start);
    const here = apart.filter((one) => one.handler.span.start === handler.span.start);
    return preferConstant(here) ?? (here.some(isNumber) ? undefined : preferConstant(apart));
  }

  function preferConstant(places: readonly { readonly span: Span }[]): Expression | undefined {
    const found = places.map(({ span }) => findConstant(span, file)).filter((one) => one !== undefined);
    return found.length > places.filter(isNumber).length ? found[0] : undefined;
  }

  function isNumber({ span }: { readonly span: Span }): boolean {
    return /^\d+$/.test(file.source.text.slice(span.start, span.end));
  }
}

/** The constant at a span, if a named one of a known value stands there. */
function findConstant(span: Span, file: FileView): Expression | undefined {
  if (/^\d/.test(file.source.text.charAt(span.start))) return undefined;
  const node = findNodeAt(span, file.tree);
  const inner = node && unwrap(node as Expression);
  if (!inner || (!isPropertyAccessExpression(inner) && !isIdentifier(inner))) return undefined;
  const code = theOne(readNumber(inner, file));
  const name = isIdentifier(inner) ? inner.text : inner.name.text;
  return code !== undefined && findCodeOfConstant(name) === code ? inner : undefined;
}

/** Another code in the words of a constant: from its table, or from the module or file that declares it. */
function spellBeside(model: Expression, code: number, file: FileView): SpelledStatus | undefined {
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
