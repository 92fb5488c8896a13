import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import * as cut from '../../server/src/engine/syntax/parser.ts';

// The typings promise methods that only the language service adds; they compile, and would throw when they run.
describe('nodes of the cut-down parser', () => {
  const missing = findMissingMembers();

  it('lack the methods of the language service', () => {
    assert.ok(missing.includes('getText') && missing.includes('getStart') && missing.includes('getChildren'));
  });

  it('keep the text of identifiers', () => {
    const file = cut.createSourceFile('a.ts', 'class A { #b = c }', cut.ScriptTarget.Latest, true);
    assert.deepEqual(collectNames(file), ['A', '#b', 'c']);
  });

  it('are not asked by the engine for what they lack', () => {
    const call = new RegExp(`\\.(${missing.join('|')})\\(`);
    for (const path of globSync('server/src/engine/**/*.ts')) {
      const found = call.exec(readFileSync(path, 'utf8'));
      assert.equal(found, null, `${path} calls ${found?.[1]}, which nodes of the cut-down parser do not have`);
    }
  });
});

function findMissingMembers(): string[] {
  const text = 'class A { #b = c; }';
  const has = new Set<string>();
  const lacks = new Set<string>();
  visit(cut.createSourceFile('a.ts', text, cut.ScriptTarget.Latest, true), has);
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true), lacks);
  return [...lacks].filter((name) => !has.has(name) && name !== 'constructor');
}

function visit(node: ts.Node, members: Set<string>): void {
  for (let object = node; object !== Object.prototype; object = Object.getPrototypeOf(object)) {
    for (const name of Object.getOwnPropertyNames(object)) members.add(name);
  }
  cut.forEachChild(node, (child) => visit(child, members));
}

function collectNames(node: ts.Node): string[] {
  const names = cut.isIdentifier(node) || cut.isPrivateIdentifier(node) ? [node.text] : [];
  cut.forEachChild(node, (child) => {
    names.push(...collectNames(child));
  });
  return names;
}
