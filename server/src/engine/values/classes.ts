import { listDecorators } from '../syntax/decorators.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type ClassDeclaration,
  type ClassExpression,
  type ConstructorDeclaration,
  type Expression,
  type FunctionLikeDeclaration,
  forEachChild,
  isBinaryExpression,
  isCallExpression,
  isClassDeclaration,
  isClassExpression,
  isConstructorDeclaration,
  isFunctionDeclaration,
  isFunctionExpression,
  isGetAccessorDeclaration,
  isIdentifier,
  isMethodDeclaration,
  isPropertyAccessExpression,
  isPropertyDeclaration,
  isTypeReferenceNode,
  type Node,
  type ParameterDeclaration,
  SyntaxKind,
  type TypeNode,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { isFunctionLike, nameOf, unwrap } from '../syntax/tree.ts';
import { someOf, type Value } from './model.ts';

type AnyClass = ClassDeclaration | ClassExpression;
type ReadValue = (expression: Expression, file: FileView, depth?: number) => Value;
type ReadFunction = (fn: FunctionLikeDeclaration, file: FileView) => Value;

/** Reads a class as a value: how the fields of its instances follow from what its constructor is given. */
export function readClass(node: AnyClass, file: FileView, readValue: ReadValue, readFunction: ReadFunction): Value {
  const known = file.values.get(node);
  if (known) return known;
  let summary: Extract<Value, { kind: 'class' }>['summary'] | undefined;
  const value: Value = {
    kind: 'class',
    place: { path: file.source.path, span: file.span(node) },
    get summary() {
      summary ??= summariseClass(node, file, readValue, readFunction);
      return summary;
    },
  };
  file.values.set(node, value);
  return value;
}

function summariseClass(
  node: AnyClass,
  file: FileView,
  readValue: ReadValue,
  readFunction: ReadFunction,
): Extract<Value, { kind: 'class' }>['summary'] {
  const addInjected = (name: string, type: TypeNode | undefined): void => {
    if (type && isTypeReferenceNode(type) && isIdentifier(type.typeName))
      injected.set(name, readValue(type.typeName, file));
  };
  const fields = new Map<string, Value>();
  const statics = new Map<string, Value>();
  const methods = new Map<string, Value>();
  const injected = new Map<string, Value>();
  let maker: ConstructorDeclaration | undefined;
  for (const member of node.members) {
    if (isConstructorDeclaration(member)) {
      if (member.body) maker = member;
      continue;
    }
    const name = nameOf(member.name);
    if (name === undefined) continue;
    const shared = isStatic(member);
    if (isMethodDeclaration(member)) (shared ? statics : methods).set(name, readFunction(member, file));
    else if (isGetAccessorDeclaration(member) && !shared) {
      methods.set(getterName(name), readFunction(member, file));
      fields.set(name, askGetter(name, readClass(node, file, readValue, readFunction)));
    } else if (isPropertyDeclaration(member)) {
      if (member.initializer) (shared ? statics : fields).set(name, readValue(member.initializer, file));
      else addInjected(name, member.type);
    }
  }
  // `NotFound.Gone = class extends NotFound { … }`, written behind the class.
  for (const { object, property, value } of file
    .assigned(undefined, node.name?.text)
    .properties.get(node.name?.text ?? '') ?? []) {
    const declaration = findDeclaration(file.scopes, object);
    if (declaration?.kind === 'class' && declaration.node === node) statics.set(property, readValue(value, file));
  }
  const made = maker ? readConstructor(maker, file, readValue) : undefined;
  for (const [name, value] of made?.fields ?? []) {
    fields.set(name, value);
    if (value.kind === 'parameter' && value.path.length === 0) addInjected(name, maker?.parameters[value.index]?.type);
  }
  const base = node.heritageClauses?.find(({ token }) => token === SyntaxKind.ExtendsKeyword)?.types[0]?.expression;
  return {
    owner: maker ? `${file.source.path}:${maker.pos}` : `${file.source.path}:${node.pos}`,
    name: node.name?.text,
    path: file.source.path,
    span: file.span(node.name ?? node),
    base: base && readValue(base, file),
    superArguments: made?.superArguments,
    fields,
    statics,
    methods,
    injected,
    decorators: listDecorators(node, file.scopes).map(({ name, module, args }) => ({
      name,
      module,
      args: args.map((argument) => readValue(argument, file)),
    })),
  };
}

function getterName(name: string): string {
  return `get ${name}`;
}

/** `get status() { … }` is a method that is called when the field is read. */
function askGetter(name: string, type: Value): Value {
  const callee: Value = { kind: 'member', object: { kind: 'self', type }, name: getterName(name) };
  return { kind: 'call', callee, args: [] };
}

function isStatic(member: Node): boolean {
  const { modifiers } = member as { readonly modifiers?: readonly Node[] };
  return modifiers?.some(({ kind }) => kind === SyntaxKind.StaticKeyword) ?? false;
}

function readConstructor(
  maker: ConstructorDeclaration,
  file: FileView,
  readValue: ReadValue,
): { fields: Map<string, Value>; superArguments: readonly Value[] | undefined } {
  const assigned = new Map<string, Value[]>();
  let superArguments: readonly Value[] | undefined;
  maker.parameters.forEach((parameter, index) => {
    const name = nameOf(parameter.name);
    if (name !== undefined && parameter.modifiers?.length)
      assigned.set(name, [readParameter(parameter, index, maker, file, readValue)]);
  });
  const visit = (node: Node): void => {
    if (isFunctionDeclaration(node) || isFunctionExpression(node)) return;
    if (isCallExpression(node) && node.expression.kind === SyntaxKind.SuperKeyword)
      superArguments = node.arguments.map((argument) => readValue(argument, file));
    if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.EqualsToken) {
      const target = unwrap(node.left);
      if (isPropertyAccessExpression(target) && target.expression.kind === SyntaxKind.ThisKeyword) {
        const name = target.name.text;
        assigned.set(name, [...(assigned.get(name) ?? []), readValue(node.right, file)]);
      }
    }
    forEachChild(node, visit);
  };
  if (maker.body) visit(maker.body);
  return { fields: new Map([...assigned].map(([name, values]) => [name, someOf(values)])), superArguments };
}

function readParameter(
  parameter: ParameterDeclaration,
  index: number,
  maker: ConstructorDeclaration,
  file: FileView,
  readValue: ReadValue,
): Value {
  const given: Value = { kind: 'parameter', owner: `${file.source.path}:${maker.pos}`, index, path: [] };
  return parameter.initializer
    ? { kind: 'fallback', first: given, second: readValue(parameter.initializer, file) }
    : given;
}

/** The class whose instance, or which itself, `this` is at a place. */
export function findEnclosingClass(place: Node): { declaration: AnyClass; static: boolean } | undefined {
  let member: Node = place;
  for (let node: Node | undefined = place.parent; node; node = node.parent) {
    if (isClassDeclaration(node) || isClassExpression(node)) return { declaration: node, static: isStatic(member) };
    if (isFunctionLike(node) && (isFunctionDeclaration(node) || isFunctionExpression(node))) return undefined;
    member = node;
  }
  return undefined;
}
