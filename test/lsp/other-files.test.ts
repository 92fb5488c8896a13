import assert from 'node:assert/strict';
import { startInProcess, type TestClient } from './harness/client.ts';
import type { OpenDocument } from './harness/document.ts';

const HELPER = 'file:///project/send-error.ts';

const USER = `
import express from 'express';
import { sendError } from './send-error';
const app = express();
app.get('/users/:id', (req, res) => {
  sendError(res, 'There is no such user');
});
`;

function helper(status: number): string {
  return `export function sendError(res, message) { res.status(${status}).json({ success: false, message }); }`;
}

describe('other files', () => {
  let client: TestClient;

  beforeEach(async () => {
    client = await startInProcess();
  });
  afterEach(() => client.stop());

  const rulesIn = async (document: OpenDocument): Promise<readonly unknown[]> =>
    (await document.diagnostics()).map(({ code }) => code);

  it('count as they are on the screen, and an edit in one is seen by those that import it', async () => {
    const shared = await client.openPlain(helper(404), HELPER);
    const user = await client.openPlain(USER);
    assert.deepEqual(await rulesIn(user), []);
    await shared.change('404', '200');
    assert.deepEqual(await rulesIn(user), ['no-error-body-with-success']);
    await shared.change('200', '404');
    assert.deepEqual(await rulesIn(user), []);
  });

  it('that are missing leave the status unknown', async () => {
    const user = await client.openPlain(USER);
    assert.deepEqual(await rulesIn(user), []);
    await client.openPlain(helper(200), HELPER);
    assert.deepEqual(await rulesIn(user), ['no-error-body-with-success']);
  });
});
