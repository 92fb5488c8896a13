import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { listSources } from './imports.ts';

const FOLDER = resolve('server/src/engine');

/** The errors that the engine's own compiler settings give for `code`, put beside its other files. */
function compile(code: string): readonly string[] {
  const configured = ts.getParsedCommandLineOfConfigFile(join(FOLDER, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem) => assert.fail(String(problem.messageText)),
  });
  assert.ok(configured);
  const probe = join(FOLDER, 'purity-probe.ts');
  const host = ts.createCompilerHost(configured.options);
  const readSource = host.getSourceFile.bind(host);
  host.getSourceFile = (path, options) =>
    resolve(path) === probe ? ts.createSourceFile(path, code, options) : readSource(path, options);
  host.fileExists = (path) => resolve(path) === probe || ts.sys.fileExists(path);
  const program = ts.createProgram([probe], configured.options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(probe))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('the purity of the engine', () => {
  it('lets plain code compile', () => {
    assert.deepEqual(compile("export const size: number = [...'text'].length;"), []);
  });

  for (const [what, code] of [
    ['files', "import { readFileSync } from 'node:fs'; export const text = readFileSync('x');"],
    ['the process', 'export const folder = process.cwd();'],
    ['timers', 'setTimeout(() => {}, 1); export {};'],
    ['the console', "console.log('x'); export {};"],
    ['the network', "export const answer = fetch('x');"],
    ['the page', 'export const body = document.body;'],
    ['modules at run time', "export const fs = require('fs');"],
  ] as const) {
    it(`keeps out ${what}`, () => {
      assert.notDeepEqual(compile(code), []);
    });
  }

  it('keeps out the clock and chance, which every JavaScript has', () => {
    const impure = /\bnew Date\b|\bDate\.now\b|\bMath\.random\b/;
    assert.deepEqual(
      listSources('server/src/engine').filter((path) => impure.test(readFileSync(path, 'utf8'))),
      [],
    );
  });

  it('remembers nothing by the nodes of a tree, which go over to the next version of a file', () => {
    const byNode =
      /\bnew Weak(?:Map|Set)<(?:Node|SourceFile|Statement|Expression|Identifier|\w+(?:Expression|Declaration|Statement|Clause))\b/;
    assert.match('new WeakMap<FunctionLikeDeclaration, number>()', byNode);
    assert.deepEqual(
      listSources('server/src/engine').filter((path) => byNode.test(readFileSync(path, 'utf8'))),
      [],
    );
  });
});
