import assert from 'node:assert/strict';
import { createDiskHost } from '../../server/src/disk-host.ts';
import { isWorthParsing } from '../../server/src/engine/analyze.ts';
import type { SourceText } from '../../server/src/engine/index.ts';
import { createProject } from '../../server/src/engine/project/project.ts';
import { readFile } from '../../server/src/engine/read-file.ts';
import { frameworks } from '../../server/src/engine/registry.generated.ts';
import { defaultSettings } from '../../server/src/engine/settings.ts';
import { parse } from '../../server/src/engine/syntax/parse.ts';
import { isImportDeclaration, isVariableStatement } from '../../server/src/engine/syntax/parser.ts';
import { examples } from '../rule-examples.generated.ts';
import { listFiles } from '../source-files.ts';
import { readDrawing } from './drawing.ts';

const project = createProject(createDiskHost(process.cwd(), false));

/** Each statement of a file by itself, behind its imports: nothing else of the file passes the test in its stead. */
function* cut({ path, text }: SourceText): Generator<SourceText> {
  const { statements } = parse({ path, text });
  const textOf = ({ pos, end }: { readonly pos: number; readonly end: number }): string => text.slice(pos, end);
  const isImport = (one: (typeof statements)[number]): boolean =>
    isImportDeclaration(one) || (isVariableStatement(one) && /\brequire\(/.test(textOf(one)));
  const imports = statements.filter(isImport).map(textOf).join('');
  for (const statement of statements)
    if (!isImport(statement)) yield { path, text: `${imports}\n${textOf(statement)}\n` };
}

/** What would be told of a file that does not pass. */
function findLost(source: SourceText): readonly string[] {
  if (isWorthParsing(source)) return [];
  const { flows, findings } = readFile(project.open(source), defaultSettings, 'alone', false);
  const lost = [
    ...flows.map(({ handler }) => `a handler of ${handler.framework}`),
    ...findings.map(({ rule }) => rule),
  ];
  return lost.map((what) => `${source.path}: ${what} in\n${source.text}`);
}

describe('the cheap test of a text', () => {
  const samples = [...listFiles('test/conformance'), ...listFiles('examples')];

  for (const { id } of frameworks)
    it(`passes files of ${id}, of which there are some`, () => {
      const claims = ({ path, text }: SourceText): boolean =>
        readFile(project.open({ path, text }), defaultSettings, 'alone', false).flows.some(
          ({ handler }) => handler.framework === id,
        );
      const first = samples.filter(({ path }) => path.includes(`/${id}/`));
      const one = [...first, ...samples].find(claims);
      assert.ok(one, 'No file of the conformance tests has a handler of this framework');
      assert.ok(isWorthParsing(one));
    });

  it('passes each statement of the files that run on the frameworks in which a handler is found', () => {
    assert.deepEqual(
      samples.flatMap((source) => [...cut(source)].flatMap(findLost)),
      [],
    );
  });

  it('passes every example of a rule', () => {
    const texts = examples.flatMap(({ bad, good }) => [
      ...bad.map(({ code }) => readDrawing(code).source.text),
      ...good.map(({ code }) => code),
    ]);
    assert.deepEqual(
      texts.flatMap((text) => [...cut({ path: 'src/app.ts', text })].flatMap(findLost)),
      [],
    );
  });

  for (const [what, path, text] of [
    [
      'a function of a cloud that answers through a helper',
      'src/show.ts',
      "import { missing } from './answers';\nexport const handler = async (event) => missing();\n",
    ],
    [
      'a route of which only the path and the name tell',
      'src/routes/users/+page.server.ts',
      'export const load = () => ({ users: [] });\n',
    ],
    [
      'what is registered on an import under a path',
      'src/users.ts',
      "import { router } from './router';\nrouter.get('/', () => 'hello');\n",
    ],
  ] as const)
    it(`passes ${what}`, () => assert.ok(isWorthParsing({ path, text })));

  for (const [what, text] of [
    ['data', "export const colours = ['red', 'green'];\n"],
    [
      'a component',
      "import { Button } from './ui';\nexport const Close = () => <Button onClick={close}>Close</Button>;\n",
    ],
    ['types', 'export interface User { readonly id: string; readonly name: string }\n'],
  ] as const)
    it(`spares ${what} a parse`, () => assert.ok(!isWorthParsing({ path: 'src/one.tsx', text })));
});
