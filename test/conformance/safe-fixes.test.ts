import assert from 'node:assert/strict';
import {
  analyze,
  applyEdits,
  createProject,
  defaultSettings,
  getSafeEdits,
  noHost,
} from '../../server/src/engine/index.ts';
import { type Asked, type RepairedServer, run, servers } from './safe-fix-servers.ts';

/** Makes every safe repair, as part of a project that depends on the framework. */
function repair({ path, code, dependencies, written }: RepairedServer): string {
  const manifest = JSON.stringify({ dependencies });
  const readFile = (name: string): string | undefined => (name.endsWith('package.json') ? manifest : undefined);
  const project = createProject({ ...noHost, readFile });
  const analysis = analyze({ path, text: code }, defaultSettings, project);
  const repaired = applyEdits(code, getSafeEdits(analysis));
  const left = analyze({ path, text: repaired }, defaultSettings, project);
  assert.deepEqual(getSafeEdits(left), []);
  assert.notEqual(repaired, code);
  for (const call of written) assert.ok(repaired.includes(call), repaired);
  return repaired;
}

interface Answer {
  readonly asked: string;
  readonly status: number;
  readonly body: string;
  readonly fields: readonly (string | null)[];
}

/** What a real server with these handlers answers to each request. */
async function ask(server: RepairedServer, code: string): Promise<readonly Answer[]> {
  const exported = run(server, code, server.name === 'Express 4' ? { express: 'express4' } : {});
  const { port, close } = await server.listen(exported);
  const answers: Answer[] = [];
  for (const [asked] of server.asked) {
    const [method = '', path = ''] = asked.split(' ');
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, redirect: 'manual' });
    const fields = ['content-type', 'content-length', 'location'].map((name) => response.headers.get(name));
    answers.push({ asked, status: response.status, body: await response.text(), fields });
  }
  await close();
  return answers;
}

describe('the safe fixes', () => {
  for (const server of servers)
    it(`leave the answers of ${server.name} to correct requests as they were`, async () => {
      const [before, after] = [await ask(server, server.code), await ask(server, repair(server))];
      const isCorrect = (_: unknown, index: number): boolean => server.asked[index]?.[1] === 'correct';
      assert.deepEqual(after.filter(isCorrect), before.filter(isCorrect));
      const others = server.asked.flatMap(([asked, what], index): readonly Asked[] =>
        what === 'correct' ? [] : [[asked, [before[index]?.status ?? 0, after[index]?.status ?? 0]]],
      );
      assert.deepEqual(
        others,
        server.asked.filter(([, what]) => what !== 'correct'),
      );
    });
});
