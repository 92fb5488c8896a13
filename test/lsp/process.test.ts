import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import {
  ExitNotification,
  IPCMessageReader,
  IPCMessageWriter,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { connect } from './harness/client.ts';
import { BODY_RULE, BODY_WITH_204, inHandler } from './harness/samples.ts';

type Server = ChildProcessByStdio<Writable, Readable, null>;

function spawnServer(...args: readonly string[]): Server {
  return spawn(process.execPath, ['dist/server.js', ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
}

const connectTo = ({ stdout, stdin }: Server) =>
  connect(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));

describe('the built server as a process', () => {
  for (const args of [['--stdio'], []]) {
    it(`serves stdin and stdout with the arguments [${args}], and ends with 0 after shutdown and exit`, async () => {
      const server = spawnServer(...args);
      const client = await connectTo(server);
      const doc = await client.open(inHandler('res.status(20|4).json({ deleted: true });'));
      assert.deepEqual(
        (await doc.diagnostics()).map(({ code }) => code),
        [BODY_RULE],
      );
      assert.ok(await doc.hover());
      await client.connection.sendRequest(ShutdownRequest.type);
      const exit = once(server, 'exit');
      await client.connection.sendNotification(ExitNotification.type);
      assert.deepEqual(await exit, [0, null]);
    });
  }

  it('ends when the editor goes away without a word', async () => {
    const server = spawnServer('--stdio');
    await connectTo(server);
    const exit = once(server, 'exit');
    server.stdin.end();
    assert.deepEqual(await exit, [1, null]);
  });

  it('serves the channel between Node processes, as VS Code starts it', async () => {
    const server = spawn(process.execPath, ['dist/server.js', '--node-ipc'], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const client = await connect(new IPCMessageReader(server), new IPCMessageWriter(server));
    assert.equal((await (await client.open(BODY_WITH_204)).diagnostics()).length, 1);
    const exit = once(server, 'exit');
    await client.stop();
    server.disconnect();
    server.kill();
    await exit;
  });

  it('is replaced after a crash, and no result of the old one is taken for unchanged', async () => {
    const first = spawnServer('--stdio');
    const { resultId } = await (await (await connectTo(first)).open(BODY_WITH_204)).pull();
    const exit = once(first, 'exit');
    first.kill('SIGKILL');
    await exit;

    const second = spawnServer('--stdio');
    const client = await connectTo(second);
    const report = await (await client.open(BODY_WITH_204)).pull(resultId);
    assert.equal(report.kind === 'full' && report.items.length, 1);
    second.stdin.end();
    await once(second, 'exit');
  });
});
