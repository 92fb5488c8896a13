import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createDiskHost } from '../../server/src/disk-host.ts';
import { analyze, createProject, defaultSettings, type Finding } from '../../server/src/engine/index.ts';

/** A finding with all that is shown of it, its fixes too. */
function describeFinding(path: string, { rule, severity, span, message, fixes }: Finding): string {
  return `${path} ${rule} ${severity} ${span.start}-${span.end} ${message} ${JSON.stringify(fixes)}`;
}

function listSources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.[mc]?[jt]sx?$/.test(path));
}

/** What is told of all files of a folder before any was read for the others, and afterwards. */
function readFolder(folder: string): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const project = createProject(createDiskHost(folder, false));
  const index = project.index(['.']);
  const sources = listSources(folder).map((path) => ({ path, text: readFileSync(`${folder}/${path}`, 'utf8') }));
  const readAll = (): readonly string[] =>
    sources.flatMap((source) =>
      analyze(source, defaultSettings, project).findings.map((one) => describeFinding(source.path, one)),
    );
  const before = readAll();
  while (!index.advance(10_000));
  return { before, after: readAll() };
}

describe('what is told before the workspace was read', () => {
  const read = [
    ...readdirSync('examples').map((name) => `examples/${name}`),
    ...['handlers', 'hono', 'koa', 'fastify', 'nest', 'nest-global'].map((name) => `test/conformance/${name}`),
  ].map((folder) => ({ folder, ...readFolder(folder) }));

  for (const { folder, before, after } of read)
    it(`is told afterwards as well, in the same words, in ${folder}`, () => {
      assert.deepEqual(
        before.filter((one) => !after.includes(one)),
        [],
      );
    });

  it('is some of it, and not all', () => {
    const count = (lists: readonly (readonly string[])[]): number => lists.flat().length;
    assert.ok(count(read.map(({ before }) => before)) > 50);
    assert.ok(count(read.map(({ after }) => after)) > count(read.map(({ before }) => before)));
  });
});
