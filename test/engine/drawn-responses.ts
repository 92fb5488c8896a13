import assert from 'node:assert/strict';
import {
  analyze,
  createProject,
  defaultSettings,
  noHost,
  type Project,
  type Response,
  valuesOf,
} from '../../server/src/engine/index.ts';
import { draw, readDrawing } from './drawing.ts';

/** A project of a few files beside the one that is read. */
function projectOf(files: Readonly<Record<string, string>>): Project {
  return createProject({ ...noHost, readFile: (path) => files[path], isFile: (path) => path in files });
}

function describeAnswer({ handler, status, implicit, state, via }: Response): string {
  const codes = valuesOf(status)?.join(' or ') ?? 'unknown';
  const route = [handler.method, handler.route].filter((part) => part !== undefined).join(' ');
  return [codes, implicit ? 'implicit' : '', state === 'sent' ? '' : state, `by ${via}`, route && `of ${route}`]
    .filter((part) => part !== '')
    .join(' ');
}

/**
 * Checks that the engine sees exactly the answers that are drawn under the code: `404 by throw of GET /users/:id`.
 * @param files other files of the project by path, such as `package.json`; the code is `src/app.ts` unless `path` says otherwise
 */
export function assertAnswers(text: string, files: Readonly<Record<string, string>> = {}, path = 'src/app.ts'): void {
  const { source, drawn } = readDrawing(text, path);
  const { responses, problems } = analyze(source, defaultSettings, projectOf(files));
  assert.deepEqual(problems, []);
  const remarks = responses.map((response) => ({ span: response.span, text: describeAnswer(response) }));
  assert.equal(draw(source.text, remarks), drawn);
}
