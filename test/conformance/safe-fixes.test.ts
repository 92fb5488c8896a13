import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { compileFunction } from 'node:vm';
import {
  analyze,
  applyEdits,
  createProject,
  defaultSettings,
  getSafeEdits,
  noHost,
} from '../../server/src/engine/index.ts';

const fromHere = createRequire(import.meta.url);

/** Handlers with every mistake that has a safe fix, beside what they answer to correct requests. */
const HANDLERS = `
const express = require('express');
const app = express();
app.get('/items/:id', (req, res) => {
  if (req.params.id === '0') return res.send(404);
  if (req.params.id === '9') return res.json({ error: 'Gone' }, 410);
  res.json({ id: req.params.id });
});
app.delete('/items/:id', (req, res) => {
  if (req.params.id === '0') return res.sendStatus(404);
  res.status(204).json({ deleted: true });
});
app.put('/items/:id', (req, res) => { res.status(204).send('done'); });
app.get('/cached', (req, res) => { res.set('ETag', '"1"').status(304).json({ same: true }); });
app.get('/old', (req, res) => {
  if (req.query.now) return res.redirect(307, '/items/1');
  res.redirect('/items/1', 301);
});
module.exports = app;
`;

const REQUESTS: readonly { readonly method: string; readonly path: string; readonly correct: boolean }[] = [
  { method: 'GET', path: '/items/1', correct: true },
  { method: 'GET', path: '/items/0', correct: false },
  { method: 'GET', path: '/items/9', correct: false },
  { method: 'DELETE', path: '/items/1', correct: true },
  { method: 'DELETE', path: '/items/0', correct: true },
  { method: 'PUT', path: '/items/1', correct: true },
  { method: 'GET', path: '/cached', correct: true },
  { method: 'GET', path: '/old?now=1', correct: true },
  { method: 'GET', path: '/old', correct: false },
];

/** Makes every safe repair, as part of a project that depends on a version of Express. */
function repair(major: number): string {
  const manifest = JSON.stringify({ dependencies: { express: `^${major}.0.0` } });
  const readFile = (path: string): string | undefined => (path.endsWith('package.json') ? manifest : undefined);
  const project = createProject({ ...noHost, readFile });
  const analysis = analyze({ path: 'src/app.js', text: HANDLERS }, defaultSettings, project);
  const repaired = applyEdits(HANDLERS, getSafeEdits(analysis));
  const left = analyze({ path: 'src/app.js', text: repaired }, defaultSettings, project);
  assert.deepEqual(getSafeEdits(left), []);
  return repaired;
}

/** What a real server with these handlers answers to each request. */
async function ask(code: string, framework: string): Promise<readonly unknown[]> {
  const module = { exports: {} };
  const require = (name: string): unknown => fromHere(name === 'express' ? framework : name);
  compileFunction(code, ['module', 'require'])(module, require);
  const server = createServer(module.exports as RequestListener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const answers = [];
  for (const { method, path } of REQUESTS) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, redirect: 'manual' });
    const fields = ['content-type', 'content-length', 'location'].map((name) => response.headers.get(name));
    answers.push({ method, path, status: response.status, body: await response.text(), fields });
  }
  server.closeAllConnections();
  server.close();
  return answers;
}

describe('the safe fixes', () => {
  it('leave every answer of Express 4 as it was', async () => {
    const repaired = repair(4);
    for (const call of ['sendStatus(404)', 'status(410).json(', 'redirect(301, ', '.status(304).end()'])
      assert.ok(repaired.includes(call), repaired);
    assert.deepEqual(await ask(repaired, 'express4'), await ask(HANDLERS, 'express4'));
  });

  it('leave the answers of Express 5 to correct requests as they were, and mend the others', async () => {
    const isCorrect = (_answer: unknown, index: number): boolean => REQUESTS[index]?.correct === true;
    const [before, after] = [await ask(HANDLERS, 'express'), await ask(repair(5), 'express')];
    assert.deepEqual(after.filter(isCorrect), before.filter(isCorrect));
    const isWrong = (answer: unknown, index: number): boolean => !isCorrect(answer, index);
    const statuses = (answers: readonly unknown[]) =>
      answers.filter(isWrong).map((one) => (one as { status: number }).status);
    assert.deepEqual(statuses(before), [200, 200, 500]);
    assert.deepEqual(statuses(after), [404, 410, 301]);
  });
});
