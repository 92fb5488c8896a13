import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Analysis,
  analyze,
  createMemory,
  createProject,
  defaultSettings,
  noHost,
  valuesOf,
} from '../../server/src/engine/index.ts';
import { createMemoryHost } from '../project/memory-host.ts';
import { createEditor } from './random-edits.ts';

/** So many edits of each file, by folder. */
const EDITS = { examples: 12, 'test/conformance': 5 };
/** After so many in a row the text is the whole program again, as broken code tells little. */
const ROUND = 4;

const HEAD = `import express from 'express';
import { db } from './db';
const app = express();
app.use(express.json());
`;
const LIST = `app.get('/list', (req, res) => { res.status(200).json({ error: 'No list' }); });
`;
const SHOW = `app.get('/show', (req, res) => { if (!req.query.id) return refuse(res); res.json({ id: 1 }); });
`;
const REFUSE = `function refuse(res) { return res.status(CODE).json({ error: 'No' }); }
`;
const CODE = `const CODE = 400;
`;
const SAVE = `app.post('/save', (req, res, next) => { next(new Error('No')); });
`;
const ANSWER = `app.use((error, req, res, next) => { res.status(503).json({ error: 'No' }); });
`;

/** Changes of one statement that change what others answer, so that nothing of these can be taken over. */
const FAR_EFFECTS: readonly (readonly [effect: string, before: string, after: string, statuses: string])[] = [
  ['the status of a helper', REFUSE, REFUSE.replace('CODE', '409'), '200 200 409 409 503 503'],
  ['a constant behind a helper', CODE, CODE.replace('400', '422'), '200 200 422 422 503 503'],
  ['an error handler', ANSWER, ANSWER.replace('503', '502'), '200 200 400 400 502 502'],
  ['what makes the application', 'express();', 'other();', '200 200 400 400 503'],
];

describe('An analysis that takes over what an earlier version gave', () => {
  for (const [folder, edits] of Object.entries(EDITS))
    it(`gives what one from nothing gives, after hundreds of edits of ${folder}`, function () {
      this.timeout(120_000);
      let compared = 0;
      for (const path of listSources(folder)) {
        const edit = createEditor(path.length * 7919 + compared);
        const whole = readFileSync(path, 'utf8');
        const project = createProject(noHost);
        const memory = createMemory();
        let text = whole;
        for (let round = 1; round <= edits; round++) {
          const again = analyze({ path, text }, defaultSettings, project, memory);
          const fresh = analyze({ path, text }, defaultSettings, createProject(noHost));
          assert.deepStrictEqual(again, fresh, `after edit ${round} of ${path}:\n${text}`);
          compared++;
          text = round % ROUND === 0 ? whole : edit(text);
        }
      }
      assert.ok(compared > 200, `only ${compared} edits were compared`);
    });

  it('gives what one from nothing gives in a project that tells its errors in the body of a 200', function () {
    this.timeout(60_000);
    const path = 'shop/bills.ts';
    const list = (name: string, which: string): string =>
      `app.get('/${name}', (req, res) => { if (!req.query.id) return res.json({ code: 1, error: '${which}' }); res.json({ code: 0, data: [] }); });\n`;
    const whole = HEAD + LIST + list('a', 'No a') + list('b', 'No b') + SHOW + REFUSE + CODE;
    const users = HEAD + ['c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((name) => list(name, `No ${name}`)).join('');
    const host = createMemoryHost({ [path]: whole, 'shop/users.ts': users });
    const project = createProject(host);
    const index = project.index(['shop']);
    while (!index.advance(1000));
    const edit = createEditor(4711);
    const memory = createMemory();
    let text = whole;
    let said = 0;
    for (let round = 1; round <= 150; round++) {
      // The other file changes its mind now and then, and with it the habit of the project.
      if (round % 25 === 0) {
        host.write(
          'shop/users.ts',
          round % 50 === 0 ? users : users.replaceAll('res.json({ code: 1', 'res.status(400).json({ code: 1'),
        );
        index.change('shop/users.ts', false);
        while (!index.advance(1000));
      }
      const again = analyze({ path, text }, defaultSettings, project, memory);
      assert.deepStrictEqual(again, analyze({ path, text }, defaultSettings, project), `after edit ${round}:\n${text}`);
      if (again.findings.some(({ message }) => message.startsWith('This project'))) said++;
      text = round % ROUND === 0 ? whole : edit(text);
    }
    assert.ok(said > 50 && said < 120, `it was said ${said} times`);
  });

  it('takes over what stands before and behind the statement that was changed', () => {
    const text = HEAD + SHOW + LIST + SHOW.replace('/show', '/more');
    const [first, second] = analyzeBoth(text, text.replace('No list', 'There is no list'));
    assert.equal(second.responses.length, 3);
    assert.equal(second.responses[0], first.responses[0]);
    assert.equal(second.responses[2]?.span.start, (first.responses[2]?.span.start ?? 0) + 9);
  });

  for (const [effect, before, after, statuses] of FAR_EFFECTS)
    it(`reads again what rests on ${effect}`, () => {
      const text = HEAD + CODE + REFUSE + LIST + SHOW + SAVE + ANSWER;
      const [first, second] = analyzeBoth(text, text.replace(before, after));
      assert.notDeepEqual(listStatuses(first), listStatuses(second));
      assert.equal(listStatuses(second), statuses);
    });
});

/** Analyses two versions of a file, the second with what the first has left. */
function analyzeBoth(before: string, after: string): readonly [Analysis, Analysis] {
  const project = createProject(noHost);
  const memory = createMemory();
  const read = (text: string): Analysis => analyze({ path: 'src/app.ts', text }, defaultSettings, project, memory);
  return [read(before), read(after)];
}

function listStatuses({ responses }: Analysis): string {
  return responses
    .flatMap(({ status }) => valuesOf(status) ?? [])
    .sort()
    .join(' ');
}

function listSources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : listSources(path);
    return /\.[cm]?[jt]sx?$/.test(entry.name) ? [path] : [];
  });
}
