import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  DocumentDiagnosticRequest,
  HoverRequest,
  ResponseError,
} from 'vscode-languageserver-protocol';
import { guard } from '../../server/src/lsp/guard.ts';
import { startInProcess } from './harness/client.ts';
import { createManualRuntime } from './harness/manual-runtime.ts';
import { BODY_WITH_204, inHandler } from './harness/samples.ts';

const uri = 'file:///project/app.ts';
const params = { textDocument: { uri }, position: { line: 0, character: 0 } };

/** The error with which a request was refused. */
async function getRefusal(request: Promise<unknown>): Promise<ResponseError<unknown>> {
  const outcome: unknown = await request.then(
    (answer) => answer,
    (error: unknown) => error,
  );
  assert.ok(outcome instanceof ResponseError, `an error was expected, not ${JSON.stringify(outcome)}`);
  return outcome;
}

/** Settings that the client tells when the test says so. */
function createHeldSettings() {
  const held: { release: (settings: unknown) => void } = { release: () => undefined };
  const told = new Promise((resolve) => {
    held.release = resolve;
  });
  return { settings: () => told, release: () => held.release({}) };
}

describe('requests that nobody waits for', () => {
  it('are answered as cancelled, and the next one as usual', async () => {
    const client = await startInProcess();
    const doc = await client.open(inHandler('res.sendStatus(4|04);'));
    const cancelling = new CancellationTokenSource();
    const request = client.connection.sendRequest(HoverRequest.type, params, cancelling.token);
    cancelling.cancel();
    assert.equal((await getRefusal(request)).code, -32800);
    assert.ok(await doc.hover());
    await client.stop();
  });

  it('are dropped when their document changes while they wait', async () => {
    const { settings, release } = createHeldSettings();
    const client = await startInProcess({ settings });
    const doc = await client.open(BODY_WITH_204);
    const hover = getRefusal(client.connection.sendRequest(HoverRequest.type, params));
    const pull = getRefusal(client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } }));
    await doc.change('204', '200');
    release();
    assert.equal((await hover).code, -32801);
    assert.equal((await pull).code, -32802);
    assert.deepEqual((await pull).data, { retriggerRequest: true });
    assert.deepEqual(await doc.diagnostics(), []);
    await client.stop();
  });
});

describe('guard', () => {
  const silentLog = { error: assert.fail, warn: assert.fail, info: assert.fail };
  const { token } = new CancellationTokenSource();

  it('logs a failure and answers with the fallback', async () => {
    const logged: string[] = [];
    const context = {
      runtime: createManualRuntime(),
      log: { ...silentLog, error: (message: string) => logged.push(message) },
      findVersion: () => 1,
    };
    const handler = guard(context, {
      name: 'Hover',
      fallback: 'nothing',
      stale: () => new ResponseError(1, 'stale'),
      answer: () => {
        throw new Error('a bug');
      },
    });
    assert.equal(await handler(params, token), 'nothing');
    assert.equal(logged.length, 1);
    assert.match(logged[0] ?? '', /^Hover failed for file:\/\/\/project\/app\.ts: Error: a bug/);
  });

  it('does no work for a request that is cancelled before its turn', async () => {
    const cancelling = new CancellationTokenSource();
    const context = { runtime: createManualRuntime(), log: silentLog, findVersion: () => 1 };
    const handler = guard(context, {
      name: 'Hover',
      fallback: 'nothing',
      stale: () => new ResponseError(1, 'stale'),
      answer: () => assert.fail('the work was done'),
    });
    const answer = handler(params, cancelling.token);
    cancelling.cancel();
    const outcome = await answer;
    assert.ok(outcome instanceof ResponseError);
    assert.equal(outcome.code, -32800);
  });
});
