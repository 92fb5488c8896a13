import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import { PortMessageReader, PortMessageWriter } from 'vscode-languageserver-protocol/node';
import type { WorkerStart } from '../../server/src/lsp/protocol.ts';
import { connect } from './harness/client.ts';
import { BODY_RULE, inHandler } from './harness/samples.ts';

/** Runs the script as a web worker would: with `self` and messages, and with nothing of Node in sight. */
const LIKE_A_WEB_WORKER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { readFileSync } = require('node:fs');
  const { runInThisContext } = require('node:vm');
  const script = readFileSync(workerData, 'utf8');
  globalThis.importScripts = (path) => void runInThisContext(readFileSync(path, 'utf8'));
  globalThis.self = globalThis;
  self.postMessage = (message) => parentPort.postMessage(message);
  self.close = () => parentPort.close();
  self.addEventListener = () => undefined;
  parentPort.on('message', (data) => self.onmessage({ data }));
  for (const name of ['process', 'Buffer', 'setImmediate', 'clearImmediate', 'require', 'module', 'exports']) delete globalThis[name];
  runInThisContext(script);
`;

describe('the built server as a web worker', () => {
  it('finds, explains and repairs without Node', async () => {
    const worker = new Worker(LIKE_A_WEB_WORKER, { eval: true, workerData: 'dist/server.browser.js' });
    const start: WorkerStart = { engine: 'dist/engine.js' };
    worker.postMessage(start);
    const client = await connect(new PortMessageReader(worker), new PortMessageWriter(worker));
    const doc = await client.open(
      inHandler('res.status(20|4).json({ deleted: true });'),
      'vscode-vfs://github/o/r/a.ts',
    );
    const codes = (await doc.diagnostics()).map(({ code }) => code);
    assert.deepEqual(codes, [BODY_RULE]);
    assert.ok(await doc.hover());
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const [repair] = await doc.codeActions(whole);
    assert.ok(repair);
    await doc.replaceAll(doc.apply(repair));
    assert.deepEqual(await doc.diagnostics(), []);
    await client.stop();
    await worker.terminate();
  });
});
