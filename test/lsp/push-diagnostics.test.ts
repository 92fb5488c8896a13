import assert from 'node:assert/strict';
import { PUSH_DELAY_MS } from '../../server/src/lsp/protocol.ts';
import { LIKE_A_SMALL_EDITOR, startInProcess } from './harness/client.ts';
import { BODY_RULE, BODY_WITH_204, NO_MISTAKE } from './harness/samples.ts';

const capabilities = LIKE_A_SMALL_EDITOR;

/** A request that the server answers after all that the test sent before. */
type Settle = { hover(at: { line: number; character: number }): Promise<unknown> };
const settle = (doc: Settle) => doc.hover({ line: 0, character: 0 });

describe('push diagnostics', () => {
  it('come with the version as soon as a document is open', async () => {
    const client = await startInProcess({ capabilities });
    const doc = await client.open(BODY_WITH_204);
    await settle(doc);
    client.runtime.advance(0);
    const { uri, version, diagnostics } = await client.published.take();
    assert.deepEqual([uri, version, diagnostics.map(({ code }) => code)], [doc.uri, 1, [BODY_RULE]]);
    await client.stop();
  });

  it('wait for a pause in typing and tell the last version alone', async () => {
    const client = await startInProcess({ capabilities });
    const doc = await client.open(BODY_WITH_204);
    await settle(doc);
    client.runtime.advance(0);
    await client.published.take();
    await doc.change('204', '20');
    await settle(doc);
    client.runtime.advance(PUSH_DELAY_MS - 1);
    await doc.change('(20)', '(200)');
    await settle(doc);
    client.runtime.advance(PUSH_DELAY_MS - 1);
    await settle(doc);
    assert.deepEqual(client.published.takeAll(), []);
    client.runtime.advance(1);
    assert.deepEqual(await client.published.take(), { uri: doc.uri, version: 3, diagnostics: [] });
    await settle(doc);
    assert.deepEqual(client.published.takeAll(), []);
    await client.stop();
  });

  it('are taken away when the document closes, and a waiting one is dropped', async () => {
    const client = await startInProcess({ capabilities });
    const doc = await client.open(BODY_WITH_204);
    await doc.close();
    assert.deepEqual(await client.published.take(), { uri: doc.uri, diagnostics: [] });
    client.runtime.advance(PUSH_DELAY_MS);
    await settle(doc);
    assert.deepEqual(client.published.takeAll(), []);
    await client.stop();
  });

  it('come anew for all documents when the settings change', async () => {
    const client = await startInProcess({ capabilities });
    const docs = [await client.open(BODY_WITH_204), await client.open(NO_MISTAKE, 'file:///project/other.ts')];
    await Promise.all(docs.map(settle));
    client.runtime.advance(0);
    await client.published.take();
    await client.published.take();
    await client.changeSettings({ statusLens: { rules: { [BODY_RULE]: 'off' } } });
    await Promise.all(docs.map(settle));
    client.runtime.advance(0);
    const published = [await client.published.take(), await client.published.take()];
    assert.deepEqual(
      published.map(({ uri, diagnostics }) => [uri, diagnostics]),
      docs.map(({ uri }) => [uri, []]),
    );
    await client.stop();
  });
});
