import { nameOfFunction } from '../responses/roles.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type BindingName,
  type CallExpression,
  type Expression,
  forEachChild,
  isBinaryExpression,
  isCallExpression,
  isClassDeclaration,
  isEnumDeclaration,
  isFunctionDeclaration,
  isIdentifier,
  isImportDeclaration,
  isImportEqualsDeclaration,
  isNamespaceImport,
  isObjectLiteralExpression,
  isPostfixUnaryExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isVariableDeclaration,
  type Node,
  type Statement,
  SyntaxKind,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { boundNames, calledName, isFunctionLike, isFunctionValue, unwrap } from '../syntax/tree.ts';

/** What one statement of a file has to do with the others. */
export interface StatementFacts {
  /** Every word of its text: it can depend on no name but one of these. */
  readonly words: ReadonlySet<string>;
  /** The names that mean something else to other statements once this one changes: declared, or assigned to. */
  readonly gives: ReadonlySet<string>;
  /** The names of its functions. */
  readonly functions: ReadonlySet<string>;
  /** The names that it gives to calls, alone or in an object: what takes a function may change what becomes of its errors. */
  readonly given: ReadonlySet<string>;
  /** How often it calls what by which name, and mentions what as an argument. Some facts about a function rest on that. */
  readonly mentions: ReadonlyMap<string, Mention>;
}

/** One way to mention a name. */
export interface Mention {
  readonly name: string;
  readonly count: number;
}

/** Runs of what names and numbers are made of, in any script. */
const WORD = /[^\s!-#%-/:-@[-^`{-~]+/g;
/** What somebody takes out of an object that is sent. */
const DELETED = /\bdelete\s+([\w$]+)\./g;
const CALLED = /(?<![\w$])([\w$]+)\s*\(/g;
const GIVEN = /\(\s*(?:(?:this|exports|module\.exports)\.)?([\w$]+)\s*[,)]/g;

/** Reads what a statement has to do with others. */
export function readStatementFacts(statement: Statement, file: FileView): StatementFacts {
  const text = file.source.text.slice(statement.pos, statement.end);
  const words = new Set(text.match(WORD));
  const gives = new Set<string>();
  const functions = new Set<string>();
  const mentions = new Map<string, Mention>();
  const given = new Set<string>();
  const mention = (way: string, name: string): void => {
    const key = `${way} ${name}`;
    mentions.set(key, { name, count: (mentions.get(key)?.count ?? 0) + 1 });
  };
  for (const [, name = ''] of text.matchAll(CALLED)) mention('called', name);
  for (const [, name = ''] of text.matchAll(GIVEN)) mention('given', name);
  for (const [, name = ''] of text.matchAll(DELETED)) gives.add(name);

  const assign = (target: Expression, value: Expression | undefined): void => {
    const inner = unwrap(target);
    if (isIdentifier(inner)) {
      if (isFromOutside(inner, file)) gives.add(inner.text);
      return;
    }
    if (!isPropertyAccessExpression(inner)) return;
    const object = unwrap(inner.expression);
    if (isIdentifier(object) && isFromOutside(object, file)) gives.add(object.text);
    // What is hung on a response is found by its own name.
    if (value && isHung(unwrap(value), object)) gives.add(inner.name.text);
  };
  const visit = (node: Node, nested: boolean): void => {
    if (isIdentifier(node)) {
      // One that is written with escapes is no word of the text.
      words.add(node.text);
      return;
    }
    if (!nested) for (const name of listDeclared(node)) gives.add(name);
    if (isFunctionLike(node)) {
      const name = nameOfFunction(node);
      if (name !== undefined) functions.add(name);
    } else if (isCallExpression(node)) {
      mention(`call ${describeCall(node, file)}`, calledName(node) ?? '');
      for (const name of listGiven(node)) given.add(name);
    } else if (isBinaryExpression(node)) {
      const operator = node.operatorToken.kind;
      if (operator >= SyntaxKind.FirstAssignment && operator <= SyntaxKind.LastAssignment)
        assign(node.left, node.right);
    } else if (isPrefixUnaryExpression(node) || isPostfixUnaryExpression(node)) {
      if (node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken)
        assign(node.operand, undefined);
    }
    const inside = nested || isFunctionLike(node);
    forEachChild(node, (child) => visit(child, inside));
  };
  visit(statement, false);
  return { words, gives, functions, given, mentions };
}

/** True for a name of the file itself, and for one that nothing declares. */
function isFromOutside(name: Node & { readonly text: string }, file: FileView): boolean {
  const declaration = isIdentifier(name) ? findDeclaration(file.scopes, name) : undefined;
  return declaration === undefined || declaration === file.scopes.find(name.text, file.tree);
}

/** How a call is made, as far as it tells something of the function that it calls. */
function describeCall(call: CallExpression, file: FileView): string {
  const kinds = call.arguments.map((argument) => {
    if (!isIdentifier(argument)) return '-';
    const declaration = findDeclaration(file.scopes, argument);
    if (declaration?.kind === 'catch') return 'e';
    return declaration?.kind === 'parameter' && declaration.index === 0 && isCallExpression(declaration.owner.parent)
      ? argument.text
      : '-';
  });
  return `${isIdentifier(unwrap(call.expression)) ? '' : '.'}${kinds.join()}`;
}

/** True for a function, and for what a call gave that was given the object itself: `res.fail = makeFail(res)`. */
function isHung(value: Expression, object: Expression): boolean {
  if (isFunctionValue(value)) return true;
  if (!isCallExpression(value) || !isIdentifier(object)) return false;
  return value.arguments.some((argument) => isIdentifier(argument) && argument.text === object.text);
}

/** The names among the arguments of a call, and in the objects there. */
function listGiven({ arguments: args }: CallExpression): readonly string[] {
  return args.flatMap((argument) => {
    const value = unwrap(argument);
    if (isIdentifier(value)) return [value.text];
    if (!isObjectLiteralExpression(value)) return [];
    return value.properties.flatMap((property) => {
      if (isShorthandPropertyAssignment(property)) return [property.name.text];
      const inner = isPropertyAssignment(property) ? unwrap(property.initializer) : undefined;
      return inner && isIdentifier(inner) ? [inner.text] : [];
    });
  });
}

function listDeclared(node: Node): readonly string[] {
  if (isVariableDeclaration(node)) return namesOf(node.name);
  if (isFunctionDeclaration(node) || isClassDeclaration(node)) return node.name ? [node.name.text] : [];
  if (isEnumDeclaration(node) || isImportEqualsDeclaration(node)) return [node.name.text];
  if (!isImportDeclaration(node) || !node.importClause) return [];
  const { name, namedBindings } = node.importClause;
  const named = !namedBindings
    ? []
    : isNamespaceImport(namedBindings)
      ? [namedBindings.name.text]
      : namedBindings.elements.map((element) => element.name.text);
  return name ? [name.text, ...named] : named;
}

function namesOf(name: BindingName): readonly string[] {
  return isIdentifier(name) ? [name.text] : boundNames(name);
}
