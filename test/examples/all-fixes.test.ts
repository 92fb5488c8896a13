import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createDiskHost } from '../../server/src/disk-host.ts';
import {
  createProject,
  defaultSettings,
  describeRule,
  noHost,
  type Project,
  type Settings,
} from '../../server/src/engine/index.ts';
import { readDrawing } from '../engine/drawing.ts';
import { examples } from '../rule-examples.generated.ts';
import { type CheckedFix, checkFixes } from './check-fixes.ts';

/** The fixes that are wrong, and those after which a finding is seen that was hidden: nobody asked for either. */
function listProblems(checked: readonly CheckedFix[]): readonly string[] {
  return checked.flatMap(({ path, line, rule, title, problem, revealed }) => {
    const told = problem ?? (revealed === undefined ? undefined : `reveals ${revealed}`);
    return told === undefined ? [] : [`${path}:${line} ${rule}, "${title}": ${told}`];
  });
}

/** The project of an example: a comment such as `// Runs with express@5` stands for its package.json. */
function projectOf(code: string): Project {
  const [, name = '', version = ''] = /^\/\/ Runs with (.+)@([\d.]+)$/m.exec(code) ?? [];
  const manifest = JSON.stringify({ dependencies: { [name]: version } });
  return createProject({ ...noHost, readFile: (path) => (path.endsWith('package.json') ? manifest : undefined) });
}

/** The default settings, and the rule switched on if it is off until somebody wants it. */
function withRule(id: string): Settings {
  return describeRule(id)?.severity === 'off' ? { ...defaultSettings, rules: { [id]: 'hint' } } : defaultSettings;
}

describe('every fix takes its finding away, brings no other and leaves code that parses', () => {
  for (const { id, bad } of examples)
    it(`in the examples of ${id}`, () => {
      const checked = bad.flatMap(({ code }) => {
        const { source } = readDrawing(code);
        return checkFixes(source, projectOf(code), withRule(id));
      });
      assert.deepEqual(listProblems(checked), []);
      if (bad.some(({ fixed }) => fixed !== undefined)) assert.ok(checked.length > 0);
    });

  it('in the servers of examples/', () => {
    const paths = readdirSync('examples', { recursive: true, encoding: 'utf8' })
      .map((path) => `examples/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.[mc]?[jt]sx?$/.test(path) && !path.includes('node_modules'));
    const project = createProject(createDiskHost(process.cwd(), false));
    const checked = paths.flatMap((path) => checkFixes({ path, text: readFileSync(path, 'utf8') }, project));
    assert.deepEqual(listProblems(checked), []);
    assert.ok(checked.length > 20);
  });
});
