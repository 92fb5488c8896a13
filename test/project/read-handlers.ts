import assert from 'node:assert/strict';
import {
  analyze,
  createProject,
  defaultSettings,
  type ProjectHost,
  type SourceText,
  valuesOf,
} from '../../server/src/engine/index.ts';
import { createMemoryHost } from './memory-host.ts';

/** Errors that carry their status in a field which only the project's own code can know. */
const ERRORS = `
export class AppError extends Error {
  constructor(public code: number, message: string) { super(message); }
}
export class Missing extends AppError {
  constructor() { super(404, 'missing'); }
}
`;

/**
 * What the handlers of one file answer, once the workspace was read: a line for each, in the order of the text. What an
 * earlier session has left makes no difference.
 */
export function readHandlers(files: Readonly<Record<string, string>>, path = '/shop/src/orders.ts'): readonly string[] {
  const host = createMemoryHost({ '/shop/src/errors.ts': ERRORS, ...files });
  const source = { path, text: files[path] ?? '' };
  const { lines, saved } = readOnce(host, source);
  assert.deepEqual(readOnce(host, source, saved).lines, lines, 'as kept by an earlier session');
  return lines;
}

function readOnce(
  host: ProjectHost,
  source: SourceText,
  earlier?: string,
): { lines: readonly string[]; saved: string } {
  const project = createProject(host);
  const index = project.index(['/shop'], { saved: earlier });
  while (!index.advance(1000));
  const { responses, problems } = analyze(source, defaultSettings, project);
  assert.deepEqual(problems, []);
  const lines = responses.map(({ handler, status, via, decidedHere }) =>
    [
      handler.method ?? 'any method',
      handler.route ?? 'unknown route',
      valuesOf(status)?.join(' or ') ?? 'unknown',
      via,
      decidedHere ? '' : 'decided elsewhere',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
  return { lines, saved: index.save() };
}
