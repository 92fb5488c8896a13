import assert from 'node:assert/strict';
import * as whole from 'typescript';
import * as cut from '../../server/src/engine/syntax/parser.ts';
import { cutAtPlaces, getTrickySources, mangle, readRealSources, type Sample } from './sources.ts';

type Parser = Pick<typeof cut, 'createSourceFile' | 'forEachChild' | 'getTokenPosOfNode'>;

describe('the cut-down parser', function () {
  this.timeout(60_000);
  const real = readRealSources();
  const small = pickEvenly(
    real.filter(({ text }) => text.length < 12_000),
    120,
  );

  it('is another module than the one that it is compared with', () => {
    assert.notEqual(cut.createSourceFile, whole.createSourceFile);
    assert.ok(real.length > 100, `only ${real.length} real files were found`);
  });

  it('reads intact files as TypeScript does', () => {
    for (const sample of [...real, ...getTrickySources()]) expectSame(sample);
  });

  it('reads files that are being typed as TypeScript does', () => {
    for (const sample of small) for (const state of cutAtPlaces(sample, 4)) expectSame(state);
  });

  it('reads every prefix of tricky code as TypeScript does', () => {
    for (const sample of getTrickySources())
      for (const state of cutAtPlaces(sample, sample.text.length)) expectSame(state);
  });

  it('reads mangled files as TypeScript does', () => {
    for (const sample of small) for (const state of mangle(sample, 4)) expectSame(state);
    for (const sample of getTrickySources()) for (const state of mangle(sample, 100)) expectSame(state);
  });

  it('gives the same comments and tokens', () => {
    const text = '// first\n/* second */ const a = 1; // third\n';
    assert.deepEqual(cut.getLeadingCommentRanges(text, 0), whole.getLeadingCommentRanges(text, 0));
    assert.deepEqual(cut.getTrailingCommentRanges(text, 34), whole.getTrailingCommentRanges(text, 34));
    assert.equal(cut.skipTrivia(text, 0), text.indexOf('const'));
    assert.equal(cut.tokenToString(cut.SyntaxKind.PlusToken), '+');
  });

  it('has the same kinds and flags', () => {
    assert.deepEqual(cut.SyntaxKind, whole.SyntaxKind);
    assert.deepEqual(cut.NodeFlags, whole.NodeFlags);
    assert.deepEqual(cut.ScriptKind, whole.ScriptKind);
    assert.deepEqual(cut.ScriptTarget, whole.ScriptTarget);
    assert.deepEqual(cut.JSDocParsingMode, whole.JSDocParsingMode);
  });
});

/** At most `count` samples, spread over the whole list. */
function pickEvenly(samples: readonly Sample[], count: number): Sample[] {
  const step = Math.max(1, samples.length / count);
  return samples.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function expectSame(sample: Sample): void {
  const expected = parse(whole, sample);
  const actual = parse(cut, sample);
  compare(actual, expected, sample);
  assert.deepEqual(listDiagnostics(actual), listDiagnostics(expected), `diagnostics of ${sample.name}`);
}

function parse(parser: Parser, { name, text }: Sample): whole.SourceFile {
  return parser.createSourceFile(
    name.replace(/^.*\/|,.*$/g, ''),
    text,
    { languageVersion: cut.ScriptTarget.Latest, jsDocParsingMode: cut.JSDocParsingMode.ParseNone },
    true,
  );
}

function compare(actual: whole.Node, expected: whole.Node, sample: Sample): void {
  const found = describeNode(cut, actual);
  const wanted = describeNode(whole, expected);
  if (found !== wanted) assert.equal(found, wanted, sample.name);
  const children = listChildren(cut, actual);
  const wantedChildren = listChildren(whole, expected);
  assert.equal(children.length, wantedChildren.length, `children of ${wanted} in ${sample.name}`);
  for (const [index, child] of children.entries()) {
    if (child.parent !== actual) assert.fail(`${sample.name}: a child of ${found} has another parent`);
    compare(child, wantedChildren[index] as whole.Node, sample);
  }
}

function describeNode(parser: Parser, node: whole.Node): string {
  const text = 'text' in node && node.kind !== cut.SyntaxKind.SourceFile ? JSON.stringify(node.text) : '';
  const start = parser.getTokenPosOfNode(node);
  return `${whole.SyntaxKind[node.kind]} ${node.pos}–${node.end} from ${start}, flags ${node.flags} ${text}`;
}

function listChildren(parser: Parser, node: whole.Node): whole.Node[] {
  const children: whole.Node[] = [];
  parser.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}

function listDiagnostics(file: whole.SourceFile): unknown[] {
  return file.parseDiagnostics.map(({ code, category, start, length, messageText }) => ({
    code,
    category,
    start,
    length,
    messageText,
  }));
}
