import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { IGrammar, Registry } from 'vscode-textmate';
import { createRegistryFromGrammars, type IGrammarConfig } from 'vscode-tmgrammar-test/dist/common/index.js';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index.js';

type FetchEditor = (which: 'newest') => Promise<{ readonly server: string }>;

interface Manifest {
  readonly contributes: { readonly grammars: readonly IGrammarConfig[] };
}

const CASES = 'test/grammar/cases';
/** VS Code's own extensions whose grammars ours are injected into, or include. */
const BUILT_IN = ['typescript-basics', 'javascript', 'json', 'markdown-basics', 'html'];

/** The grammars that an extension's manifest contributes. */
function readGrammars(folder: string): readonly IGrammarConfig[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return manifest.contributes.grammars.map((grammar) => ({ ...grammar, path: join(folder, grammar.path) }));
}

interface ReadGrammar {
  readonly grammar: IGrammarConfig;
  readonly content: string;
}

/** Empty grammars in place of those that others include and nobody has, such as the fifty languages of Markdown. */
function standIn(grammars: readonly ReadGrammar[]): readonly ReadGrammar[] {
  const known = new Set(grammars.map(({ grammar }) => grammar.scopeName));
  const included = grammars.flatMap(({ content }) => [...content.matchAll(/"include": ?"((?:source|text)\.[^"#]+)/g)]);
  const missing = [...new Set(included.map(([, scopeName = '']) => scopeName))].filter((name) => !known.has(name));
  return missing.map((scopeName) => ({
    grammar: { path: `${scopeName}.json`, scopeName },
    content: JSON.stringify({ scopeName, patterns: [] }),
  }));
}

describe('the grammars, on those of the newest VS Code', () => {
  let registry: Registry;

  before(async function () {
    this.timeout(600_000);
    const script: { fetchEditor: FetchEditor } = await import(pathToFileURL(resolve('scripts/editor/fetch.mjs')).href);
    const { server } = await script.fetchEditor('newest');
    const extensions = resolve(dirname(server), '../extensions');
    const builtIn = BUILT_IN.flatMap((name) => readGrammars(join(extensions, name)));
    const grammars = [...builtIn, ...readGrammars('.')].map((grammar) => ({
      grammar,
      content: readFileSync(grammar.path, 'utf8'),
    }));
    registry = createRegistryFromGrammars([...grammars, ...standIn(grammars)]);
  });

  for (const name of readdirSync(CASES)) {
    const testCase = parseGrammarTestCase(readFileSync(`${CASES}/${name}`, 'utf8'));
    const { scope, description } = testCase.metadata;

    it(`scope ${description}, as drawn in ${name}`, async () => {
      const failures = await runGrammarTestCase(registry, testCase);
      assert.deepEqual(
        failures.map(({ srcLine, missing, unexpected, actual }) => ({
          line: testCase.source[srcLine],
          missing,
          unexpected,
          actual,
        })),
        [],
      );
    });

    it(`scope no status in ${name} that is not drawn`, async () => {
      const grammar = await registry.loadGrammar(scope);
      assert.ok(grammar);
      let state: Parameters<IGrammar['tokenizeLine']>[1] = null;
      for (const [number, line] of testCase.source.entries()) {
        const { tokens, ruleStack }: ReturnType<IGrammar['tokenizeLine']> = grammar.tokenizeLine(line, state);
        state = ruleStack;
        const drawn = testCase.assertions.find(({ sourceLineNumber }) => sourceLineNumber === number);
        const statuses = tokens.filter(({ scopes }) => scopes.some((one) => one.includes('http-status')));
        for (const { startIndex, endIndex } of statuses) {
          const isDrawn = drawn?.scopeAssertions.some(
            ({ from, to, scopes }) =>
              from === startIndex && to === endIndex && scopes.some((one) => one.includes('http-status')),
          );
          assert.ok(isDrawn, `${line.slice(startIndex, endIndex)} in ${line}`);
        }
      }
    });
  }
});
