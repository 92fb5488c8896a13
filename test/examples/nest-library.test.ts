import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The library as its README starts it, on a free loopback port: its decorators are those of its own tsconfig.json. */
class RunningLibrary {
  private readonly child: ChildProcess;
  private readonly url: string;
  private constructor(child: ChildProcess, url: string) {
    this.child = child;
    this.url = url;
  }

  static async start(): Promise<RunningLibrary> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'examples/nest/src/main.ts'], {
      env: { ...process.env, PORT: '0', TSX_TSCONFIG_PATH: 'examples/nest/tsconfig.json' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await Promise.race([
      once(createInterface({ input: child.stdout }), 'line'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`The library ended with ${code}`))),
    ])) as [string];
    return new RunningLibrary(child, /http:\S+/.exec(line)?.[0] ?? '');
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
  }

  /** The status of one request, such as `GET /books`. */
  async statusOf(line: string, body?: object): Promise<number> {
    const [method = 'GET', path = '/'] = line.split(' ');
    const headers = { Connection: 'close', 'Content-Type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return (await fetch(`${this.url}${path}`, { method, headers, ...sent })).status;
  }
}

describe('the library of examples/nest', () => {
  let library: RunningLibrary;
  before(async () => {
    library = await RunningLibrary.start();
  });
  after(() => library.stop());

  it('answers as it should', async () => {
    assert.equal(await library.statusOf('GET /books'), 200);
    assert.equal(await library.statusOf('GET /books/none'), 404);
    assert.equal(await library.statusOf('GET /books/none/title'), 404);
    assert.equal(await library.statusOf('POST /books', { isbn: '2', title: 'Emma' }), 201);
    assert.equal(await library.statusOf('POST /books', { isbn: '2', title: 'Emma' }), 409);
    assert.equal(await library.statusOf('DELETE /books/2'), 204);
    assert.equal(await library.statusOf('DELETE /books/2'), 404);
    assert.equal(await library.statusOf('GET /loans'), 401);
    assert.equal(await library.statusOf('POST /loans/0'), 502);
    assert.equal(await library.statusOf('POST /loans/1/reminders'), 202);
  });

  it('makes its mistakes under /legacy', async () => {
    assert.equal(await library.statusOf('GET /legacy/books'), 201);
    assert.equal(await library.statusOf('GET /legacy/books/none'), 200);
    assert.equal(await library.statusOf('GET /legacy/books/none/title'), 200);
    assert.equal(await library.statusOf('GET /legacy/books/none/copies'), 400);
    assert.equal(await library.statusOf('POST /legacy/books', { isbn: '1', title: 'Emma' }), 400);
    assert.equal(await library.statusOf('GET /legacy/loans'), 403);
    assert.equal(await library.statusOf('POST /legacy/loans/0'), 500);
    assert.equal(await library.statusOf('POST /legacy/loans/1/reminders'), 200);
  });
});
