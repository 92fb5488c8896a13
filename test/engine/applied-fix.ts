import assert from 'node:assert/strict';
import {
  type Analysis,
  analyze,
  createProject,
  defaultSettings,
  type Finding,
  noHost,
  type Project,
  type TextEdit,
} from '../../server/src/engine/index.ts';

/** A project of a few files, by path. */
export function projectOf(files: Readonly<Record<string, string>>): Project {
  return createProject({
    ...noHost,
    readFile: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
    isFile: (path) => Object.hasOwn(files, path),
  });
}

/** The file `path` of a project, read as part of it. */
export function analyzeIn(files: Readonly<Record<string, string>>, path = 'src/app.ts'): Analysis {
  const analysis = analyze({ path, text: files[path] ?? '' }, defaultSettings, projectOf(files));
  assert.deepEqual(analysis.problems, []);
  return analysis;
}

/** The text with the edits in it. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, text: insert }) => all.slice(0, span.start) + insert + all.slice(span.end), text);
}

/** What the first fix of the first finding of a rule makes of a file; undefined if it has none. */
export function repair(
  files: Readonly<Record<string, string>>,
  rule: string,
  path = 'src/app.ts',
  which: (title: string) => boolean = () => true,
): string | undefined {
  const { source, findings } = analyzeIn(files, path);
  const finding: Finding | undefined = findings.find((one) => one.rule === rule);
  assert.ok(finding, `${rule} finds nothing in\n${source.text}`);
  const fix = finding.fixes.find(({ title }) => which(title));
  return fix && applyEdits(source.text, fix.edits);
}
