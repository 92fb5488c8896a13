import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { LIKE_VS_CODE, startInProcess } from './harness/client.ts';
import { draw, withoutDrawing } from './harness/drawing.ts';
import { BODY_RULE, BODY_WITH_204, inHandler, NO_MISTAKE } from './harness/samples.ts';

const drawnMistake = inHandler(`res.status(204).json({ deleted: true });
                       ^^^^^^^^^^^^^^^^^ ${BODY_RULE}`);

describe('pull diagnostics', () => {
  it('underline the mistake', async () => {
    const client = await startInProcess();
    const doc = await client.open(withoutDrawing(drawnMistake));
    const items = (await doc.diagnostics()).map(({ range, code }) => ({ range, label: String(code) }));
    assert.equal(draw(doc.text, items), drawnMistake);
    await client.stop();
  });

  it('name their source, their rule and its page in the repository', async () => {
    const client = await startInProcess();
    const [diagnostic] = await (await client.open(BODY_WITH_204)).diagnostics();
    const manifest: { homepage: string } = JSON.parse(await readFile('package.json', 'utf8'));
    const repository = manifest.homepage.replace('#readme', '');
    assert.equal(diagnostic?.source, 'Status Lens');
    assert.equal(diagnostic.severity, 2);
    assert.equal(diagnostic.codeDescription?.href, `${repository}/blob/main/docs/rules/${BODY_RULE}.md`);
    await client.stop();
  });

  it('carry nothing that the client did not say it shows', async () => {
    const client = await startInProcess({ capabilities: { textDocument: { diagnostic: {} } } });
    const [diagnostic] = await (await client.open(BODY_WITH_204)).diagnostics();
    assert.deepEqual(Object.keys(diagnostic ?? {}).sort(), ['code', 'message', 'range', 'severity', 'source']);
    await client.stop();
  });

  it('are unchanged while the text is', async () => {
    const client = await startInProcess();
    const doc = await client.open(BODY_WITH_204);
    const first = await doc.pull();
    const second = await doc.pull(first.resultId);
    assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
    await client.stop();
  });

  it('follow each edit', async () => {
    const client = await startInProcess();
    const doc = await client.open(BODY_WITH_204);
    const before = await doc.pull();
    await doc.change('204', '200');
    const after = await doc.pull(before.resultId);
    assert.equal(after.kind, 'full');
    assert.deepEqual(after.kind === 'full' && after.items, []);
    await doc.change('200', '204');
    assert.equal((await doc.diagnostics()).length, 1);
    await client.stop();
  });

  it('are never pushed to a client that pulls', async () => {
    const client = await startInProcess();
    const doc = await client.open(BODY_WITH_204);
    client.runtime.advance(60_000);
    await doc.diagnostics();
    await doc.close();
    await (await client.open(NO_MISTAKE)).diagnostics();
    assert.deepEqual(client.published.takeAll(), []);
    await client.stop();
  });

  it('start anew for a document that is opened again', async () => {
    const client = await startInProcess();
    const first = await client.open(BODY_WITH_204);
    const { resultId } = await first.pull();
    await first.close();
    const again = await client.open(NO_MISTAKE);
    assert.equal((await again.pull(resultId)).kind, 'full');
    await client.stop();
  });

  it('are empty for a document that is not open', async () => {
    const client = await startInProcess({ capabilities: LIKE_VS_CODE });
    const doc = await client.open(BODY_WITH_204);
    await doc.close();
    assert.deepEqual(await doc.diagnostics(), []);
    await client.stop();
  });
});
