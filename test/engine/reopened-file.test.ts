import assert from 'node:assert/strict';
import { analyze, createProject, defaultSettings, noHost } from '../../server/src/engine/index.ts';

const TEXT = `import express from 'express';
import { fail } from './fail';
const app = express();
app.get('/', (req, res) => fail(res));
`;

describe('The file of the last analysis', () => {
  it('is not parsed again for who asks about it, until a file that it rests on changes', () => {
    const files = new Map([['src/fail.ts', 'export const fail = (res) => res.status(404).end();']]);
    const project = createProject({
      ...noHost,
      readFile: (path) => files.get(path),
      isFile: (path) => files.has(path),
    });
    const { source } = analyze({ path: 'src/app.ts', text: TEXT }, defaultSettings, project);
    const file = project.reopen(source);
    assert.equal(project.reopen(source), file);
    files.set('src/fail.ts', 'export const fail = (res) => res.status(409).end();');
    assert.notEqual(project.reopen(source), file);
  });

  it('is forgotten for the next one, as a tree takes much memory', () => {
    const project = createProject(noHost);
    const { source } = analyze({ path: 'src/app.ts', text: TEXT }, defaultSettings, project);
    const file = project.reopen(source);
    analyze({ path: 'src/other.ts', text: TEXT }, defaultSettings, project);
    assert.notEqual(project.reopen(source), file);
  });
});
