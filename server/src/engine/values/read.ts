import { type FileView, listAssignments } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type CatchClause,
  type EnumDeclaration,
  type Expression,
  type FunctionLikeDeclaration,
  isArrayLiteralExpression,
  isBinaryExpression,
  isCallExpression,
  isClassExpression,
  isComputedPropertyName,
  isConditionalExpression,
  isElementAccessExpression,
  isIdentifier,
  isMethodDeclaration,
  isNewExpression,
  isNumericLiteral,
  isObjectLiteralExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isSpreadAssignment,
  isTemplateExpression,
  type Node,
  type ObjectLiteralExpression,
  SyntaxKind,
} from '../syntax/parser.ts';
import { type Declaration, findDeclaration } from '../syntax/scope.ts';
import { accessedName, dottedName, isFunctionValue, nameOf, stringOf, unwrapAwait } from '../syntax/tree.ts';
import { followAssignments } from './assigned.ts';
import { findEnclosingClass, readClass } from './classes.ts';
import { workOut } from './evaluate.ts';
import { missing, type Test, unknownValue, type Value } from './model.ts';
import { ownerOf } from './owners.ts';

const MAX_DEPTH = 16;

/** One expression is made of few values; what needs more is data, or refers to itself. */
const MAX_VALUES = 1500;

/** Reads what an expression stands for. Names of this file are followed, those of others stay references. */
export function readValue(expression: Expression, file: FileView, depth = 0): Value {
  return depth === 0 ? bounded(file, () => readPart(expression, file, 0)) : readPart(expression, file, depth);
}

/** Reads with a bound of its own: what is read meanwhile for something else does not count. */
function bounded(file: FileView, read: () => Value): Value {
  const { left } = file.effort;
  file.effort.left = MAX_VALUES;
  const value = read();
  file.effort.left = left;
  return value;
}

function readPart(expression: Expression, file: FileView, depth: number): Value {
  file.effort.left--;
  if (depth > MAX_DEPTH || file.effort.left < 0) return unknownValue('too deep');
  const node = unwrapAwait(expression);
  const next = depth + 1;
  const text = stringOf(node);
  if (text !== undefined) return { kind: 'literal', value: text };
  if (isNumericLiteral(node)) return { kind: 'literal', value: Number(node.text) };
  switch (node.kind) {
    case SyntaxKind.TrueKeyword:
      return { kind: 'literal', value: true };
    case SyntaxKind.FalseKeyword:
      return { kind: 'literal', value: false };
    case SyntaxKind.NullKeyword:
      return { kind: 'literal', value: null };
    case SyntaxKind.ThisKeyword:
      return readThis(node, file);
  }
  if (isIdentifier(node)) return readName(node.text, findDeclaration(file.scopes, node), node, file, depth);
  if (isPropertyAccessExpression(node) || isElementAccessExpression(node)) {
    const name = accessedName(node);
    // A chain of calls is no deeper for being long: an application may be all of one chain.
    const object = readValue(node.expression, file, isCallExpression(node.expression) ? Math.max(depth - 1, 1) : next);
    if (name !== undefined) return { kind: 'member', object, name };
    const key = isElementAccessExpression(node) ? node.argumentExpression : undefined;
    return key ? { kind: 'computed', object, key: readValue(key, file, next) } : unknownValue('operator');
  }
  if (isCallExpression(node)) return readCall(node, file, depth);
  if (isNewExpression(node)) {
    const args = (node.arguments ?? []).map((argument) => readValue(argument, file, next));
    return { kind: 'new', callee: readValue(node.expression, file, next), args, at: ownerOf(node, file) };
  }
  if (isObjectLiteralExpression(node)) return readObject(node, file, depth);
  if (isArrayLiteralExpression(node))
    return { kind: 'array', elements: node.elements.map((element) => readValue(element, file, next)) };
  if (isConditionalExpression(node)) {
    const test = readValue(node.condition, file, next);
    return {
      kind: 'choice',
      test,
      first: readValue(node.whenTrue, file, next),
      second: readValue(node.whenFalse, file, next),
    };
  }
  if (isBinaryExpression(node)) return readBinary(node.operatorToken.kind, node.left, node.right, file, depth);
  if (isPrefixUnaryExpression(node)) return readUnary(node.operator, readValue(node.operand, file, next));
  if (isTemplateExpression(node)) return { kind: 'text' };
  if (isFunctionValue(node)) return readFunction(node, file);
  if (isClassExpression(node)) return readClass(node, file, readValue, readFunction);
  return unknownValue('operator');
}

/** Reads a function as a value; its summary is made when it is first asked for. */
export function readFunction(fn: FunctionLikeDeclaration, file: FileView): Value {
  const known = file.values.get(fn);
  if (known) return known;
  const value: Value = {
    kind: 'function',
    owner: ownerOf(fn, file),
    parameters: fn.parameters.length,
    path: file.source.path,
    span: file.span(fn),
    get summary() {
      return file.summarise(fn, file);
    },
  };
  file.values.set(fn, value);
  return value;
}

function readThis(node: Node, file: FileView): Value {
  const owner = findEnclosingClass(node);
  if (!owner) return unknownValue('property of a value made elsewhere');
  const type = readClass(owner.declaration, file, readValue, readFunction);
  return owner.static ? type : { kind: 'self', type };
}

function readCall(call: CallExpression, file: FileView, depth: number): Value {
  const { expression: callee, arguments: list } = call;
  const args = list.map((argument) => readValue(argument, file, depth + 1));
  const inner = unwrapAwait(callee);
  if (isIdentifier(inner) && inner.text === 'require' && args.length === 1) {
    const module = stringOf(list[0]);
    if (module !== undefined) return { kind: 'import', module, name: '*', from: file.source.path };
  }
  if (isIdentifier(inner) && (inner.text === 'Number' || inner.text === 'parseInt')) {
    const [only] = args;
    if (only?.kind === 'literal' && !Number.isNaN(Number(only.value)))
      return { kind: 'literal', value: Number(only.value) };
  }
  const transparent = accessedName(inner);
  // Nitro gives its files h3's `createError` as a global name.
  if (isIdentifier(inner) && inner.text === 'createError' && !findDeclaration(file.scopes, inner))
    return {
      kind: 'call',
      callee: { kind: 'import', module: 'h3', name: 'createError', from: file.source.path },
      args,
    };
  // @fastify/sensible puts the makers of errors on the server: `fastify.httpErrors.notFound()`.
  if (isPropertyAccessExpression(inner) && accessedName(unwrapAwait(inner.expression)) === 'httpErrors') {
    const maker: Value = {
      kind: 'import',
      module: '@fastify/sensible',
      name: `httpErrors.${inner.name.text}`,
      from: file.source.path,
    };
    return { kind: 'call', callee: maker, args };
  }
  const [only] = args;
  if (only && (transparent === 'freeze' || transparent === 'assign') && args.length === 1) return only;
  const [, given] = args;
  if (transparent === 'assign' && given?.kind === 'object') return assignFields(only, given);
  return { kind: 'call', callee: readValue(callee, file, depth + 1), args, at: ownerOf(call, file) };
}

/** `Object.assign(new Error(…), { status: 404 })` is an error with that status. */
function assignFields(target: Value | undefined, given: Extract<Value, { kind: 'object' }>): Value {
  if (target?.kind === 'object')
    return {
      kind: 'object',
      properties: new Map([...target.properties, ...given.properties]),
      open: target.open || given.open,
    };
  return target ? { kind: 'extended', base: target, fields: given.properties } : unknownValue('call that was not read');
}

function readUnary(operator: SyntaxKind, operand: Value): Value {
  if (operator === SyntaxKind.ExclamationToken) return { kind: 'test', test: { kind: 'not', of: operand } };
  if (operand.kind !== 'literal') return unknownValue('operator');
  if (operator === SyntaxKind.MinusToken) return { kind: 'literal', value: -Number(operand.value) };
  if (operator === SyntaxKind.PlusToken) return { kind: 'literal', value: Number(operand.value) };
  return unknownValue('operator');
}

function readBinary(operator: SyntaxKind, left: Expression, right: Expression, file: FileView, depth: number): Value {
  const next = depth + 1;
  switch (operator) {
    case SyntaxKind.QuestionQuestionToken:
    case SyntaxKind.BarBarToken: {
      const [first, second] = [readValue(left, file, next), readValue(right, file, next)];
      return { kind: 'fallback', first, second, or: operator === SyntaxKind.BarBarToken };
    }
    case SyntaxKind.EqualsToken:
    case SyntaxKind.CommaToken:
      return readValue(right, file, next);
    case SyntaxKind.AmpersandAmpersandToken: {
      const test = readValue(left, file, next);
      return { kind: 'choice', test, first: readValue(right, file, next), second: test };
    }
    case SyntaxKind.EqualsEqualsToken:
    case SyntaxKind.EqualsEqualsEqualsToken:
      return { kind: 'test', test: readEquality(left, right, file, next) };
    case SyntaxKind.ExclamationEqualsToken:
    case SyntaxKind.ExclamationEqualsEqualsToken: {
      const of: Value = { kind: 'test', test: readEquality(left, right, file, next) };
      return { kind: 'test', test: { kind: 'not', of } };
    }
    case SyntaxKind.InstanceOfKeyword: {
      const [object, type] = [readValue(left, file, next), readValue(right, file, next)];
      return { kind: 'test', test: { kind: 'instance', object, type } };
    }
    case SyntaxKind.PlusToken: {
      const texts = [readValue(left, file, next), readValue(right, file, next)];
      const isText = (value: Value): boolean =>
        value.kind === 'text' || (value.kind === 'literal' && typeof value.value === 'string');
      if (texts.some(isText)) return { kind: 'text' };
      const [a, b] = texts;
      return a?.kind === 'literal' && b?.kind === 'literal'
        ? { kind: 'literal', value: Number(a.value) + Number(b.value) }
        : { kind: 'sum', first: a ?? missing, second: b ?? missing };
    }
    default:
      return unknownValue('operator');
  }
}

function readEquality(left: Expression, right: Expression, file: FileView, depth: number): Test {
  return { kind: 'equal', first: readValue(left, file, depth), second: readValue(right, file, depth) };
}

function readObject(literal: ObjectLiteralExpression, file: FileView, depth: number): Value {
  const properties = new Map<string, Value>();
  let open = false;
  for (const property of literal.properties) {
    const name = property.name && (nameOf(property.name) ?? readComputedName(property.name, file, depth));
    if (isSpreadAssignment(property)) {
      const spread = readValue(property.expression, file, depth + 1);
      if (spread.kind === 'object') {
        for (const [key, value] of spread.properties) properties.set(key, value);
        open ||= spread.open;
      } else {
        open = true;
        // What is spread over a property may hold another value for it.
        for (const [key, second] of properties)
          properties.set(key, { kind: 'fallback', first: { kind: 'member', object: spread, name: key }, second });
      }
    } else if (name === undefined) open = true;
    else if (isPropertyAssignment(property)) properties.set(name, readValue(property.initializer, file, depth + 1));
    else if (isShorthandPropertyAssignment(property)) properties.set(name, readValue(property.name, file, depth + 1));
    else if (isMethodDeclaration(property)) properties.set(name, readFunction(property, file));
    else properties.set(name, unknownValue('call that was not read'));
  }
  return { kind: 'object', properties, open };
}

/** `[HttpStatus.OK]` in the place of a name, if it is a known constant. */
function readComputedName(name: Node, file: FileView, depth: number): string | undefined {
  if (!isComputedPropertyName(name)) return undefined;
  // What `this` holds may be what is being read.
  if (/^this\b/.test(dottedName(name.expression) ?? '')) return undefined;
  const value = workOut(readValue(name.expression, file, depth + 1), file.world);
  return value.kind === 'literal' ? String(value.value) : undefined;
}

/** Reads what a name stands for at a place. */
export function readNamed(name: string, place: Node, file: FileView): Value {
  return bounded(file, () => readName(name, file.scopes.find(name, place), place, file, 0));
}

function readName(
  name: string,
  declaration: Declaration | undefined,
  place: Node,
  file: FileView,
  depth: number,
): Value {
  if (!declaration) return name === 'undefined' ? missing : { kind: 'unknown', why: 'global name', name };
  const after = (initial: Value): Value =>
    followAssignments(name, declaration, initial, place, file, (value) => readValue(value, file, depth + 1));
  switch (declaration.kind) {
    case 'variable':
      return readVariable(name, declaration, place, file, depth);
    case 'parameter': {
      const { owner, index, node } = declaration;
      const parameter: Value = { kind: 'parameter', owner: ownerOf(owner, file), index, path: [] };
      const given: Value = node.initializer
        ? { kind: 'fallback', first: parameter, second: readValue(node.initializer, file, depth + 1) }
        : parameter;
      return after(given);
    }
    case 'import':
      return { kind: 'import', module: declaration.module, name: declaration.name, from: file.source.path };
    case 'element':
      return after(readElement(declaration, file, depth));
    case 'function':
      return readFunction(declaration.node, file);
    case 'class':
      return readClass(declaration.node, file, readValue, readFunction);
    case 'enum':
      return readEnum(declaration.node, file, depth);
    case 'catch':
      return after({ kind: 'parameter', owner: ownerOfCatch(declaration.node, file), index: 0, path: [] });
    default:
      return unknownValue(place ? 'not written here' : 'global name');
  }
}

/** Tells the error of a catch clause from the parameters of functions. */
export function ownerOfCatch(clause: CatchClause, file: FileView): string {
  return `${file.source.path}:catch:${clause.pos}`;
}

function readVariable(
  name: string,
  declaration: Extract<Declaration, { kind: 'variable' }>,
  place: Node,
  file: FileView,
  depth: number,
): Value {
  const { initializer } = declaration.node;
  if (!declaration.constant && isCounted(name, declaration, file))
    return unknownValue('variable assigned more than once');
  // A variable that is made of what it was before has a value that only running the program tells.
  if (file.effort.reading.has(declaration.node)) return unknownValue('variable assigned more than once');
  file.effort.reading.add(declaration.node);
  const initial = initializer && readValue(initializer, file, depth + 1);
  file.effort.reading.delete(declaration.node);
  return followAssignments(name, declaration, initial, place, file, (value) => readValue(value, file, depth + 1));
}

/** True for what is changed by `+=`, `++` and their kin. */
function isCounted(name: string, declaration: Declaration, file: FileView): boolean {
  return listAssignments(name, declaration, file).some(({ value }) => !value);
}

function readElement(declaration: Extract<Declaration, { kind: 'element' }>, file: FileView, depth: number): Value {
  const { root, path, node } = declaration;
  if (path.includes('…')) return unknownValue('spread');
  let whole: Value;
  if (root.kind === SyntaxKind.VariableDeclaration)
    whole = root.initializer ? readValue(root.initializer, file, depth + 1) : unknownValue('not written here');
  else {
    const fn = root.parent;
    const index = (fn as FunctionLikeDeclaration).parameters.indexOf(root as never);
    whole = { kind: 'parameter', owner: ownerOf(fn, file), index, path: [] };
    if (root.initializer)
      whole = { kind: 'fallback', first: whole, second: readValue(root.initializer, file, depth + 1) };
  }
  const value = path.reduce<Value>((object, name) => ({ kind: 'member', object, name }), whole);
  return node.initializer
    ? { kind: 'fallback', first: value, second: readValue(node.initializer, file, depth + 1) }
    : value;
}

function readEnum(declaration: EnumDeclaration, file: FileView, depth: number): Value {
  const properties = new Map<string, Value>();
  let next: number | undefined = 0;
  for (const member of declaration.members) {
    const name = nameOf(member.name);
    let value: Value = next === undefined ? unknownValue('operator') : { kind: 'literal', value: next };
    if (member.initializer) {
      value = readValue(member.initializer, file, depth + 1);
      const own = isIdentifier(member.initializer) ? properties.get(member.initializer.text) : undefined;
      if (own) value = own;
    }
    if (name !== undefined) properties.set(name, value);
    next = value.kind === 'literal' && typeof value.value === 'number' ? value.value + 1 : undefined;
  }
  return { kind: 'object', properties, open: false };
}
