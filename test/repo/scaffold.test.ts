import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

type Scaffold = (id: string) => ReadonlyMap<string, string>;

/** What the compiler says about files that are not written to the disk. */
function checkTypes(files: ReadonlyMap<string, string>): readonly string[] {
  const { config } = ts.readConfigFile('server/src/engine/tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('server/src/engine'));
  const texts = new Map([...files].map(([path, text]) => [resolve(path).replaceAll('\\', '/'), text]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.getSourceFile = (path, target) => {
    const text = texts.get(path);
    return text === undefined ? getSourceFile(path, target) : ts.createSourceFile(path, text, target);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  });
}

describe('a new part', () => {
  for (const [script, name] of [
    ['scripts/new-rule.mjs', 'scaffoldRule'],
    ['scripts/new-framework.mjs', 'scaffoldFramework'],
  ] as const) {
    it(`of ${script} has the right types before anything is filled in`, async () => {
      const module: Record<string, Scaffold> = await import(pathToFileURL(resolve(script)).href);
      const files = module[name]?.('quite-new');
      assert.ok(files);
      assert.deepEqual(checkTypes(files), []);
    });
  }
});
