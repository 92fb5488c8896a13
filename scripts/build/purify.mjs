import ts from 'typescript';

/** A replacement of `text.slice(start, end)`. @typedef {{ start: number, end: number, text: string }} Edit */

/** Top-level calls that only register features of the language service with tables that the parser never reads. */
const REGISTRATIONS = new Set(['registerRefactor', 'registerCodeFix', 'setObjectAllocator']);

/** Initialisers that esbuild already drops when nothing uses them. */
const PURE_ALREADY = new Set([
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
]);

/** Thrown when lib/typescript.js is not built the way that the cut knows. */
export class UnknownShapeError extends Error {
  name = 'UnknownShapeError';

  /** @param {string} found what was met, in words */
  constructor(found) {
    super(
      `TypeScript ${ts.version} is not built as the cut-down parser expects: ${found}. ` +
        'Pin the version of TypeScript that worked, or teach scripts/build/purify.mjs the new shape.',
    );
  }
}

/**
 * The edits after which no top-level statement of TypeScript's module has a side effect, so that a bundler can drop
 * whatever is not used. Every kind of statement is accounted for: an unknown one throws an UnknownShapeError.
 * @param {ts.SourceFile} file the body of the closure of lib/typescript.js
 * @returns {Edit[]} in no particular order; none overlap
 */
export function findPurifyingEdits(file) {
  const edits = [];
  const declarations = new Map();
  const additions = new Map();
  const namespaces = new Set();
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations)
        declarations.set(declaration.name.text, declaration);
    } else if (ts.isExpressionStatement(statement)) {
      edits.push(...purifyExpression(statement, file, additions, namespaces));
    } else if (ts.isIfStatement(statement) && /^(sys\b|typeof console\b)/.test(statement.expression.getText(file))) {
      // Both set up TypeScript's own debugging, for which the parser has no use.
      edits.push(remove(statement, file));
    } else if (!ts.isFunctionDeclaration(statement) && !(ts.isBlock(statement) && statement.statements.length === 0)) {
      throw new UnknownShapeError(`there is a top-level ${describe(statement, file)}`);
    }
  }
  for (const name of additions.keys()) {
    if (!declarations.get(name)?.initializer)
      throw new UnknownShapeError(`a property is added to ${name}, which has no initialiser`);
  }
  for (const [name, declaration] of declarations)
    edits.push(...purifyDeclaration(name, declaration, additions.get(name) ?? [], file));
  return edits;
}

function purifyExpression(statement, file, additions, namespaces) {
  const { expression } = statement;
  if (ts.isStringLiteral(expression)) return [];
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    const target = expression.left;
    if (!ts.isPropertyAccessExpression(target) || !ts.isIdentifier(target.expression)) {
      throw new UnknownShapeError(`there is a top-level ${describe(statement, file)}`);
    }
    const name = target.expression.text;
    additions.set(name, [...(additions.get(name) ?? []), expression.getText(file)]);
    return [remove(statement, file)];
  }
  if (!ts.isCallExpression(expression))
    throw new UnknownShapeError(`there is a top-level ${describe(statement, file)}`);
  const callee = expression.expression;
  if (ts.isIdentifier(callee) && REGISTRATIONS.has(callee.text)) return [remove(statement, file)];
  if (ts.isIdentifier(callee) && callee.text === '__export') return [purifyTable(expression, file)];
  return purifyNamespace(statement, file, namespaces);
}

/** `__export(x, { a: () => a })` fills an object that `var x = {}` made: becomes one pure expression. */
function purifyTable(call, file) {
  const [target, table] = call.arguments;
  if (!target || !table || !ts.isIdentifier(target))
    throw new UnknownShapeError(`there is a top-level ${describe(call, file)}`);
  const text = `var ${target.text} = /* @__PURE__ */ (() => { var table = {}; __export(table, ${table.getText(file)}); return table; })()`;
  return { start: call.getStart(file), end: call.end, text };
}

/** `((N2) => {…})(N || (N = {}))` fills a namespace that `var N` declared: becomes one pure expression. */
function purifyNamespace(statement, file, namespaces) {
  const call = statement.expression;
  const closure = ts.isParenthesizedExpression(call.expression) ? call.expression.expression : undefined;
  const parameter =
    closure && ts.isArrowFunction(closure) && ts.isBlock(closure.body)
      ? closure.parameters[0]?.name.getText(file)
      : undefined;
  const name = /^(\w+) \|\| \(\1 = (?:\w+\.\w+ \|\| \(\w+\.\w+ = )?\{\}\)?\)$/.exec(
    call.arguments[0]?.getText(file) ?? '',
  )?.[1];
  if (!parameter || !name || namespaces.has(name))
    throw new UnknownShapeError(`there is a top-level ${describe(statement, file)}`);
  namespaces.add(name);
  return [
    {
      start: statement.getStart(file),
      end: closure.body.getStart(file),
      text: `var ${name} = /* @__PURE__ */ (() => { var ${parameter} = {}; (() => `,
    },
    { start: closure.body.end, end: statement.end, text: `)(); return ${parameter}; })();` },
  ];
}

/** An initialiser that may have effects goes into a closure marked as pure, with the properties that are added later. */
function purifyDeclaration(name, { initializer }, additions, file) {
  if (!initializer) return [];
  const start = initializer.getStart(file);
  if (additions.length > 0) {
    return [
      { start, end: start, text: `/* @__PURE__ */ (() => { let ${name} = ` },
      { start: initializer.end, end: initializer.end, text: `; ${additions.join('; ')}; return ${name}; })()` },
    ];
  }
  if (PURE_ALREADY.has(initializer.kind)) return [];
  return [
    { start, end: start, text: '/* @__PURE__ */ (() => (' },
    { start: initializer.end, end: initializer.end, text: '))()' },
  ];
}

function remove(statement, file) {
  return { start: statement.getStart(file), end: statement.end, text: ';' };
}

function describe(node, file) {
  return `${ts.SyntaxKind[node.kind]} \`${node.getText(file).slice(0, 80)}\``;
}
