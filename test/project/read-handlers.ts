import assert from 'node:assert/strict';
import { analyze, createProject, defaultSettings, valuesOf } from '../../server/src/engine/index.ts';
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

/** What the handlers of one file answer, once the workspace was read: a line for each, in the order of the text. */
export function readHandlers(files: Readonly<Record<string, string>>, path = '/shop/src/orders.ts'): readonly string[] {
  const host = createMemoryHost({ '/shop/src/errors.ts': ERRORS, ...files });
  const project = createProject(host);
  while (!project.index(['/shop']).advance(1000));
  const { responses, problems } = analyze({ path, text: files[path] ?? '' }, defaultSettings, project);
  assert.deepEqual(problems, []);
  return responses.map(({ handler, status, via, decidedHere }) =>
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
}
