import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { FrameworkAdapter, Overload, ResponseMethod } from '../../server/src/engine/adapter.ts';
import { frameworks } from '../../server/src/engine/registry.generated.ts';
import { platforms } from './platforms.ts';

/** The handlers of all platforms that an adapter knows, with what they share. */
function readHandlers({ id }: FrameworkAdapter): string {
  const folders = new Set(platforms.filter(({ adapter }) => adapter === id).map(({ folder }) => folder));
  const files = [...folders].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.[jt]s$/.test(path))
      .map((path) => readFileSync(`${folder}/${path}`, 'utf8')),
  );
  return files.join('\n');
}

/** What an adapter declares to answer, by the name under which a handler calls it, and what it says of having been run. */
function listDeclared({
  methods,
  made = {},
  functions = {},
}: FrameworkAdapter): readonly (readonly [string, string | undefined])[] {
  return Object.entries({ ...methods, ...made, ...functions }).flatMap(([key, declared]) => {
    const method = read(declared);
    return method.role === 'header' || method.role === 'stream'
      ? []
      : [[key.replace(/^.*#/, ''), method.notRun] as const];
  });
}

function read(declared: ResponseMethod | Overload): ResponseMethod {
  return typeof declared === 'function' ? declared([]) : declared;
}

describe('what adapters declare', () => {
  for (const adapter of frameworks) {
    describe(`of ${adapter.name}`, () => {
      const handlers = readHandlers(adapter);

      it('is run by the tests, or told not to have been', () => {
        assert.ok(handlers !== '' || adapter.notRun !== undefined);
      });

      it('is called by a handler that runs, or told not to have been', () => {
        const isCalled = (name: string): boolean =>
          new RegExp(`\\b${name.replace('.', '\\.')}(?:<[^>]*>)?\\(`).test(handlers);
        const unrun = listDeclared(adapter).filter(([name, notRun]) => !isCalled(name) && notRun === undefined);
        assert.deepEqual(adapter.notRun === undefined ? unrun.map(([name]) => name) : [], []);
      });
    });
  }
});
