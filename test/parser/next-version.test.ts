import assert from 'node:assert/strict';
import { isModule, listParseErrors, parse, parseNext } from '../../server/src/engine/syntax/parse.ts';
import { forEachChild, type Node, NodeFlags, type SourceFile } from '../../server/src/engine/syntax/parser.ts';
import { createEditor } from '../engine/random-edits.ts';
import { getTrickySources, readRealSources, type Sample } from './sources.ts';

/** So many versions of each file, every fourth of them the whole file again. */
const VERSIONS = { real: 8, tricky: 200 };
const ROUND = 4;
/** The flags that the engine asks for. Others tell how the parser came to a node. */
const FLAGS = NodeFlags.BlockScoped;

describe('The next version of a file', function () {
  this.timeout(60_000);

  it('is read as if there had been none before', () => {
    const real = readRealSources().filter(({ text }, index) => index % 8 === 0 && text.length < 20_000);
    assert.ok(real.length > 60, `only ${real.length} files were found`);
    for (const sample of real) compareVersions(sample, VERSIONS.real);
  });

  it('is read so where code is tricky', () => {
    for (const sample of getTrickySources()) compareVersions(sample, VERSIONS.tricky);
  });

  it('has the errors of what has not changed', () => {
    const text = 'const a = 1;\nconst page = () => { const top = 1; return <div><p>text</div>; };\n';
    const first = parse({ path: 'a.tsx', text });
    const errors = listParseErrors(first);
    assert.equal(errors.length, 1);
    const next = parseNext({ path: 'a.tsx', text: text.replace('a = 1', 'a = 2') }, first);
    assert.deepEqual(listParseErrors(next), errors);
  });

  it('is made of the nodes of the one before', () => {
    const text = 'import { a } from "a";\na(1);\na(2);\na(3);\n';
    const first = parse({ path: 'a.ts', text });
    const [importing, one, , three] = first.statements;
    const next = parseNext({ path: 'a.ts', text: text.replace('a(2)', 'a(22)') }, first);
    assert.equal(next.statements[0], importing);
    assert.equal(next.statements[3], three);
    assert.notEqual(next.statements[2], one);
    assert.equal(next.statements[3]?.end, text.length);
  });
});

function compareVersions({ name, text: whole }: Sample, versions: number): void {
  const edit = createEditor(name.length * 7919);
  let tree = parse({ path: name, text: whole });
  for (let version = 1; version <= versions; version++) {
    const text = version % ROUND === 0 ? whole : edit(tree.text);
    const before = tree.text;
    const source = { path: name, text };
    tree = parseNext(source, tree);
    const found = describeTree(tree);
    const wanted = describeTree(parse(source));
    if (found !== wanted)
      assert.equal(found, wanted, `version ${version} of ${name}, which was\n${before}\nand is\n${text}`);
  }
}

/** All nodes with their places, and all places that the parser complained about. */
function describeTree(tree: SourceFile): string {
  const lines = [`${isModule(tree) ? 'module' : 'script'}, errors at ${listParseErrors(tree).join()}`];
  const visit = (node: Node, parent: Node | undefined, depth: string): void => {
    const text = 'text' in node && parent ? JSON.stringify(node.text) : '';
    lines.push(`${depth}${node.kind} ${node.pos}–${node.end}, flags ${node.flags & FLAGS} ${text}`);
    if (node.parent !== parent) lines.push(`${depth}with another parent`);
    forEachChild(node, (child) => visit(child, node, `${depth} `));
  };
  visit(tree, undefined, '');
  return lines.join('\n');
}
