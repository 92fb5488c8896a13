import assert from 'node:assert/strict';
import { startInProcess, type TestClient } from './harness/client.ts';
import { inHandler } from './harness/samples.ts';

const SHARED = 'file:///project/lib/an%20answer.ts';

describe('going to the definition of a status', () => {
  let client: TestClient;

  beforeEach(async () => {
    client = await startInProcess();
  });
  afterEach(() => client.stop());

  /** What is written where the status at the `|` leads, with its file. */
  async function follow(marked: string): Promise<readonly string[]> {
    const shared = await client.openPlain(
      'export class AppError extends Error { constructor(text, status) { super(text); this.status = status; } }\nexport function sendError(res, status) { res.status(status).end(); }\n',
      SHARED,
    );
    const found = await (await client.open(marked)).definition();
    return found.map(
      ({ uri, range }) =>
        `${uri}: ${shared.text.split('\n')[range.start.line]?.slice(range.start.character, range.start.character + 25)}`,
    );
  }

  it('leads to the helper that answers with it, in another file', async () => {
    const code = `import { sendError } from './lib/an answer';\n${inHandler('sendError(res, 4|09);')}`;
    assert.deepEqual(await follow(code), [`${SHARED}: export function sendError`]);
  });

  it('leads to the error class that carries it', async () => {
    const code = `import { AppError } from './lib/an answer';\n${inHandler("throw new AppError('taken', 4|09);")}`;
    assert.deepEqual(await follow(code), [`${SHARED}: AppError extends Error { `]);
  });

  it('leads nowhere from a status that is answered with in place', async () => {
    assert.deepEqual(await follow(inHandler('res.sendStatus(4|09);')), []);
  });

  it('leaves names to the language', async () => {
    const code = `import { sendError } from './lib/an answer';\nconst CONFLICT = 409;\n${inHandler('sendError(res, CON|FLICT);')}`;
    assert.deepEqual(await follow(code), []);
  });
});
