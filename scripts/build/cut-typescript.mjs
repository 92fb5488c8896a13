import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';
import { findPurifyingEdits, UnknownShapeError } from './purify.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const door = join(root, 'server/src/engine/syntax/parser.ts');
const defaultCacheFolder = join(root, 'node_modules/.cache/status-lens');

/**
 * Cuts TypeScript down to what the engine imports through syntax/parser.ts: about a tenth of it.
 * The result is kept in `cacheFolder` until TypeScript, the list of names or this build step changes.
 * @param {{ cacheFolder?: string }} [options]
 * @returns {Promise<string>} the path of the ES module with the cut-down parser
 * @throws {UnknownShapeError} if this version of TypeScript is not built as expected
 */
export async function buildParser({ cacheFolder = defaultCacheFolder } = {}) {
  const names = findWantedNames(readFileSync(door, 'utf8'));
  const hash = createHash('sha256').update(names.join());
  for (const step of ['./cut-typescript.mjs', './purify.mjs'])
    hash.update(readFileSync(new URL(step, import.meta.url)));
  const path = join(cacheFolder, `typescript-${ts.version}-${hash.digest('hex').slice(0, 12)}.mjs`);
  if (existsSync(path)) return path;
  const source = readFileSync(createRequire(import.meta.url).resolve('typescript'), 'utf8');
  const code = await cut(source, names);
  mkdirSync(cacheFolder, { recursive: true });
  // Several builds may run at once: none may see a half-written file.
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, code);
  renameSync(unfinished, path);
  return path;
}

/** The names of the values that parser.ts exports from TypeScript. */
export function findWantedNames(text) {
  const file = parse(text, ts.ScriptKind.TS);
  return file.statements
    .filter(
      (statement) =>
        ts.isExportDeclaration(statement) && !statement.isTypeOnly && statement.moduleSpecifier?.text === 'typescript',
    )
    .flatMap((statement) => statement.exportClause.elements.filter(({ isTypeOnly }) => !isTypeOnly))
    .map(({ propertyName, name }) => (propertyName ?? name).text)
    .sort();
}

/**
 * @param {string} source the text of lib/typescript.js
 * @param {readonly string[]} names what to export
 * @returns {Promise<string>} the text of an ES module
 */
async function cut(source, names) {
  const body = liftClosure(source);
  const file = parse(body, ts.ScriptKind.JS);
  const edits = [
    exportDirectly(file, names),
    leaveNodeOut(file),
    ...giveIdentifiersText(file),
    ...findPurifyingEdits(file),
  ];
  const whole = await shake(applyEdits(body, edits));
  const used = new Set([...whole.matchAll(/\bDiagnostics\.(\w+)/g)].map(([, name]) => name));
  const code = await shake(applyEdits(body, [...edits, keepDiagnostics(file, used)]));
  const licence = source.slice(source.indexOf('/*!'), source.indexOf('*/') + 2);
  return `${licence}\n// Changed for Status Lens: cut down to the parser of TypeScript ${ts.version} by a build step.\n${code}`;
}

/** The statements inside the one closure that lib/typescript.js consists of. */
function liftClosure(source) {
  const opening = 'var ts = {}; ((module) => {';
  const commonJs = 'module.exports = __toCommonJS(typescript_exports);';
  const start = source.indexOf(opening);
  const end = source.indexOf('// Annotate the CommonJS export names for ESM import in node:');
  if (start < 0 || end < start) throw new UnknownShapeError('it is not one closure that starts with `var ts`');
  const body = source.slice(start + opening.length, end);
  if (!body.includes(commonJs)) throw new UnknownShapeError('it does not set `module.exports`');
  return body.replace(commonJs, '');
}

/** Exports `names` at the end, under the local names that TypeScript's own table of exports gives. */
function exportDirectly(file, names) {
  const call = file.statements.find((statement) => statement.getText(file).startsWith('__export(typescript_exports,'));
  const table = call?.expression.arguments[1];
  if (!table) throw new UnknownShapeError('it has no table of exports');
  const locals = new Map(table.properties.map(({ name, initializer }) => [name.text, initializer.body.text]));
  const pairs = names.map((name) => {
    if (!locals.has(name)) throw new UnknownShapeError(`it does not export ${name}, which syntax/parser.ts imports`);
    return `${locals.get(name)} as ${name}`;
  });
  return { start: file.end, end: file.end, text: `\nexport { ${pairs.join(', ')} };\n` };
}

/** Makes TypeScript believe that it does not run in Node, so that the editor and the web worker run the same code. */
function leaveNodeOut(file) {
  const test = file.statements.find(
    (statement) => ts.isFunctionDeclaration(statement) && statement.name.text === 'isNodeLikeSystem',
  );
  if (!test) throw new UnknownShapeError('it has no function isNodeLikeSystem');
  return { start: test.body.getStart(file), end: test.body.end, text: '{ return false; }' };
}

/**
 * Gives identifiers the property `text`, which they otherwise have only from the language service. The constructors of
 * the language service would bring all of its methods along, so here are new ones.
 */
function giveIdentifiersText(file) {
  const allocator = findTable(file, 'objectAllocator');
  const edits = ['getIdentifierConstructor', 'getPrivateIdentifierConstructor'].map((name) => {
    const maker = allocator.properties.find((property) => property.name.text === name)?.initializer;
    if (!maker) throw new UnknownShapeError(`objectAllocator has no ${name}`);
    return { start: maker.getStart(file), end: maker.end, text: `() => IdentifierWithText` };
  });
  for (const name of ['Identifier2', 'idText']) {
    if (!file.statements.some((statement) => ts.isFunctionDeclaration(statement) && statement.name.text === name)) {
      throw new UnknownShapeError(`it has no function ${name}`);
    }
  }
  const text = `
var IdentifierWithText = /* @__PURE__ */ (() => {
  function IdentifierWithText(kind, pos, end) { Identifier2.call(this, kind, pos, end); }
  Object.defineProperty(IdentifierWithText.prototype, 'text', { get() { return idText(this); } });
  return IdentifierWithText;
})();
`;
  return [...edits, { start: file.end, end: file.end, text }];
}

/** Leaves only the `used` messages in the table of all diagnostics. */
function keepDiagnostics(file, used) {
  const table = findTable(file, 'Diagnostics');
  const kept = table.properties.filter(({ name }) => used.has(name.text));
  if (kept.length !== used.size) throw new UnknownShapeError('it names diagnostics that are not in its table');
  const text = `{${kept.map((property) => property.getText(file)).join(',\n')}}`;
  return { start: table.getStart(file), end: table.end, text };
}

/** The object literal that the top-level variable `name` starts with. */
function findTable(file, name) {
  const table = file.statements
    .filter(ts.isVariableStatement)
    .flatMap((statement) => statement.declarationList.declarations)
    .find((declaration) => declaration.name.text === name)?.initializer;
  if (!table || !ts.isObjectLiteralExpression(table)) throw new UnknownShapeError(`it has no table ${name}`);
  return table;
}

/** Drops everything that the exports do not need. */
async function shake(contents) {
  const { outputFiles } = await build({
    stdin: { contents, loader: 'js' },
    bundle: true,
    treeShaking: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    write: false,
    logLevel: 'error',
    plugins: [emptyBuiltins],
  });
  return outputFiles[0].text;
}

/** What Node built-ins are left are in code that never runs without Node: empty modules stand in for them. */
const emptyBuiltins = {
  name: 'empty stand-ins for Node built-ins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[\w-]+$/ }, ({ path }) => {
      if (isBuiltin(path) || path === 'source-map-support') return { path, namespace: 'empty' };
      throw new UnknownShapeError(`it requires ${path}`);
    });
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

function parse(text, kind) {
  return ts.createSourceFile(
    kind === ts.ScriptKind.JS ? 'typescript.mjs' : 'parser.ts',
    text,
    ts.ScriptTarget.Latest,
    true,
    kind,
  );
}

function applyEdits(text, edits) {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at)
      throw new UnknownShapeError(`two edits overlap at \`${text.slice(edit.start, edit.start + 80)}\``);
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
