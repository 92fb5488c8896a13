import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type ExerciseQuestion,
  exerciseRequest,
  type FoundStatus,
  insertStatusRequest,
  lookUpRequest,
  type StatusPlaceRange,
  statusPageRequest,
  statusPlacesRequest,
} from '../../server/src/lsp/protocol.ts';
import { startInProcess, type TestClient } from './harness/client.ts';
import { draw, withoutDrawing } from './harness/drawing.ts';
import { inHandler } from './harness/samples.ts';

describe('what the views of a client ask', () => {
  let client: TestClient;
  before(async () => {
    client = await startInProcess();
  });
  after(() => client.stop());

  it('gives the page of a code, the index, and null for what is no page', async () => {
    const ask = (path: string) => client.connection.sendRequest<string | null>(statusPageRequest, { path });
    assert.match((await ask('status-codes/404.md')) ?? '', /^# 404 Not Found/);
    assert.match((await ask('status-codes.md')) ?? '', /status-codes\/404\.md/);
    for (const path of ['status-codes/299.md', 'status-codes/../../secret.md', ''])
      assert.equal(await ask(path), null, path);
  });

  it('looks up codes', async () => {
    const found = await client.connection.sendRequest<FoundStatus[]>(lookUpRequest, { query: 'notf' });
    assert.equal(found[0]?.title, '404 Not Found');
  });

  it('asks ten questions, the same for the same seed', async () => {
    const ask = () => client.connection.sendRequest<ExerciseQuestion[]>(exerciseRequest, { seed: 3 });
    assert.equal((await ask()).length, 10);
    assert.deepEqual(await ask(), await ask());
  });

  it('tells the places of statuses with their classes', async () => {
    const drawn = inHandler(`res.status(404).json({ limit: 500 });
             ^^^ clientError`);
    const document = await client.open(withoutDrawing(drawn), 'file:///project/places.ts');
    const places = await client.connection.sendRequest<StatusPlaceRange[]>(statusPlacesRequest, {
      textDocument: { uri: document.uri },
    });
    assert.equal(
      draw(
        document.text,
        places.map((place) => ({ range: place.range, label: place.class })),
      ),
      drawn,
    );
  });

  /** The text after a status was inserted at the `|`. */
  async function insert(marked: string, code: number): Promise<string> {
    const document = await client.open(marked, `file:///project/${code}.ts`);
    const at = marked.indexOf('|');
    const text = TextDocument.create(document.uri, 'typescript', 1, document.text);
    const range = { start: text.positionAt(at), end: text.positionAt(at) };
    const params = { textDocument: { uri: document.uri }, range, code };
    const edits = await client.connection.sendRequest<TextEdit[]>(insertStatusRequest, params);
    await document.close();
    return TextDocument.applyEdits(text, edits);
  }

  it('inserts a status where there is none', async () => {
    assert.equal(await insert(inHandler('res.status(|)'), 409), inHandler('res.status(409)'));
  });

  it('puts it in place of the status under the cursor', async () => {
    assert.equal(await insert(inHandler('res.status(4|04).end();'), 410), inHandler('res.status(410).end();'));
  });

  it('leaves another number under the cursor as it is', async () => {
    assert.equal(await insert(inHandler('wait(1|0); res.end();'), 410), inHandler('wait(14100); res.end();'));
  });

  it('writes it as the file does, with the constants that it imports', async () => {
    const file = (status: string) => `import { StatusCodes } from 'http-status-codes';
${inHandler(`if (!req.params.id) return res.status(StatusCodes.BAD_REQUEST).end();
  res.status(${status}).end();`)}`;
    assert.equal(await insert(file('|'), 404), file('StatusCodes.NOT_FOUND'));
    assert.equal(await insert(file('StatusCodes.GO|NE'), 404), file('StatusCodes.NOT_FOUND'));
  });

  it('has no edits for a document that is not open', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const params = { textDocument: { uri: 'file:///project/closed.ts' }, range, code: 404 };
    assert.deepEqual(await client.connection.sendRequest(insertStatusRequest, params), []);
  });
});
