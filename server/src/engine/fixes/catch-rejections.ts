import type { TextEdit } from '../model.ts';
import { isAsync } from '../responses/callbacks.ts';
import { type HandlerFunction, nameOfPlace } from '../responses/handler-function.ts';
import { listTexts } from '../syntax/comments.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Identifier,
  isBlock,
  isCallExpression,
  isIdentifier,
  isQualifiedName,
  isTypeReferenceNode,
  type ParameterDeclaration,
} from '../syntax/parser.ts';
import { accessedName, dottedName, isFunctionValue, unwrap } from '../syntax/tree.ts';
import { type Imported, importBeside } from './imports.ts';
import { importLike, isImportOf, listWrappers } from './project-wrappers.ts';
import { indentationAt, readIndentation } from './style.ts';
import type { Writing } from './writing.ts';

/** How people call what looks after the promise of a handler. */
const LOOKS_AFTER = /async|await|catch|try|wrap|safe|handle|promise|reject/i;

/** Lets somebody handle what an async handler throws: the wrapper of the project, or a `try` with `next(error)`. */
export function catchRejections(
  how: 'wrapper' | 'try',
  of: HandlerFunction,
  writing: Writing,
): readonly TextEdit[] | undefined {
  return how === 'wrapper' ? wrap(of, writing.file) : tryAll(of, writing);
}

/** Gives the handler to the function to which other handlers of the file are given, or of files of the project. */
function wrap(of: HandlerFunction, file: FileView): readonly TextEdit[] | undefined {
  const { fn } = of;
  if (of.by !== 'call' || !isFunctionValue(fn) || !isCallExpression(fn.parent)) return undefined;
  const names = file.calls.flatMap((call) => (isWrapping(call, of) ? (dottedName(call.expression) ?? []) : []));
  const [own] = names;
  const { local: name, edits } = own === undefined ? (findWrapper(of, file) ?? {}) : { local: own };
  const [root = ''] = name?.split('.') ?? [];
  if (name === undefined || (root !== 'this' && file.scopes.find(root, fn) !== file.scopes.find(root, file.tree)))
    return undefined;
  const { start, end } = file.span(fn);
  return [
    ...(edits ?? []),
    { span: { start, end: start }, text: `${name}(` },
    { span: { start: end, end }, text: ')' },
  ];
}

/** What most other files of the project give such handlers to, as far as it is known by now, with its import here. */
function findWrapper(of: HandlerFunction, file: FileView): Imported | undefined {
  for (const wrapper of listWrappers(file)) {
    const other = file.openOther(wrapper.from);
    const callee = other?.calls.find((call) => isWrapping(call, of) && isImportOf(wrapper, call.expression, other))
      ?.expression as Identifier | undefined;
    const imported = other && callee && importLike(callee, wrapper, other, file);
    if (imported) return imported;
  }
  return undefined;
}

/** `wrap(async (req, res) => …)`: a call of a telling name with one async function, which registers nothing itself. */
function isWrapping(call: CallExpression, { framework }: HandlerFunction): boolean {
  const [given, ...more] = call.arguments;
  const inner = given && unwrap(given);
  if (!inner || more.length > 0 || !isFunctionValue(inner) || !isAsync(inner)) return false;
  const { length } = inner.parameters;
  if (length < 2 || length > 4) return false;
  const callee = unwrap(call.expression);
  const name = isIdentifier(callee) ? callee.text : accessedName(callee);
  return name !== undefined && LOOKS_AFTER.test(name) && !Object.hasOwn(framework.handlers.verbs, name);
}

/** Puts the whole body into a `try` block whose failure goes to `next`. */
function tryAll(of: HandlerFunction, { file, style }: Writing): readonly TextEdit[] | undefined {
  const { fn } = of;
  const next = findNext(of, file);
  if (!next || !fn.body) return undefined;
  const { text } = file.source;
  const { newline, semicolon } = style;
  const unit = readIndentation(text);
  const outer = indentationAt(file.span(fn).start, text);
  const inner = `${outer}${unit}`;
  const error = nameError(file);
  const ending = `${newline}${inner}} catch (${error}) {${newline}${inner}${unit}${next.name}(${error})${semicolon}${newline}${inner}}${newline}${outer}`;
  const opening = `${newline}${inner}try {${newline}${inner}${unit}`;
  const body = file.span(fn.body);
  if (!isBlock(fn.body)) {
    const open = text[body.start] === '(' ? undefined : `{${opening}`;
    if (open === undefined || text.slice(body.start, body.end).includes('\n')) return undefined;
    return [
      ...next.edits,
      { span: { start: body.start, end: body.start }, text: open },
      { span: { start: body.end, end: body.end }, text: `${semicolon}${ending}}` },
    ];
  }
  const { statements } = fn.body;
  const [first] = statements;
  const last = statements.at(-1);
  if (!first || !last) return undefined;
  const content = text.slice(body.start + 1, body.end - 1);
  if (!content.includes('\n')) {
    const before = { start: body.start + 1, end: file.span(first).start };
    return [
      ...next.edits,
      { span: before, text: opening },
      { span: { start: last.end, end: body.end - 1 }, text: ending },
    ];
  }
  const begin = body.start + 1 + (/^[ \t]*(?=\r?\n)/.exec(content)?.[0].length ?? 0);
  const close = body.end - 1 - (/\s*$/.exec(content)?.[0].length ?? 0);
  return [
    ...next.edits,
    { span: { start: begin, end: begin }, text: `${newline}${inner}try {` },
    ...indent({ start: begin, end: close }, unit, file),
    { span: { start: close, end: body.end - 1 }, text: ending },
  ];
}

/** Indents the lines that begin inside a span by one more level; those that begin inside a text stay as they are. */
function indent({ start, end }: { start: number; end: number }, unit: string, file: FileView): readonly TextEdit[] {
  const { text } = file.source;
  const texts = listTexts(file.tree);
  const edits: TextEdit[] = [];
  for (let at = text.indexOf('\n', start) + 1; at > 0 && at <= end; at = text.indexOf('\n', at) + 1) {
    const isEmpty = /^[ \t]*\r?(?:\n|$)/.test(text.slice(at, at + 200));
    const isText = texts.some((one) => one.start < at && at < one.end);
    if (!isEmpty && !isText) edits.push({ span: { start: at, end: at }, text: unit });
  }
  return edits;
}

/** What hands an error on: the parameter that is there, or one more. */
function findNext(
  of: HandlerFunction,
  file: FileView,
): { readonly name: string; readonly edits: readonly TextEdit[] } | undefined {
  const known = nameOfPlace(of.next);
  if (known !== undefined) return { name: known, edits: [] };
  const { fn } = of;
  const last = fn.parameters.at(-1);
  if (!last || !fn.body || of.framework.handlers.parameters[fn.parameters.length + 1]?.at(-1) !== 'n') return undefined;
  if (file.scopes.find('next', fn.body)) return undefined;
  const type = nameNextType(last, file);
  if (!type) return undefined;
  return {
    name: 'next',
    edits: [{ span: { start: last.end, end: last.end }, text: `, next${type.text}` }, ...type.edits],
  };
}

/** The type of `next` beside that of the parameter before it: none, or that of the same module. */
function nameNextType(
  { type }: ParameterDeclaration,
  file: FileView,
): { readonly text: string; readonly edits: readonly TextEdit[] } | undefined {
  if (!type) return { text: '', edits: [] };
  if (!isTypeReferenceNode(type)) return undefined;
  const { typeName } = type;
  if (isQualifiedName(typeName)) return { text: `: ${file.text(typeName.left)}.NextFunction`, edits: [] };
  const imported = importBeside(typeName, 'NextFunction', file);
  return imported && { text: `: ${imported.local}`, edits: imported.edits };
}

/** What the catch clauses of the file mostly call what they caught. */
function nameError(file: FileView): string {
  const names = [...file.source.text.matchAll(/\bcatch\s*\(\s*(\w+)/g)].map(([, name = '']) => name);
  const count = (one: string): number => names.filter((other) => other === one).length;
  return [...new Set(names)].sort((a, b) => count(b) - count(a))[0] ?? 'error';
}
